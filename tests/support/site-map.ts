/**
 * The site map, walked: every route of the built program, and for each an address in the sample district that leads there. What
 * `:x` stands for is found by following links, as the plan steward unless someone else is named.
 */
import type { ServerBuild } from "react-router";
import type { CastName } from "#db/seed/cast.ts";
import type { Site } from "./guidepost.ts";

export interface Stop {
  /** "/people/:id" */
  pattern: string;
  /** Whether it shows something of its own; a resource answers and shows no page. */
  isPage: boolean;
  takesForms: boolean;
}

/** All routes but the layouts between them. */
export async function listStops(): Promise<Stop[]> {
  const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;
  return Object.values(build.routes)
    .filter((route) => route !== undefined && !route.id.includes("frames/") && !isLayout(build, route.id))
    .map((route) => ({
      pattern: patternOf(build, route?.id ?? ""),
      isPage: route?.module.default !== undefined,
      takesForms: route?.module.action !== undefined,
    }));
}

const isLayout = (build: ServerBuild, id: string): boolean =>
  Object.values(build.routes).some((route) => route?.parentId === id);

function patternOf(build: ServerBuild, id: string): string {
  const parts: string[] = [];
  for (let route = build.routes[id]; route; route = route.parentId ? build.routes[route.parentId] : undefined) {
    if (route.path) parts.unshift(route.path);
  }
  return `/${parts.join("/")}`;
}

/** Asks as one of the cast, or as no one (`null`); without a body it is a GET. Redirects are not followed. */
export type Ask = (path: string, body?: URLSearchParams | FormData, who?: CastName | null) => Promise<Response>;

/** Unless told otherwise as Wren, who sees most. */
export function askAt(site: Site): Ask {
  return async (path, body, who = "wren") => {
    const cookies = who === null ? [] : await site.cookiesOf(who);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const sent = body ? { method: "POST", body } : {};
    return fetch(`${site.origin}${path}`, { headers: { cookie, accept: "text/html" }, redirect: "manual", ...sent });
  };
}

