/** How the program ends: politely, or not at all politely; what was answered stays. */
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { CAST, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { newPlace } from "#tests/support/engine.ts";
import { type Program, serve } from "./program.ts";

type Served = Program & { url: string };

/** Signs in as one of the sample district, and returns the session's cookie. */
async function signIn({ url }: Served): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: url },
    body: new URLSearchParams({ email: CAST.wren.email, password: SAMPLE_PASSWORD }).toString(),
  });
  expect(answer.status).toBe(302);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

const isSignedIn = async ({ url }: Served, cookie: string): Promise<boolean> =>
  (await fetch(`${url}/sign-in`, { headers: { cookie }, redirect: "manual" })).status === 302;

test("someone who signed in stays signed in, however the program was ended and started again", {
  timeout: 120_000,
}, async () => {
  const place = await newPlace();
  let program = await serve(place, { SAMPLE_DISTRICT: "yes" });
  const cookie = await signIn(program);
  expect(await isSignedIn(program, cookie)).toBe(true);
  expect(await isSignedIn(program, "")).toBe(false);
  for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const) {
    expect(await program.kill(signal)).toBe(signal === "SIGKILL" ? "SIGKILL" : 0);
    if (signal !== "SIGKILL") expect(program.stdout()).toContain("Stopped; everything is kept.");
    program = await serve(place, { SAMPLE_DISTRICT: "yes" });
    expect(await isSignedIn(program, cookie)).toBe(true);
  }
  await program.kill("SIGTERM");
  await place.remove();
});

test("a request under way is answered before it stops, and no other is begun", async () => {
  const place = await newPlace();
  const program = await serve(place, { SAMPLE_DISTRICT: "no" });
  const { host, port } = new URL(program.url);
  const socket = connect(Number(port), "localhost");
  const answer = text(socket);
  socket.write(
    `POST /nowhere HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${program.url}\r\nConnection: close\r\nContent-Length: 10\r\n\r\nhalf `,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stopping = program.kill("SIGTERM");
  await program.says(/Stopping/);
  await expect(fetch(program.url)).rejects.toThrow("fetch failed");
  socket.write("whole");
  expect(await answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await stopping).toBe(0);
  await place.remove();
});

test("started by npm it ends when it is told, and when whoever started it is gone", { timeout: 60_000 }, async () => {
  const place = await newPlace();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const program = await serve(place, {}, true);
    expect(await program.kill(signal)).toBe(0);
  }
  const left = await serve(place, {}, true);
  left.process.disconnect();
  expect(await left.ended).toBe(0);
  expect(left.stdout()).toContain("Stopping (the program that started this one ended)");
  await place.remove();
});
