/**
 * Bounds what is posted without an account: by the sender's address, and not the same words twice. It survives restarts and is
 * shared by processes. What is kept, for a day, are keyed digests: neither an address nor the words can be read from them.
 */
import { createHmac } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { minutesToWait } from "./throttle.ts";

const MINUTE = 60_000;

/** A school or a library has one address for everyone in it, so the bound is wide. */
export const POSTING = { attempts: 30, minutes: 15 } as const;

/** For how long the same words are known. */
const KEPT_HOURS = 24;

export type PostingProblem = { kind: "same-twice" } | { kind: "too-often"; minutes: number };

export interface PublicPosts {
  /** Writes the post down before it is kept elsewhere, so that many at once do not slip by. Null: go ahead. */
  attempt(post: Post, now: Date): Promise<PostingProblem | null>;
  /** It was not kept after all. */
  takeBack(post: Post): Promise<void>;
}

export interface Post {
  address: string;
  /** What and about what: the same twice is refused, whatever its capitals and spaces. */
  words: string;
}

export function openPublicPosts(database: Kysely<unknown>, secret: string): PublicPosts {
  const digest = (...parts: string[]) => createHmac("sha256", secret).update(parts.join("\n")).digest("base64url");
  const senderOf = ({ address }: Post) => digest("sender", address);
  const wordsOf = ({ address, words }: Post) =>
    digest("words", address, words.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim());
  const forget = (words: string) => sql`delete from sign_in.public_post where words = ${words}`.execute(database);

  return {
    async attempt(post, now) {
      const [sender, words] = [senderOf(post), wordsOf(post)];
      await sql`
        delete from sign_in.public_post where at < ${new Date(now.getTime() - KEPT_HOURS * 60 * MINUTE)}
      `.execute(database);
      const written = await sql<{ n: string }>`
        insert into sign_in.public_post (sender, words, at) values (${sender}, ${words}, ${now})
        on conflict on constraint public_post_once do nothing returning n
      `.execute(database);
      const n = written.rows[0]?.n;
      if (n === undefined) return { kind: "same-twice" };
      const before = await sql<{ at: Date }>`
        select at from sign_in.public_post
        where sender = ${sender} and n < ${n} and at > ${new Date(now.getTime() - POSTING.minutes * MINUTE)}
      `.execute(database);
      const times = before.rows.map(({ at }) => at);
      const minutes = minutesToWait(POSTING, times, now);
      if (minutes === 0) return null;
      // What is turned away does not count: the wait never grows by knocking.
      await forget(words);
      return { kind: "too-often", minutes };
    },

    async takeBack(post) {
      await forget(wordsOf(post));
    },
  };
}
