/**
 * A page that everyone sees alike is made once and then given out as it is, for the few seconds that the process remembers, or
 * until it writes anything. The evening on which the board votes, half the town looks at one page.
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareFunction } from "react-router";
import { installationContext } from "#app/context.ts";
import { cookiesOf } from "./framed.ts";

interface KeptPage {
  headers: [name: string, value: string][];
  tag: string;
  body: Buffer;
  packed: Buffer;
}

const pack = promisify(gzip);

/** Only for who brings no session; the reader's language and theme are part of what is asked for. */
function keyOf(request: Request): string | null {
  const cookies = cookiesOf(request);
  if (request.method !== "GET" || cookies.includes("session_token")) return null;
  return ["page", request.url, cookies, request.headers.get("Accept-Language") ?? ""].join("\n");
}

export const pageMemory: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const key = keyOf(request);
  if (key === null) return next();
  const { memory } = context.get(installationContext);
  let fresh: Response | undefined;
  const page = await memory.remember<KeptPage>(
    key,
    async () => {
      fresh = await next();
      return keep(fresh);
    },
    ({ body, packed }) => body.length + packed.length,
  );
  if (page === null) return fresh as Response;
  const headers = new Headers(page.headers);
  if (request.headers.get("If-None-Match")?.split(/,\s*/).includes(page.tag))
    return new Response(null, { status: 304, headers });
  if (!/\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? ""))
    return new Response(new Uint8Array(page.body), { headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(new Uint8Array(page.packed), { headers });
};

/** What may be given to the next one too: only what the route itself marked as everyone's. */
async function keep(response: Response): Promise<KeptPage | null> {
  const { headers, status } = response;
  const tag = headers.get("ETag");
  const isEveryones =
    status === 200 && headers.get("Cache-Control")?.startsWith("public") && !headers.has("Set-Cookie");
  if (!isEveryones || tag === null) return null;
  const body = Buffer.from(await response.clone().arrayBuffer());
  return { headers: [...headers], tag, body, packed: await pack(body) };
}