/** The first link on `from` whose address fits. */
async function firstLink(ask: Ask, from: string, fits: RegExp, who?: CastName): Promise<string> {
  const page = await (await ask(from, undefined, who)).text();
  const hrefs = [...page.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, href]) => (href ?? "").split(/[?#]/)[0] ?? "");
  const href = hrefs.find((each) => fits.test(each));
  if (href === undefined) throw new Error(`${from} links to nothing like ${fits}`);
  return href;
}

/** A plan on the list of plans, and none of the pages that stand beside them. */
const A_PLAN = /^\/plan\/(?!(?:documents|reviews|authorities|handover)(?:\/|$))[^/]+$/;

/** In the sample district, what the board amended. */
const AMENDED = "every-child-across";

/** In the sample district, what families comment on. */
const PROPOSED = "haywater-middle-school-improvement-plan";

const REVIEW = /^\/plan\/reviews\/[^/]+$/;
const PERSON = /^\/people\/[0-9a-f-]{36}$/;

/** What Teodoro teaches, and the first student there: the plan steward has no students. */
const aSection = (ask: Ask) => firstLink(ask, "/students", /^\/sections\/[0-9a-f-]{36}$/, "teodoro");
const aStudent = async (ask: Ask) => firstLink(ask, await aSection(ask), /^\/students\/[0-9a-f-]{36}$/, "teodoro");

async function addProvider(ask: Ask): Promise<string> {
  const added = await ask("/district/sign-on/new", new URLSearchParams({ kind: "oidc", name: "Haywater account" }));
  return added.headers.get("location")?.split("?")[0] ?? "";
}

/** Held back, as most of its rows are refused: with all that such a page shows. One serves for all visitors. */
async function anImport(ask: Ask): Promise<string> {
  const known = await firstLink(ask, "/imports", /^\/imports\/[0-9a-f-]{36}$/).catch(() => null);
  if (known !== null) return known;
  const rows = Array.from({ length: 30 }, (_, n) => `Person ${n},${n % 2 ? "nowhere" : `p${n}@many.example`},x\n`);
  const form = new FormData();
  form.set("files", new File([`name,email,badge\n${rows.join("")}`], "staff.csv"));
  form.set("kind", "staff");
  const path = (await ask("/imports/hand-in", form)).headers.get("location") ?? "";
  for (let tries = 0; tries < 300; tries++) {
    if ((await (await ask(path)).text()).includes('id="publish"')) return path;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${path} was not rehearsed`);
}

const FOUND_ON: Record<string, (ask: Ask) => Promise<string>> = {
  "/plans/:slug": (ask) => firstLink(ask, "/plan", A_PLAN).then((href) => href.replace("/plan/", "/plans/")),
  "/plans/:slug/:address": (ask) => firstLink(ask, "/", /^\/plans\/[^/]+\/goal-\d+$/),
  "/plans/:slug/compare": async () => `/plans/${AMENDED}/compare?from=1&to=3`,
  "/plans/:slug/versions": async () => `/plans/${AMENDED}/versions`,
  "/plans/:slug/versions/:n": async () => `/plans/${AMENDED}/versions/1`,
  "/plans/:slug/changes": async () => `/plans/${AMENDED}/changes`,
  "/plans/:slug/elements": async () => `/plans/${AMENDED}/elements`,
  "/plan/:slug/compare": async () => `/plan/${AMENDED}/compare?from=1&to=3`,
  "/plan/:slug": (ask) => firstLink(ask, "/plan", A_PLAN),
  // One that is adopted asks for an amendment instead.
  "/plan/:slug/adoption": async () => "/plan/technology-services-plan/adoption",
  "/plans/:slug/proposal": async () => `/plans/${PROPOSED}/proposal`,
  "/plans/:slug/proposal/comments": async () => `/plans/${PROPOSED}/proposal/comments`,
  "/plans/:slug/proposal/:address": (ask) =>
    firstLink(ask, `/plans/${PROPOSED}/proposal`, /\/proposal\/(?!comments)[^/]+$/),
  "/plan/:slug/proposal": async () => `/plan/${PROPOSED}/proposal`,
  "/plan/:slug/comments": async () => `/plan/${PROPOSED}/comments`,
  "/plan/:slug/:address": (ask) => firstLink(ask, `/plan/${AMENDED}`, /^\/plan\/[^/]+\/goal-\d+$/),
  "/plan/reviews/:id": (ask) => firstLink(ask, "/plan", REVIEW),
  "/plan/reviews/:id/acceptance": (ask) => firstLink(ask, "/plan", REVIEW).then((href) => `${href}/acceptance`),
  "/plan/documents/:id/file": (ask) => firstLink(ask, `/plan/${PROPOSED}`, /^\/plan\/documents\/[^/]+\/file$/),
  // The sample district has none: one is added, and not set up.
  "/district/sign-on/:id": addProvider,
  "/imports/:id": anImport,
  "/imports/:id/refused/:source": async (ask) => `${await anImport(ask)}/refused/staff`,
  "/imports/kinds/:kind": async () => "/imports/kinds/staff",
  "/sections/:id": aSection,
  "/students/:id": aStudent,
  "/people/:id": (ask) => firstLink(ask, "/people", PERSON),
  "/people/grants/:id/end": async (ask) =>
    firstLink(ask, await firstLink(ask, "/people", PERSON), /^\/people\/grants\/[^/]+\/end$/),
  "/language/:language": async () => "/language/en",
  "/theme/:theme": async () => "/theme/auto",
  "/gallery/:example": (ask) => firstLink(ask, "/gallery", /^\/gallery\/[^/]+$/),
  "/*": async () => "/no/such/page",
};

/** An address for each pattern; of what the sample district has none, one that leads nowhere (`none`). */
export async function addressesOf(site: Site, stops: readonly Stop[]): Promise<Map<string, string>> {
  const ask = askAt(site);
  const found = new Map<string, string>();
  for (const { pattern } of stops) {
    if (!found.has(pattern)) found.set(pattern, await addressOf(pattern, ask, found));
  }
  return found;
}

async function addressOf(pattern: string, ask: Ask, found: Map<string, string>): Promise<string> {
  if (FOUND_ON[pattern]) return FOUND_ON[pattern](ask);
  if (!/[:*]/.test(pattern)) return pattern;
  const parent = Object.keys(FOUND_ON).find((each) => pattern.startsWith(`${each}/`));
  if (parent) return `${found.get(parent) ?? (await FOUND_ON[parent]?.(ask))}${pattern.slice(parent.length)}`;
  // "/district/schools/:id": the parent page links to one.
  const fits = new RegExp(`^${pattern.replace(/:[a-z]+/g, "[^/]+")}$`);
  return firstLink(ask, pattern.slice(0, pattern.indexOf("/", 1)), fits).catch(() =>
    pattern.replace(/:[a-z]+/g, "none"),
  );
}
