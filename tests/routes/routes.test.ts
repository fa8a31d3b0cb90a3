/**
 * Every route of the site map, tried from outside by everyone who may come: it answers what the policies say, and nothing else
 * (no 500, no redirect that nobody expects). A form that one may not send is refused, and nothing is changed by it.
 */
import { describe, expect } from "vitest";
import { guidepost, type Site, test } from "#tests/support/browser.ts";
import { addressesOf, askAt, listStops } from "#tests/support/site-map.ts";
import { type Answer, EXPECTED, listVisitors, type Visitor } from "./expected.ts";

const VISITORS = listVisitors();

const sayOf = ({ status, to }: Answer): string => (to === undefined ? String(status) : `${status} to ${to}`);

async function answerOf(asked: Promise<Response>): Promise<Answer> {
  const answer = await asked;
  await answer.arrayBuffer();
  const to = answer.headers.get("location");
  return to === null ? { status: answer.status } : { status: answer.status, to };
}

/** What was ever done here: a form that changed something would have added to it. */
async function countEvents({ environment }: Site): Promise<number> {
  const told = await guidepost(["log", "--count", "5000", "--json"], { environment });
  return (JSON.parse(told.out) as { events: unknown[] }).events.length;
}

describe("every route", () => {
  test("says in one place what it answers, and no entry is left over", async () => {
    const stops = await listStops();
    expect(Object.keys(EXPECTED).sort()).toEqual([...new Set(stops.map(({ pattern }) => pattern))].sort());
  });

  test("answers everyone as the policies say", { timeout: 600_000 }, async ({ site }) => {
    const stops = await listStops();
    const ask = askAt(site);
    const wrong: string[] = [];
    for (const [pattern, address] of await addressesOf(site, stops)) {
      for (const it of VISITORS) {
        const said = EXPECTED[pattern]?.shows(it, address);
        if (said === undefined) continue;
        const answer = await answerOf(ask(address, undefined, it.who));
        if (sayOf(answer) !== sayOf(said)) wrong.push(`${address} to ${it.name}: ${sayOf(answer)}, not ${sayOf(said)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("refuses a form of whoever may not send it, and changes nothing", { timeout: 600_000 }, async ({ site }) => {
    const stops = await listStops();
    const addresses = await addressesOf(site, stops);
    const ask = askAt(site);
    const before = await countEvents(site);
    const wrong: string[] = [];
    let refused = 0;
    for (const { pattern } of stops.filter(({ takesForms }) => takesForms)) {
      const address = addresses.get(pattern) ?? "";
      for (const it of VISITORS) {
        const takes = EXPECTED[pattern]?.takes?.(it, address);
        if (takes === undefined || (takes !== "not-there" && takes.allowed)) continue;
        const answer = await answerOf(ask(address, new URLSearchParams({ because: "x" }), it.who));
        refused += 1;
        if (!isRefusal(answer, it)) wrong.push(`${address} of ${it.name}: ${sayOf(answer)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(await countEvents(site)).toBe(before);
  });

  test("refuses a form that none of its pages sent, of whoever may send one, and does not break", async ({ site }) => {
    const stops = (await listStops()).filter(({ takesForms, pattern }) => takesForms && !AT_A_WORD.includes(pattern));
    const addresses = await addressesOf(site, stops);
    const ask = askAt(site);
    const wrong: string[] = [];
    for (const { pattern } of stops) {
      for (const body of [new URLSearchParams({ nonsense: "x" }), new URLSearchParams({ do: "nonsense", name: "" })]) {
        const { status } = await answerOf(ask(addresses.get(pattern) ?? "", body));
        if (status < 400 || status >= 500) wrong.push(`${pattern}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("that takes forms of some says of whom", async () => {
    const forms = (await listStops()).filter(({ takesForms }) => takesForms).map(({ pattern }) => pattern);
    const silent = forms.filter((pattern) => EXPECTED[pattern]?.takes === undefined);
    expect(silent.sort()).toEqual(ANYONES);
  });
});

const isRefusal = ({ status, to }: Answer, { who }: Visitor): boolean =>
  status === 403 || status === 404 || (who === null && status === 302 && to?.startsWith("/sign-in") === true);

/** Whoever comes may send these: each is about no one but the sender, or open to the public. */
const ANYONES = [
  "/account/name",
  "/account/passkeys",
  "/account/passkeys/:id",
  "/account/passkeys/:id/removal",
  "/account/password",
  "/account/second-factor/codes",
  "/account/second-factor/removal",
  "/account/second-factor/set-up",
  "/account/sessions/:id/end",
  "/account/sessions/end",
  "/invitations/:token",
  "/plans/:slug/proposal",
  "/plans/:slug/proposal/:address",
  "/set-up",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/passkey",
  "/sign-on/:id/acs",
  "/sign-out",
  "/viewing/end",
];

/** These do what they are for without a word in the form, or ask for nothing that could be wrong. */
const AT_A_WORD = [
  "/account/passkeys/:id/removal",
  "/account/sessions/:id/end",
  "/account/sessions/end",
  "/district/sign-on/:id/removal",
  "/district/sign-on/:id/switch",
  "/log/keeping",
  "/people/:id/link",
  "/people/grants/:id/end",
  "/set-up",
  "/sign-in",
  "/sign-in/code",
  "/sign-in/passkey",
  "/sign-out",
  "/viewing/end",
];
