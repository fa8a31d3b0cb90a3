/**
 * Whether a form was sent from another site. Browsers say where a form stands (Origin); ours stand at the very host that they
 * are sent to. The scheme is compared with the address that people type, because a proxy in front may have taken https off.
 */
import type { IncomingHttpHeaders } from "node:http";
import { isThisMachine } from "#platform/config/this-machine.ts";

export function isForeign(method: string | undefined, headers: IncomingHttpHeaders, baseUrl: URL): boolean {
  const { origin, host } = headers;
  if (method === "GET" || method === "HEAD" || origin === undefined) return false;
  const from = URL.parse(origin);
  if (from === null) return true;
  if (from.origin === baseUrl.origin) return false;
  const isSecureEnough = baseUrl.protocol !== "https:" || from.protocol === "https:" || isThisMachine(from.hostname);
  return from.host !== host || !isSecureEnough;
}
