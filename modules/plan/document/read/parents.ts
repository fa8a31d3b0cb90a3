import { type Code, codeKey, extendsCode } from "./code.ts";
import type { Draft, DraftLevel, DraftNode } from "./draft.ts";
import { ListOwners, sameNoun } from "./lists.ts";
import { levelName, phraseKey } from "./words.ts";

/**
 * The second pass: who stands under whom. The strongest witness counts: what a reference says, the place in a table or
 * list, the code, the list's heading, and last the order in which the levels alternate on the page.
 */
export function settleParents(draft: Draft): void {
  const owners = new ListOwners(draft);
  const byCode = new Map<string, DraftNode[]>();
  for (const node of draft.nodes) {
    if (node.code) byCode.set(codeKey(node.code), [...(byCode.get(codeKey(node.code)) ?? []), node]);
  }
  const tree = new LevelTree(draft);
  const done = new Set<DraftNode>();
  for (const node of draft.nodes) {
    if (node.list) node.list.owner = owners.ownerOf(node.list);
    node.parent = outsideOwnLevel(parentOf(node, byCode, tree, done), node);
    done.add(node);
    tree.open(node);
  }
  for (const list of draft.lists) list.owner = owners.ownerOf(list);
}

function parentOf(
  node: DraftNode,
  byCode: Map<string, DraftNode[]>,
  tree: LevelTree,
  done: Set<DraftNode>,
): DraftNode | null {
  if (node.path.length > 0) return byPath(node, byCode);
  if (node.above !== undefined) return node.above;
  const coded = byPrefix(node, byCode, done);
  if (coded) return coded;
  if (node.list?.owner) return node.list.owner;
  if (node.list && !node.list.weak && node.list.before) return node.list.owner;
  return tree.parentFor(node);
}

/** No goal stands under a goal, unless its code says so; and nothing under itself. */
function outsideOwnLevel(parent: DraftNode | null, node: DraftNode): DraftNode | null {
  let result = parent;
  for (let at = parent; at; at = at.parent) {
    const deeper = node.code && at.code && extendsCode(node.code, at.code);
    if (at === node || (at.level === node.level && !deeper)) result = at.parent;
  }
  return result;
}

/** "Goal 2, Strategy 1": the goal may stand above or below. */
function byPath(node: DraftNode, byCode: Map<string, DraftNode[]>): DraftNode | null {
  const label = node.path.at(-1)!;
  const key = phraseKey(levelName(label.phrase, label.core));
  const named = (byCode.get(codeKey(label.code!)) ?? []).filter(
    (other) => other !== node && other.path.length < node.path.length,
  );
  return named.find((other) => other.level.key === key) ?? named[0] ?? null;
}

/** 3.1A stands under 3.1, or under 3 where 3.1 is not printed; the nearest one above counts, else one below. */
function byPrefix(node: DraftNode, byCode: Map<string, DraftNode[]>, done: Set<DraftNode>): DraftNode | null {
  const { code } = node;
  if (!code) return null;
  return byStem(code, node, byCode, done) ?? byStem(withoutLetter(code), node, byCode, done);
}

/** "S1.2": the second strategy of goal 1. */
function withoutLetter(code: Code): Code {
  const glued = code.parts[0]!.kind === "upper" && code.parts[1]?.separator === "";
  return glued ? { ...code, parts: code.parts.slice(1) } : code;
}

function byStem(code: Code, node: DraftNode, byCode: Map<string, DraftNode[]>, done: Set<DraftNode>): DraftNode | null {
  for (let length = code.parts.length - 1; length > 0; length--) {
    const named = (byCode.get(codeKey(code, length)) ?? []).filter(
      (other) => other.level !== node.level && extendsCode(code, other.code!),
    );
    const above = named.findLast((other) => done.has(other));
    const found = above ?? named.find((other) => other.path.length === 0);
    if (found) return found;
  }
  return null;
}

/** The order in which levels alternate on the page. */
class LevelTree {
  private readonly nodes: DraftNode[];
  private readonly above = new Map<DraftLevel, DraftLevel | null>();
  private readonly current = new Map<DraftLevel, DraftNode>();

  constructor(draft: Draft) {
    this.nodes = draft.nodes;
  }

  /** The nearest open node of the levels above this one's. */
  parentFor(node: DraftNode): DraftNode | null {
    if (!this.above.has(node.level)) this.above.set(node.level, this.levelAbove(node));
    for (let level = this.above.get(node.level); level; level = this.above.get(level)) {
      const open = this.current.get(level);
      if (open) return open;
    }
    return null;
  }

  /** A node closes what stood open at its level and below it. */
  open(node: DraftNode): void {
    if (!this.above.has(node.level))
      this.above.set(node.level, node.parent?.level === node.level ? null : (node.parent?.level ?? null));
    for (const level of [...this.current.keys()]) if (this.isWithin(level, node.level)) this.current.delete(level);
    this.current.set(node.level, node);
  }

  private isWithin(level: DraftLevel, outer: DraftLevel): boolean {
    const seen = new Set<DraftLevel>();
    for (let at: DraftLevel | null | undefined = level; at && !seen.has(at); at = this.above.get(at)) {
      if (at === outer) return true;
      seen.add(at);
    }
    return false;
  }

  private levelAbove(node: DraftNode): DraftLevel | null {
    const at = this.nodes.indexOf(node);
    for (let above: DraftNode | null = this.nodes[at - 1] ?? null; above; above = above.parent) {
      if (above.level !== node.level && this.holds(above.level, node)) return above.level;
    }
    return null;
  }

  /** Whether nodes of the level `outer` are what the level of `first` hangs from. */
  private holds(outer: DraftLevel, first: DraftNode): boolean {
    const example = outer.nodes.findLast((node) => node.piece.at < first.piece.at) ?? outer.nodes[0]!;
    if (first.code && example.code && extendsCode(first.code, example.code)) return true;
    const [inner, above] = [first.piece.heading, example.piece.heading];
    if (inner !== null && above !== null && inner !== above) return inner > above;
    if (inner !== null && above === null && outer.kind !== "theme") return false;
    if (outer.kind === "bullet") return false;
    const deeper = (first.level.rank ?? 9) > (outer.rank ?? (outer.kind === "theme" ? 0 : 3));
    if (outer.nodes.length === 1 && sameNoun(outer, first.level)) return false;
    if (outer.nodes.length === 1) {
      const level = (first.level.rank ?? 9) === (outer.rank ?? 0);
      return deeper || (level && (outer.nodes[0]!.code !== null || first.code === null));
    }
    const covered = this.covered(outer, first.level);
    const higher = first.level.rank !== null && outer.rank !== null && first.level.rank < outer.rank;
    if (higher && this.covered(first.level, outer).size >= covered.size) return false;
    if (covered.size >= 2) return true;
    return covered.size === 1 && deeper && (!covered.has(outer.nodes.at(-1)!) || outer.nodes.length === 2);
  }

  /** The nodes of one level behind which the other occurs before the next. */
  private covered(outer: DraftLevel, inner: DraftLevel): Set<DraftNode> {
    const covered = new Set<DraftNode>();
    let open: DraftNode | null = null;
    for (const node of this.nodes) {
      if (node.level === outer) open = node;
      else if (node.level === inner && open) covered.add(open);
    }
    return covered;
  }
}
