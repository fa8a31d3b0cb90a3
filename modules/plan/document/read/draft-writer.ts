import type { LeftReason } from "../reading.ts";
import { aboutOf } from "./about.ts";
import { type Beside, besideIn } from "./beside.ts";
import { type Code, codeKey } from "./code.ts";
import {
  type Draft,
  type DraftGuardrail,
  type DraftLevel,
  type DraftMeasure,
  type DraftNode,
  isKept,
  type OpenList,
} from "./draft.ts";
import type { Label } from "./label.ts";
import { lookOf } from "./look.ts";
import { excerpt, joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { readTitle } from "./title.ts";
import { levelName, phraseKey, sameKey } from "./words.ts";

/** A code and the way it is printed, label included; both null where a line has none. */
export interface Numbered {
  code: Code | null;
  printed: string | null;
}

export const UNNUMBERED: Numbered = { code: null, printed: null };

/** The code of a label as printed, from where the label begins. */
export function numberedOf(piece: SeenPiece, label: Label, from = 0): Numbered {
  return label.code ? { code: label.code, printed: piece.text.slice(from, label.codeEnd) } : UNNUMBERED;
}

type Opening = Partial<OpenList> & Pick<OpenList, "kind">;

/** Takes down what the walk finds, and remembers where it stands: the open list, the last node, a title still to come. */
export class DraftWriter {
  readonly draft: Draft = emptyDraft();
  list: OpenList | null = null;
  last: DraftNode | null = null;
  /** A node whose words are still to come ("PRIORITY 2" on a line of its own). */
  waiting: DraftNode | null = null;
  /** The last node may still take the paragraph below it as its statement. */
  fresh = false;
  /** A heading that says nothing of the trade: a list right below it is not the plan's. */
  unknown: SeenPiece | null = null;
  private readonly used = new Set<SeenPiece>();
  private readonly byName = new Map<string, DraftNode>();

  leave(piece: SeenPiece, reason: LeftReason): void {
    this.draft.left.set(piece, reason);
  }

  /** Marks a piece as placed, though it is not the piece that its node or measure began with. */
  use(piece: SeenPiece): void {
    this.used.add(piece);
  }

  leaveUnused(piece: SeenPiece): void {
    if (!this.used.has(piece) && !this.draft.left.has(piece)) this.leave(piece, "unclear");
  }

  /** The level of a key, made on its first use. */
  level(key: string, kind: DraftLevel["kind"], phrase: string | null = null, rank: number | null = null): DraftLevel {
    let level = this.draft.levels.get(key);
    if (!level) {
      level = { key, phrase, rank, kind, nodes: [] };
      this.draft.levels.set(key, level);
    }
    return level;
  }

  levelNamed(name: string, rank: number | null): DraftLevel {
    return this.level(phraseKey(name), "word", name, rank);
  }

  levelOf({ phrase, core, meaning }: Label): DraftLevel {
    return this.levelNamed(levelName(phrase, core), meaning.is === "level" ? meaning.rank : null);
  }

  /** Opens a node of the words of `piece` from `from` on. */
  openNode(piece: SeenPiece, level: DraftLevel, from: number, numbered: Numbered, to?: number): DraftNode {
    const node: DraftNode = {
      piece,
      level,
      ...numbered,
      ...readTitle(piece, from, to),
      path: [],
      list: null,
      above: undefined,
      parent: null,
      placeholder: false,
      span: spanOf(piece),
    };
    this.draft.nodes.push(node);
    level.nodes.push(node);
    this.leaveBeside(node, piece, from, to);
    this.used.add(piece);
    this.remember(node);
    this.last = node;
    this.waiting = node.title ? null : node;
    this.fresh = true;
    this.unknown = null;
    return node;
  }

  /** Gives the words of `piece` to the node that waits for its title. */
  fillTitle(piece: SeenPiece): void {
    const node = this.waiting!;
    const { title, statement, ...beside } = readTitle(piece);
    Object.assign(node, { title, statement });
    for (const [key, value] of Object.entries(beside)) if (value) Object.assign(node, { [key]: value });
    this.leaveBeside(node, piece, 0);
    this.extend(node, piece);
    this.waiting = null;
    this.fresh = statement === null;
  }

  /** Adds a piece to the place of a node. */
  extend(node: DraftNode, piece: SeenPiece): void {
    node.span = joinSpans(node.span, spanOf(piece));
    this.used.add(piece);
  }

  /** Keeps an attribute with a node; what it has no place for, or says otherwise already, is left aside. */
  keep(node: DraftNode, { field, at, from, to }: Beside, piece: SeenPiece): boolean {
    const words = excerpt(piece, from, to);
    if (!words) return false;
    const kept = isKept(field) ? node[field] : undefined;
    const isNew = isKept(field) && kept === null;
    if (isNew) node[field] = words;
    if (isNew || (kept && sameKey(kept.text) === sameKey(words.text))) {
      this.extend(node, piece);
      return true;
    }
    this.draft.leftWords.push(excerpt(piece, at, to)!);
    return false;
  }

  /** Leaves what the title's line goes on with and the node did not take. */
  private leaveBeside(node: DraftNode, piece: SeenPiece, from: number, to = piece.text.length): void {
    const end = (node.statement ?? node.title)?.span.end ?? 0;
    for (const { field, at, from: start, to: stop } of besideIn(piece, from, to)) {
      const taken = isKept(field) && node[field]?.span.start === excerpt(piece, start, stop)?.span.start;
      if (!taken && piece.offsets[at]! >= end) this.draft.leftWords.push(excerpt(piece, at, stop)!);
    }
  }

  giveCode(node: DraftNode, { code, printed }: Numbered): void {
    Object.assign(node, { code, printed });
    this.remember(node);
  }

  /** The node of a level that has this code, or this title. */
  find(levelKey: string, code: Code | null, title: string): DraftNode | null {
    return this.byName.get(`${levelKey} ${code ? codeKey(code) : sameKey(title)}`) ?? null;
  }

  private remember(node: DraftNode): void {
    const names = [node.code && codeKey(node.code), node.title && sameKey(node.title.text)];
    for (const name of names) {
      const key = `${node.level.key} ${name}`;
      if (name && !this.byName.has(key)) this.byName.set(key, node);
    }
  }

  openList(piece: SeenPiece, opening: Opening): OpenList {
    const outer = this.list?.kind === "level" ? this.list : (this.last?.list ?? null);
    const heading = this.list?.items === 0 ? this.list.about : null;
    this.waiting = null;
    this.fresh = false;
    this.unknown = null;
    const list: OpenList = {
      piece,
      level: null,
      role: null,
      interim: false,
      statement: null,
      further: [],
      weak: false,
      single: false,
      look: null,
      named: false,
      items: 0,
      apart: false,
      about: aboutOf(piece.text) ?? heading,
      before: this.last,
      outer: outer === null || outer.items === 0 ? null : outer,
      owner: null,
      ...opening,
    };
    this.draft.lists.push(list);
    this.list = list;
    return list;
  }

  closeList(): void {
    this.list = null;
    this.waiting = null;
  }

  /** The title of the page names the first list that nothing else names, even if a mission stands between them. */
  resumeTitle(): void {
    const [title] = this.draft.lists;
    if (this.list === null && this.last === null && title?.weak && title.items === 0) this.list = title;
  }

  enlist(node: DraftNode, list: OpenList): void {
    node.list = list;
    list.look ??= lookOf(node.piece);
    list.items++;
  }

  addMeasure(piece: SeenPiece, from: number, role: DraftMeasure["role"], numbered: Numbered): DraftMeasure | null {
    const text = excerpt(piece, from);
    if (!text) return null;
    const measure: DraftMeasure = {
      text,
      role,
      ...numbered,
      tag: null,
      list: this.list?.kind === "measure" ? this.list : null,
      above: this.last,
      outside: false,
      nodes: [],
      guardrail: role === "guardrail_interim" ? (this.draft.guardrails.at(-1) ?? null) : null,
      series: [],
      span: spanOf(piece),
    };
    this.draft.measures.push(measure);
    this.used.add(piece);
    this.fresh = false;
    return measure;
  }

  addGuardrail(piece: SeenPiece, from: number, numbered: Numbered): DraftGuardrail | null {
    const text = excerpt(piece, from);
    if (!text) return null;
    const guardrail = { ...numbered, text, span: spanOf(piece) };
    this.draft.guardrails.push(guardrail);
    this.used.add(piece);
    return guardrail;
  }
}

export function emptyDraft(): Draft {
  return {
    nodes: [],
    levels: new Map(),
    lists: [],
    measures: [],
    guardrails: [],
    statements: [],
    observations: [],
    left: new Map(),
    leftWords: [],
  };
}
