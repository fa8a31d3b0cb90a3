/** An element comes to another place, and all that stands beneath it with it. Pure. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { VersionText } from "../text/version-text.ts";
import type { Edit, EditedKind, EditProblem, Place, Step } from "./edit.ts";
import { LISTS, listOf, parentOf, peersOf, placed, reachOf, type Standing, withList } from "./standing.ts";

type Move = Extract<Edit, { do: "move" }>;

export function moved(text: VersionText, { element, address, to }: Move): Result<VersionText, EditProblem> {
  const list = listOf(text, element);
  const one = list.find((each) => each.address === address);
  if (one === undefined) return refuse({ kind: "gone", address });
  const place = "target" in to ? to : placeOf(text, element, one, to);
  if (place === null) return refuse({ kind: "no-place" });
  if (element === "measure" && place.way === "into") return tied(text, address, place.target);

  const reach = reachOf(list, address);
  const isOver = place.target !== null && reach.has(place.target);
  const rest = list.filter((each) => !reach.has(each.address));
  const block = list.filter((each) => reach.has(each.address));
  const now = isOver ? null : placed(rest, block, place);
  if (now === null) return refuse({ kind: "no-place" });
  const parent = parentOf(now.find((each) => each.address === address) as Standing);
  if (!mayStandUnder(list, element, parent, block.length > 1)) return refuse({ kind: "no-place" });
  const there = withList(text, element, now);
  return ok(parent === parentOf(one) ? there : settled(there, element, address, reach));
}

function placeOf(text: VersionText, kind: EditedKind, one: Standing, { way }: Step): Place | null {
  const parent = parentOf(one);
  if (way === "out") return parent === null ? null : { way: "after", target: parent };
  const peers = peersOf(text, kind, one.address);
  const at = peers.indexOf(one.address);
  const target = peers[way === "down" ? at + 1 : at - 1];
  if (target === undefined) return null;
  return { way: way === "up" ? "before" : way === "down" ? "after" : "into", target };
}

/** As in the review: a node under a node, a point under a whole statement, the others under nothing. */
export function mayStandUnder(
  list: readonly Standing[],
  kind: EditedKind,
  parent: string | null,
  hasOwn: boolean,
): boolean {
  if (parent === null || kind === "node") return true;
  if (kind !== "statement" || hasOwn) return false;
  return list.some((each) => each.address === parent && parentOf(each) === null);
}

/** A measure comes last under a node or a guardrail, which takes the place of the one that it hung on. */
function tied(text: VersionText, address: string, target: string | null): Result<VersionText, EditProblem> {
  const isGuardrail = text.guardrails.some((each) => each.address === target);
  if (target !== null && !isGuardrail && !text.nodes.some((each) => each.address === target)) {
    return refuse({ kind: "no-place" });
  }
  const one = text.measures.find((each) => each.address === address) as VersionText["measures"][number];
  const others = one.guardrail === null ? one.nodes.slice(1) : one.nodes;
  const nodes = isGuardrail || target === null ? others : [target, ...others.filter((node) => node !== target)];
  const now = { ...one, guardrail: isGuardrail ? target : null, nodes };
  return ok({ ...text, measures: [...text.measures.filter((each) => each !== one), now] });
}

function settled(text: VersionText, kind: EditedKind, address: string, reach: ReadonlySet<string>): VersionText {
  if (kind === "statement") return ofParentsKind(text, address);
  return kind === "node" ? relevelled(text, address, reach) : text;
}

function ofParentsKind(text: VersionText, address: string): VersionText {
  const one = text[LISTS.statement].find((each) => each.address === address);
  const parent = text.statements.find((each) => each.address === one?.parent);
  if (parent === undefined) return text;
  const statements = text.statements.map((each) => (each === one ? { ...each, kind: parent.kind } : each));
  return { ...text, statements };
}

/**
 * A node that came under another parent keeps its level if one of its new siblings is of that level; else it takes that of the
 * first sibling, or, alone, the level below its parent's. What stands beneath it goes up or down as many levels, as far as the
 * plan has them.
 */
function relevelled(text: VersionText, address: string, reach: ReadonlySet<string>): VersionText {
  const ranks = new Map(text.levels.map(({ key }, at) => [key, at]));
  const rankOf = (level: string): number => ranks.get(level) ?? 0;
  const one = text.nodes.find((each) => each.address === address) as VersionText["nodes"][number];
  const siblings = text.nodes.filter((each) => each.parent === one.parent && each !== one);
  if (siblings.some(({ level }) => level === one.level)) return text;
  const parent = text.nodes.find((each) => each.address === one.parent);
  const below = parent === undefined ? 0 : rankOf(parent.level) + 1;
  const by = (siblings[0] ? rankOf(siblings[0].level) : below) - rankOf(one.level);
  const keyAt = (rank: number): string =>
    (text.levels[Math.max(0, Math.min(rank, text.levels.length - 1))] as VersionText["levels"][number]).key;
  const nodes = text.nodes.map((each) =>
    reach.has(each.address) ? { ...each, level: keyAt(rankOf(each.level) + by) } : each,
  );
  return { ...text, nodes };
}
