/**
 * What this process remembers for some seconds: answers that many ask for and few change. It forgets everything when this
 * process writes anything, so that nobody sees what was there before; what other processes write shows when the seconds are over.
 */
import { LRUCache } from "lru-cache";

export interface Memory {
  /** What is remembered under a key, or undefined. */
  recall<Value extends object>(key: string): Value | undefined;
  /** The value that `make` gives, made anew if it is not remembered. Nothing is kept if a write came between, or if it is null. */
  remember<Value extends object>(
    key: string,
    make: () => Promise<Value | null>,
    bytes?: (value: Value) => number,
  ): Promise<Value | null>;
  forget(): void;
}

const SECONDS = 3;
const MOST_BYTES = 32_000_000;

export function openMemory(): Memory {
  const kept = new LRUCache<string, object>({ ttl: SECONDS * 1000, max: 2_000, maxSize: MOST_BYTES });
  let writes = 0;
  return {
    recall: <Value extends object>(key: string) => kept.get(key) as Value | undefined,
    remember: async (key, make, bytes = () => 1_000) => {
      const known = kept.get(key);
      if (known !== undefined) return known as Awaited<ReturnType<typeof make>>;
      const before = writes;
      const value = await make();
      if (value !== null && writes === before) kept.set(key, value, { size: Math.max(1, bytes(value)) });
      return value;
    },
    forget: () => {
      writes += 1;
      kept.clear();
    },
  };
}
