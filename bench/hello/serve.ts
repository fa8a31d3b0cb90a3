/** The floor: a page that says hello, by the same framework, in a process of its own. Prints its port. */
import { createServer } from "node:http";
import { createRequestListener } from "@react-router/node";
import type { ServerBuild } from "react-router";

const build = (await import(new URL("./build/server/index.js", import.meta.url).href)) as ServerBuild;
const server = createServer(createRequestListener({ build, mode: "production" }));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : ""}\n`);
});
