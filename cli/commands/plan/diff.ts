import { ok, type Result } from "#lib/result.ts";
import type { FileVersion, PlanFile } from "#modules/plan/file/plan-file.ts";
import { type Change, changesBetween } from "#modules/plan/text/changes.ts";
import { redline } from "#modules/plan/text/redline.ts";
import { type Answer, type Command, done, misused, refused } from "../../command.ts";
import { openPlanFile } from "./open-plan-file.ts";

export const planDiff: Command = {
  name: "plan diff",
  takes: "OLD NEW",
  summary: "say everything that changed between two versions in plan files; needs no database",
  more: "OLD and NEW are plan files: the last version of each, or another one by its number, as in plan.json#2.\nWords are shown as [-taken out-] and {+put in+}.",
  options: {},
  describes: {},
  run: async ({ words }) => {
    const [one, other, ...more] = words;
    if (one === undefined || other === undefined || more.length > 0) {
      return misused("Name two versions: guidepost plan diff OLD NEW");
    }
    const old = await openVersion(one);
    if (!old.ok) return old.problem;
    const now = await openVersion(other);
    if (!now.ok) return now.problem;
    const changes = changesBetween(old.value.text, now.value.text);
    const lines = changes.map((change) => sentenceOf(change).join("\n"));
    return done(lines.length === 0 ? "Nothing changed." : lines.join("\n\n"), { changes });
  },
};

async function openVersion(name: string): Promise<Result<FileVersion, Answer>> {
  const [, file = name, n] = /^(.*)#(\d+)$/.exec(name) ?? [];
  const opened = await openPlanFile(file);
  if (!opened.ok) return opened;
  const { versions }: PlanFile = opened.value;
  const version = n === undefined ? versions.at(-1) : versions.find((each) => each.n === Number(n));
  if (version) return ok(version);
  const numbers = versions.map((each) => each.n);
  const sentence = `${file} has no version ${n}; it has ${numbers.join(", ")}.`;
  return { ok: false, problem: refused(sentence, { kind: "no-such-version", versions: numbers }) };
}

function sentenceOf(change: Change): string[] {
  const { kind, element, address, name, class: what } = change;
  const { code, text } = name.now ?? name.old ?? { code: null, text: null };
  const head = `${what}: ${[element, address].join(" ")}${text ? `, ${[code, text].filter(Boolean).join(" ")}` : ""}`;
  if (kind === "changed") return [head, `  ${change.field}: ${wordsChanged(change.old, change.now)}`];
  if (kind === "moved") return [head, `  from ${placed(change.old)}`, `  to ${placed(change.now)}`];
  return [head];
}

const placed = ({ parent, after }: { parent: string | null; after: string | null }): string =>
  [parent === null ? "the top of the plan" : `under ${parent}`, after === null ? "first" : `behind ${after}`].join(
    ", ",
  );

function wordsChanged(old: unknown, now: unknown): string {
  const said = (value: unknown): string =>
    typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  return redline(said(old), said(now))
    .map(({ is, text }) => (is === "kept" ? text : is === "deleted" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
}
