/** Reads a plan file and refuses what is not one, with the place of the fault. Pure; nothing is changed by it. */
import { ok, type Result, refuse } from "#lib/result.ts";
import { elementsOf } from "../adoption/crosswalk.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { inNormalForm } from "../text/normal-form.ts";
import type { VersionText } from "../text/version-text.ts";
import { type FileVersion, FORMAT, FORMAT_VERSION, type PlanFile, PlanFileSchema } from "./plan-file.ts";

/** `path` leads to the fault as in JavaScript: "versions[0].text.nodes[3].parent". */
export type FileProblem =
  | { kind: "too-large"; limit: number }
  | { kind: "not-utf-8" }
  | { kind: "not-json" }
  | { kind: "not-a-plan-file" }
  | { kind: "newer-format"; found: number; known: number }
  | { kind: "wrong-value"; path: string; expected: string }
  | { kind: "address-twice"; path: string; address: string }
  | { kind: "address-of-another-kind"; path: string; address: string }
  | { kind: "no-such-element"; path: string; address: string }
  | { kind: "cycle"; path: string; address: string }
  | { kind: "parent-later"; path: string; address: string }
  | { kind: "out-of-order"; path: string }
  | { kind: "no-such-level"; path: string; level: string }
  | { kind: "level-twice"; path: string; level: string }
  | { kind: "versions-out-of-order"; path: string }
  | { kind: "adoption-missing"; path: string }
  | { kind: "not-adopted"; path: string }
  | { kind: "motion-missing"; path: string }
  | { kind: "amendment-missing"; path: string }
  | { kind: "amends-nothing"; path: string; n: number }
  | { kind: "crosswalk-of-nothing"; path: string }
  | { kind: "wrong-fingerprint"; path: string; found: string; computed: string };

/** A plan of 10,000 elements takes some 5 MB. */
export const LIMIT_BYTES = 100_000_000;

export function readPlanFile(bytes: Uint8Array): Result<PlanFile, FileProblem> {
  if (bytes.length > LIMIT_BYTES) return refuse({ kind: "too-large", limit: LIMIT_BYTES / 1e6 });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return refuse({ kind: error instanceof TypeError ? "not-utf-8" : "not-json" });
  }
  const head = json as { format?: unknown; formatVersion?: unknown } | null;
  if (typeof head !== "object" || head?.format !== FORMAT) return refuse({ kind: "not-a-plan-file" });
  if (typeof head.formatVersion === "number" && head.formatVersion > FORMAT_VERSION) {
    return refuse({ kind: "newer-format", found: head.formatVersion, known: FORMAT_VERSION });
  }
  const parsed = PlanFileSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse({ kind: "wrong-value", path: pathOf(issue?.path ?? []), expected: issue?.message ?? "" });
  }
  const problem = contradictionIn(parsed.data);
  return problem ? refuse(problem) : ok(parsed.data);
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

/** What a schema cannot say: references that lead nowhere or round, and a text that is not the one that was sealed. */
function contradictionIn({ plan, versions }: PlanFile): FileProblem | null {
  const kinds = new Map<string, string>();
  for (const [at, version] of versions.entries()) {
    const path = `versions[${at}]`;
    if (at > 0 && version.n <= (versions[at - 1] as FileVersion).n) return { kind: "versions-out-of-order", path };
    const problem =
      contradictionInText(version.text, `${path}.text`, kinds) ??
      strayAlignment(version, path) ??
      contradictionInLife(version, versions.slice(0, at), path);
    if (problem) return problem;
    const computed = fingerprintOf(version.text);
    if (computed !== version.fingerprint) {
      return { kind: "wrong-fingerprint", path, found: version.fingerprint, computed };
    }
  }
  return contradictionInCrosswalk(plan, versions);
}

/** Adopted by someone, and the first of all by itself; every later one as an amendment of the one in force before it. */
function contradictionInLife(version: FileVersion, earlier: readonly FileVersion[], path: string): FileProblem | null {
  const { status, proposed, adoption, amendment } = version;
  const amended = earlier.findLast((each) => each.status === "adopted");
  if (status !== "adopted") {
    if (status === "proposed" && proposed === null)
      return { kind: "wrong-value", path: `${path}.proposed`, expected: "" };
    if (adoption !== null) return { kind: "not-adopted", path: `${path}.adoption` };
    return amendment === null ? null : { kind: "not-adopted", path: `${path}.amendment` };
  }
  if (adoption === null) return { kind: "adoption-missing", path: `${path}.adoption` };
  if (adoption.authority === "board" && adoption.motion === null) {
    return { kind: "motion-missing", path: `${path}.adoption.motion` };
  }
  if (amendment === null) return amended ? { kind: "amendment-missing", path: `${path}.amendment` } : null;
  if (amended?.n === amendment.amends) return null;
  return { kind: "amends-nothing", path: `${path}.amendment.amends`, n: amendment.amends };
}

