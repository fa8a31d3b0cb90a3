import { type Command, done, misused } from "../../command.ts";
import { table } from "../../table.ts";
import { openPlanFile } from "./open-plan-file.ts";

export const planVerify: Command = {
  name: "plan verify",
  takes: "FILE",
  summary: "say whether a plan file is whole and each version is the one that was sealed; needs no database",
  more: "Computes the SHA-256 fingerprint of every version anew (docs/plan-file.md says how), so that anyone can check a\npublished plan on their own machine.",
  options: {},
  describes: {},
  run: async ({ words }) => {
    const [name, ...more] = words;
    if (name === undefined || more.length > 0) return misused("Name one file: guidepost plan verify FILE");
    const opened = await openPlanFile(name);
    if (!opened.ok) return opened.problem;
    const { plan, versions } = opened.value;
    const told = versions.map(({ n, status, createdAt, fingerprint }) => ({ n, status, createdAt, fingerprint }));
    const rows = told.map(({ n, status, createdAt, fingerprint }) => [
      `version ${n}`,
      `${status}, ${createdAt.slice(0, 10)}`,
      fingerprint,
    ]);
    return done(`${plan.title}: whole, and every version is the one that was sealed.\n\n${table(rows)}`, {
      plan,
      versions: told,
    });
  },
};
