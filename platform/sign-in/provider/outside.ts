/**
 * Asking a provider, from the server. Whoever sets a provider up names an address that this machine then asks, so it asks only
 * public addresses by https, and the hosts that the operator has named; it follows no redirect, waits ten seconds, reads little.
 */
import { lookup } from "node:dns/promises";
import { isPublicRoutableHost } from "@better-auth/core/utils/host";

export interface Outside {
  allows(address: string): Promise<boolean>;
  /** Throws where the address is not allowed, nobody answers in time, or the answer is too long. */
  ask(address: string, init?: RequestInit): Promise<Response>;
}

/** Told by its name: the web part is bundled apart from the program, with a class of its own. */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

export const isAddressRefused = (error: unknown): error is Error => (error as Error | null)?.name === "AddressRefused";

const SECONDS = 10;
const MOST_BYTES = 512 * 1024;

/** `ownHosts`: hosts inside the operator's network ("idp.local", "localhost:8080"), where http may do too. */
export function openOutside(ownHosts: readonly string[]): Outside {
  const allows = async (address: string): Promise<boolean> => {
    const url = URL.parse(address);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return false;
    if (ownHosts.includes(url.host) || ownHosts.includes(url.hostname)) return true;
    if (url.protocol !== "https:" || !isPublicRoutableHost(url.hostname)) return false;
    const found = await lookup(url.hostname, { all: true }).catch(() => []);
    return found.every((each) => isPublicRoutableHost(each.address));
  };
  return {
    allows,
    ask: async (address, init = {}) => {
      if (!(await allows(address))) throw new AddressRefused(address);
      const answer = await fetch(address, {
        ...init,
        redirect: "error",
        signal: AbortSignal.timeout(SECONDS * 1000),
      });
      const { status, headers } = answer;
      return new Response(await readBounded(answer), { status, headers });
    },
  };
}

async function readBounded(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("the answer is too long");
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