/** Of the plan before, only its addresses are known here. */
function contradictionInCrosswalk(plan: PlanFile["plan"], versions: readonly FileVersion[]): FileProblem | null {
  if (plan.crosswalk === null) return null;
  if (plan.supersedes === null) return { kind: "crosswalk-of-nothing", path: "plan.crosswalk" };
  const there = new Set(versions.flatMap(({ text }) => elementsOf(text)));
  const said = new Set<string>();
  for (const [at, { element, to }] of plan.crosswalk.lines.entries()) {
    const path = `plan.crosswalk.lines[${at}]`;
    if (said.has(element)) return { kind: "address-twice", path: `${path}.element`, address: element };
    if (to !== null && !there.has(to)) return { kind: "no-such-element", path: `${path}.to`, address: to };
    said.add(element);
  }
  return null;
}

/** `kinds`: what every address of the plan stands for, in this version and those before; addresses are never given to another. */
function contradictionInText(text: VersionText, path: string, kinds: Map<string, string>): FileProblem | null {
  const levels = new Set<string>();
  for (const [at, { key }] of text.levels.entries()) {
    if (levels.has(key)) return { kind: "level-twice", path: `${path}.levels[${at}]`, level: key };
    levels.add(key);
  }
  const here = new Set<string>();
  for (const part of ["statements", "nodes", "guardrails", "measures"] as const) {
    for (const [at, { address }] of text[part].entries()) {
      const place = `${path}.${part}[${at}]`;
      const known = address.toLowerCase();
      if (here.has(known)) return { kind: "address-twice", path: place, address };
      if ((kinds.get(known) ?? part) !== part) return { kind: "address-of-another-kind", path: place, address };
      here.add(known);
      kinds.set(known, part);
    }
  }
  return (
    brokenTree(text.statements, `${path}.statements`) ??
    brokenTree(text.nodes, `${path}.nodes`) ??
    strayLevel(text, path, levels) ??
    strayReference(text, path) ??
    outOfOrder(text, path)
  );
}

type InTree = { address: string; parent: string | null };

function brokenTree(elements: readonly InTree[], path: string): FileProblem | null {
  const parents = new Map(elements.map(({ address, parent }) => [address, parent]));
  const seen = new Set<string>();
  for (const [at, { address, parent }] of elements.entries()) {
    const place = `${path}[${at}].parent`;
    if (parent !== null && !parents.has(parent)) return { kind: "no-such-element", path: place, address: parent };
    if (parent !== null && !seen.has(parent)) {
      return { kind: leadsRound(address, parents) ? "cycle" : "parent-later", path: place, address: parent };
    }
    seen.add(address);
  }
  return null;
}

function leadsRound(from: string, parents: ReadonlyMap<string, string | null>): boolean {
  const met = new Set<string>();
  for (let at: string | null = from; at !== null; at = parents.get(at) ?? null) {
    if (met.has(at)) return true;
    met.add(at);
  }
  return false;
}

function strayLevel({ nodes }: VersionText, path: string, levels: ReadonlySet<string>): FileProblem | null {
  const at = nodes.findIndex(({ level }) => !levels.has(level));
  return at < 0 ? null : { kind: "no-such-level", path: `${path}.nodes[${at}].level`, level: nodes[at]?.level ?? "" };
}

function strayReference({ nodes, guardrails, measures, focus }: VersionText, path: string): FileProblem | null {
  const known = { nodes: addressesIn(nodes), guardrails: addressesIn(guardrails) };
  for (const [at, measure] of measures.entries()) {
    const place = `${path}.measures[${at}]`;
    const { guardrail } = measure;
    if (guardrail !== null && !known.guardrails.has(guardrail)) {
      return { kind: "no-such-element", path: `${place}.guardrail`, address: guardrail };
    }
    const stray = strayIn(measure.nodes, known.nodes, `${place}.nodes`);
    if (stray) return stray;
  }
  for (const [at, year] of focus.entries()) {
    const stray = strayIn(year.nodes, known.nodes, `${path}.focus[${at}].nodes`);
    if (stray) return stray;
  }
  return null;
}

/** A text that is written down in another order would have another fingerprint when it leaves again. */
function outOfOrder(text: VersionText, path: string): FileProblem | null {
  const { measures, focus } = inNormalForm(text);
  const wrong = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);
  const measure = measures.findIndex(({ nodes }, at) => wrong(nodes, text.measures[at]?.nodes));
  if (measure >= 0) return { kind: "out-of-order", path: `${path}.measures[${measure}].nodes` };
  const year = text.focus.findIndex((each, at) => wrong(each, focus[at]));
  return year < 0 ? null : { kind: "out-of-order", path: `${path}.focus[${year}]` };
}

const addressesIn = (elements: readonly { address: string }[]) => new Set(elements.map(({ address }) => address));

function strayIn(addresses: readonly string[], known: ReadonlySet<string>, path: string): FileProblem | null {
  const met = new Set<string>();
  for (const [at, address] of addresses.entries()) {
    const place = `${path}[${at}]`;
    if (!known.has(address)) return { kind: "no-such-element", path: place, address };
    if (met.has(address)) return { kind: "address-twice", path: place, address };
    met.add(address);
  }
  return null;
}

function strayAlignment({ text, alignments }: FileVersion, path: string): FileProblem | null {
  const nodes = addressesIn(text.nodes);
  const at = alignments.findIndex(({ element }) => !nodes.has(element));
  const address = alignments[at]?.element ?? "";
  return at < 0 ? null : { kind: "no-such-element", path: `${path}.alignments[${at}].element`, address };
}
