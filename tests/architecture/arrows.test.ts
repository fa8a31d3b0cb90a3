import { describe, expect, test } from "vitest";
import { type Import, importsOf, isTest, listFiles, type SourceFile } from "./source-files.ts";

/** What each module may use. The arrows go only up this table; what may be used brings along what it uses itself. */
const MAY_USE: Record<string, string[]> = {
  district: [],
  people: ["district"],
  imports: ["district", "people"],
  roster: ["district", "people", "imports"],
  plan: ["district", "people", "imports"],
  evidence: ["roster", "imports"],
  measures: ["plan", "evidence"],
  teams: ["plan", "people", "measures"],
  learning: ["roster", "evidence", "teams"],
  support: ["roster", "learning"],
  community: ["plan", "teams", "measures"],
  resources: ["plan"],
  publish: ["support", "community", "resources"],
};

/** What a part of the house may import of the others. Tests beside the code may use everything. */
const FOLDERS: Record<string, string[]> = {
  lib: [],
  locales: ["lib"],
  platform: ["lib", "locales"],
  ui: ["lib"],
  modules: ["lib", "locales", "platform", "ui"],
  db: ["lib", "modules", "platform"],
  app: ["db", "lib", "locales", "modules", "platform", "ui", "build"],
  cli: ["app", "db", "lib", "locales", "modules", "platform", "build", "package.json"],
};

const sources = listFiles(".ts", ".tsx").filter(({ path }) => !isTest(path));

const broken = (rule: (file: SourceFile, one: Import) => boolean): string[] =>
  sources.flatMap((file) =>
    importsOf(file)
      .filter((one) => rule(file, one))
      .map((one) => `${file.path} imports ${one.to}`),
  );

const moduleOf = (path: string): string | null => /^modules\/([^/]+)\//.exec(path)?.[1] ?? null;

function allUsedBy(module: string): Set<string> {
  const direct = MAY_USE[module] ?? [];
  return new Set(direct.flatMap((each) => [each, ...allUsedBy(each)]));
}

describe("the arrows", () => {
  test("are seen in every way there is to draw one", () => {
    const text = `
import { type Actor } from "#modules/district/actor.ts";
import {
  one,
  type Two,
} from "../people/policy.ts";
import type { Settings } from "#platform/config/settings.ts";
import "./side-effect.css";
export { three } from "./three.ts";
export * from "node:fs";
const later = await import("react");`;
    expect(importsOf({ path: "modules/plan/domain.ts", text })).toEqual([
      { to: "modules/district/actor.ts", isOurs: true, isTypeOnly: true },
      { to: "modules/people/policy.ts", isOurs: true, isTypeOnly: false },
      { to: "platform/config/settings.ts", isOurs: true, isTypeOnly: true },
      { to: "modules/plan/side-effect.css", isOurs: true, isTypeOnly: false },
      { to: "modules/plan/three.ts", isOurs: true, isTypeOnly: false },
      { to: "node:fs", isOurs: false, isTypeOnly: false },
      { to: "react", isOurs: false, isTypeOnly: false },
    ]);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  test("between modules go only up the table", () => {
    const wrong = broken(({ path }, { to }) => {
      const [from, used] = [moduleOf(path), moduleOf(to)];
      return from !== null && used !== null && from !== used && !allUsedBy(from).has(used);
    });
    expect(wrong).toEqual([]);
  });

  test("know every module", () => {
    const there = new Set(sources.map(({ path }) => moduleOf(path)).filter((each) => each !== null));
    expect([...there].filter((each) => !(each in MAY_USE))).toEqual([]);
  });

  test("between the parts of the house go one way: lib knows nothing of ours, ui nothing of schools, platform no module", () => {
    const wrong = broken(({ path }, { to, isOurs }) => {
      const [from, used] = [path.split("/")[0] as string, to.split("/")[0] as string];
      return isOurs && from !== used && from in FOLDERS && !FOLDERS[from]?.includes(used);
    });
    expect(wrong).toEqual([]);
  });

  test("lead from a module to the design system only in its ui folder", () => {
    const wrong = broken(
      ({ path }, { to, isOurs }) => isOurs && to.startsWith("ui/") && /^modules\/(?!.*\/ui\/)/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  test("never lead into tests", () => {
    const wrong = broken((_, { to, isOurs }) =>
      isOurs ? isTest(to) : ["vitest", "fast-check", "playwright-core"].includes(to),
    );
    expect(wrong).toEqual([]);
  });

  test("lead to the database driver only within platform/db", () => {
    expect(broken(({ path }, { to }) => /^pg($|\/|-pool)/.test(to) && !path.startsWith("platform/db/"))).toEqual([]);
    const making = sources.filter(({ path, text }) => !path.startsWith("platform/db/") && /new Kysely\b/.test(text));
    expect(making.map(({ path }) => path)).toEqual([]);
  });
});

describe("the one door to students", () => {
  const TABLES =
    /\broster\.(student|studentSource|schoolEnrollment|enrollment|groupMember)\b|\broster\.(student_source|school_enrollment|group_member)\b/;

  test("is gone through by whoever needs students: only the roster and what loads it name a table of theirs", () => {
    const naming = sources.filter(({ path, text }) => TABLES.test(text) && !/^modules\/(roster|imports)\//.test(path));
    expect(naming.map(({ path }) => path)).toEqual(["platform/db/tables.ts"]);
  });

  test("is opened by desks alone", () => {
    const opening = sources.filter(({ text }) =>
      /set (local|session) guidepost\.look|set_config\('guidepost/.test(text),
    );
    expect(opening.map(({ path }) => path)).toEqual(["platform/db/look.ts"]);
  });

  test("is asked by pages through the roster, which adds the reason", () => {
    const asking = sources.filter(
      ({ path, text }) => /\bdesk\.look\(|\.lookAndWrite\(/.test(text) && path.startsWith("app/"),
    );
    expect(asking.map(({ path }) => path)).toEqual([]);
  });
});

describe("domain rules and policies", () => {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const pure = sources.filter(({ path }) => /^modules\/.*(^|\/)(domain|policy)\.ts$/.test(path));

  /** Everything that is loaded when a file is. */
  function loadedBy(path: string, seen = new Map<string, string>()): Map<string, string> {
    const file = byPath.get(path);
    for (const { to, isTypeOnly } of file === undefined ? [] : importsOf(file)) {
      if (isTypeOnly || seen.has(to)) continue;
      seen.set(to, path);
      loadedBy(to, seen);
    }
    return seen;
  }

  test("load nothing with input or output", () => {
    expect(pure.length).toBeGreaterThan(3);
    const wrong = pure.flatMap(({ path }) =>
      [...loadedBy(path)]
        .filter(([to]) =>
          /^node:|^(pg|kysely|react|react-dom|react-router)$|^(platform|app|ui)\/|(^|\/)(commands|queries|jobs|event-log)\.ts$/.test(
            to,
          ),
        )
        .map(([to, by]) => `${path} loads ${to} (by ${by})`),
    );
    expect(wrong).toEqual([]);
  });

  test("ask no clock and throw no dice", () => {
    const asking = /new Date\(\)|Date\.now|performance\.|Math\.random|randomUUID|\bv[47]\(|uuidv7|process\./;
    expect(pure.filter(({ text }) => asking.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
