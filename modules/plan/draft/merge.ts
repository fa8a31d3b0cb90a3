/**
 * What one person made of the text that they saw, carried into the text as others have left it meanwhile. What nobody else touched
 * goes through; what two touched is named, with both sides, and nothing is written. Pure.
 */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Change } from "../text/change.ts";
import { applyChanges, changesBetween } from "../text/changes.ts";
import { inNormalForm } from "../text/normal-form.ts";
import { isSame, isSameField } from "../text/same.ts";
import type { VersionText } from "../text/version-text.ts";
import { refitted } from "./refit.ts";

/** Theirs is null where the two do not fit together in a way that no one change explains. */
export interface Collision {
  mine: Change;
  theirs: Change | null;
}

export function merged(
  seen: VersionText,
  wanted: VersionText,
  now: VersionText,
): Result<VersionText, readonly Collision[]> {
  const mine = changesBetween(seen, wanted);
  const theirs = changesBetween(seen, now);
  if (theirs.length === 0) return ok(wanted);
  const touched = Map.groupBy(theirs, keyOf);
  // What both did alike is done. Sets of nodes are joined, whoever added what.
  const open = mine.filter((change) => !touched.get(keyOf(change))?.some((each) => isAlike(change, each)));
  const collisions = open.flatMap((change) => {
    const against = collidingWith(change, theirs, touched);
    return against === null ? [] : [{ mine: change, theirs: against }];
  });
  if (collisions.length > 0) return refuse(collisions);

  const others = open.filter((change) => change.element !== "focus" && !isSetChange(change));
  const applied = applyChanges({ ...now, focus: [] }, [...refitted(others, seen, now), ...joinedSets(open, now)]);
  if (!applied.ok) {
    const { element, address } = applied.problem;
    const own = open.find((change) => change.element === element && change.address === address) ?? open[0];
    return refuse([{ mine: own as Change, theirs: touched.get(`${element} ${address}`)?.[0] ?? null }]);
  }
  return ok(inNormalForm({ ...applied.value, focus: joinedYears(seen, wanted, now, applied.value) }));
}

const keyOf = ({ element, address }: Change): string => `${element} ${address}`;

const isSetChange = (change: Change): boolean => change.kind === "changed" && change.field === "nodes";

function isAlike(mine: Change, theirs: Change): boolean {
  if (mine.kind !== theirs.kind) return false;
  if (mine.kind === "changed" && theirs.kind === "changed") {
    return mine.field === theirs.field && isSameField(mine.field, mine.now, theirs.now);
  }
  return mine.kind === "dropped" || isSame(mine.now, theirs.now);
}

/** What someone else did to the same thing, or to what it needs; null if nothing. */
function collidingWith(
  mine: Change,
  theirs: readonly Change[],
  touched: ReadonlyMap<string, readonly Change[]>,
): Change | null {
  const droppedBy = (element: string, address: string | null): Change | null =>
    touched.get(`${element} ${address}`)?.find(({ kind }) => kind === "dropped") ?? null;
  const same = touched.get(keyOf(mine)) ?? [];
  if (mine.element === "focus") {
    const named = namedAnew(mine);
    return (
      theirs.find(({ element, address, kind }) => element === "node" && kind === "dropped" && named.has(address)) ??
      null
    );
  }
  switch (mine.kind) {
    case "added":
      return same[0] ?? droppedBy(mine.element, mine.now.place.parent) ?? droppedTie(mine, droppedBy);
    case "moved":
      return (
        same.find(({ kind }) => kind === "moved" || kind === "dropped") ?? droppedBy(mine.element, mine.now.parent)
      );
    case "changed":
      return (
        same.find(
          (each) =>
            each.kind === "dropped" || (each.kind === "changed" && each.field === mine.field && !isSetChange(mine)),
        ) ?? droppedTie(mine, droppedBy)
      );
    case "dropped":
      return same[0] ?? theirs.find((each) => comesUnder(each, mine)) ?? null;
  }
}

/** They put something under what I drop. */
function comesUnder(theirs: Change, mine: Change): boolean {
  if (theirs.element !== mine.element) return false;
  const place = theirs.kind === "added" ? theirs.now.place : theirs.kind === "moved" ? theirs.now : null;
  return place?.parent === mine.address;
}

/** I tie a measure to something, or give a node a level, that they dropped. */
function droppedTie(
  mine: Change,
  droppedBy: (element: string, address: string | null) => Change | null,
): Change | null {
  const fields: Record<string, unknown> =
    mine.kind === "added" ? mine.now.fields : mine.kind === "changed" ? { [mine.field]: mine.now } : {};
  if (mine.element === "node") return droppedBy("level", (fields.level ?? null) as string | null);
  if (mine.element !== "measure") return null;
  const nodes = [...(mine.kind === "changed" ? namedAnew(mine) : ((fields.nodes as string[] | undefined) ?? []))];
  return (
    droppedBy("guardrail", (fields.guardrail ?? null) as string | null) ??
    nodes.map((node) => droppedBy("node", node)).find((drop) => drop !== null) ??
    null
  );
}

/** The nodes that a change names, and did not name before. */
function namedAnew(change: Change): Set<string> {
  const nodesOf = (side: unknown): string[] => {
    if (Array.isArray(side)) return side;
    return ((side as { fields?: { nodes?: string[] } } | null)?.fields?.nodes ?? []) as string[];
  };
  const before = new Set(nodesOf(change.old));
  return new Set(nodesOf(change.now).filter((node) => !before.has(node)));
}

/** The nodes of a measure that both changed: theirs, with what I added and without what I took away. */
function joinedSets(mine: readonly Change[], now: VersionText): Change[] {
  const measures = new Map(now.measures.map((measure) => [measure.address, measure]));
  return mine.flatMap((change) => {
    const measure = isSetChange(change) && change.kind === "changed" ? measures.get(change.address) : undefined;
    if (change.kind !== "changed" || measure === undefined) return [];
    const joined = joinedSet(change.old as string[], change.now as string[], measure.nodes);
    return isSameField("nodes", joined, measure.nodes) ? [] : [{ ...change, old: measure.nodes, now: joined }];
  });
}

export const joinedSet = (seen: readonly string[], wanted: readonly string[], now: readonly string[]): string[] => {
  const [before, after] = [new Set(seen), new Set(wanted)];
  return [
    ...now.filter((each) => after.has(each) || !before.has(each)),
    ...wanted.filter((each) => !before.has(each) && !now.includes(each)),
  ];
};

function joinedYears(
  seen: VersionText,
  wanted: VersionText,
  now: VersionText,
  text: VersionText,
): VersionText["focus"] {
  const known = new Set(text.nodes.map(({ address }) => address));
  const named = ({ focus }: VersionText, year: string) => focus.find((one) => one.year === year)?.nodes ?? [];
  const years = new Set([...now.focus, ...wanted.focus].map(({ year }) => year));
  return [...years].map((year) => ({
    year,
    nodes: joinedSet(named(seen, year), named(wanted, year), named(now, year)).filter((node) => known.has(node)),
  }));
}
