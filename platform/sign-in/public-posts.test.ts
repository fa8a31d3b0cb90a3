import { sql } from "kysely";
import { describe, expect } from "vitest";
import { NOW, test } from "#tests/support/story.ts";
import { openPublicPosts, POSTING } from "./public-posts.ts";

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("posting without an account", () => {
  test("goes on for everyone in a library, and a thousand in an hour from one address are stopped long before", async ({
    database,
  }) => {
    const posts = openPublicPosts(database.signIn, "secret");
    const sent: (string | number)[] = [];
    for (let n = 0; n < 1_000; n += 1) {
      const problem = await posts.attempt({ address: "192.0.2.1", words: `Comment ${n}` }, later(n * 0.06));
      sent.push(problem === null ? "sent" : problem.kind === "too-often" ? problem.minutes : problem.kind);
    }
    expect(sent.slice(0, POSTING.attempts)).toEqual(Array(POSTING.attempts).fill("sent"));
    expect(sent[POSTING.attempts]).toBe(14);
    expect(sent.filter((each) => each === "sent").length).toBeLessThanOrEqual(4 * POSTING.attempts);
    expect(await posts.attempt({ address: "192.0.2.2", words: "Comment 1" }, later(1))).toBe(null);
  });

  test("is not slowed for longer by knocking, and knows no address by heart", async ({ database }) => {
    const posts = openPublicPosts(database.signIn, "secret");
    const address = "198.51.100.7";
    for (let n = 0; n < POSTING.attempts + 50; n += 1) await posts.attempt({ address, words: `Knock ${n}` }, NOW);
    // Another process, or the same after a restart.
    const again = openPublicPosts(database.signIn, "secret");
    expect(await again.attempt({ address, words: "And I" }, later(1))).toEqual({ kind: "too-often", minutes: 14 });
    expect(await again.attempt({ address, words: "And I" }, later(16))).toBe(null);
    const { rows } = await sql`select sender, words from sign_in.public_post`.execute(database.signIn);
    expect(JSON.stringify(rows)).not.toMatch(/198\.51|knock/i);
  });

  test("of the same words twice is refused, whatever their capitals and spaces, for a day", async ({ database }) => {
    const posts = openPublicPosts(database.signIn, "secret");
    const say = (words: string, at: Date, address = "203.0.113.9") => posts.attempt({ address, words }, at);
    expect(await say("Read more  aloud.", NOW)).toBe(null);
    expect(await say("read MORE\naloud. ", later(5))).toEqual({ kind: "same-twice" });
    expect(await say("Read more aloud.", later(5), "203.0.113.10")).toBe(null);
    expect(await say("Read more aloud.", later(25 * 60))).toBe(null);
  });

  test("that was not kept after all does not count", async ({ database }) => {
    const posts = openPublicPosts(database.signIn, "secret");
    const post = { address: "203.0.113.44", words: "Too late" };
    for (let n = 0; n < POSTING.attempts * 2; n += 1) {
      expect(await posts.attempt(post, NOW)).toBe(null);
      await posts.takeBack(post);
    }
  });

  test("all at once is bounded too", async ({ database }) => {
    const posts = openPublicPosts(database.signIn, "secret");
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, n) => posts.attempt({ address: "203.0.113.77", words: `At once ${n}` }, NOW)),
    );
    const sent = all.filter((problem) => problem === null).length;
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(POSTING.attempts * 2);
  });
});
