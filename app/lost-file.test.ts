import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { endWithItsFile } from "./lost-file.ts";

test("a file that is gone when it is sent ends that answer, and the next one is served", async () => {
  const server = createServer((request, response) => {
    endWithItsFile(response);
    if (request.url === "/gone.css") createReadStream("/no/such/file.css").pipe(response);
    else response.end("here");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(fetch(`${origin}/gone.css`).then((answer) => answer.text())).rejects.toThrow();
  expect(await (await fetch(`${origin}/page`)).text()).toBe("here");
  server.close();
});
