/**
 * Pages that everyone sees alike are kept for a minute by caches in front, and by a reader's browser as long as the server says
 * that they are still the same. What depends on the reader (language, theme) travels in the two headers named by Vary.
 */
import { createHash } from "node:crypto";
import type { MiddlewareFunction } from "react-router";
import { visitOf } from "#app/context.ts";

export const publicCache: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const response = await next();
  const { account, district } = visitOf(context);
  const isPublic = account === null && district !== null && request.method === "GET" && response.status === 200;
  if (!isPublic) return response;
  const body = await response.text();
  const same = createHash("sha256").update(body).digest("base64url");
  const tag = `W/"${same.slice(0, 22)}"`;
  const { headers } = response;
  headers.set("ETag", tag);
  headers.set("Cache-Control", "public, max-age=0, s-maxage=60, must-revalidate");
  headers.set("Vary", "Cookie, Accept-Language");
  const known = request.headers.get("If-None-Match")?.split(/,\s*/) ?? [];
  return known.includes(tag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
};
