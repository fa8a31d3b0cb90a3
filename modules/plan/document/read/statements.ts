import type { StatementKind } from "../reading.ts";
import type { CodeReading } from "./code.ts";
import type { Draft } from "./draft.ts";
import { depthOf, isSentence, lookOf, looksLikeHeading } from "./look.ts";
import { type Excerpt, excerpt, joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import type { Surroundings } from "./surroundings.ts";
import { wordCount } from "./words.ts";

type Statement = Draft["statements"][number];

/** Kinds that a plan has one of, with bullets as its parts; of the others every item is one. */
const SINGLE = new Set<StatementKind>(["mission", "vision", "motto", "graduate_profile"]);

interface Open {
  kind: StatementKind;
  owner: string | null;
  /** The statement that further lines may belong to. */
  current: Statement | null;
  look: string | null;
  depth: number;
  /** The last line that was taken. */
  last: SeenPiece;
  /** Its items are names on lines of their own, each with a sentence below it. */
  named: boolean;
  items: number;
  /** Empty lines part the items. */
  apart: boolean;
  /** Each bullet is a statement of its own, as no sentence leads in. */
  each: boolean;
}

/** Takes the lines under a heading such as "Mission" or "Collective Commitments". */
export class StatementReader {
  private readonly draft: Draft;
  private readonly around: Surroundings;
  private state: Open | null = null;

  constructor(draft: Draft, around: Surroundings) {
    this.draft = draft;
    this.around = around;
  }

  open(piece: SeenPiece, kind: StatementKind, phrase: string): void {
    const owner =
      /^(?:our |the )?(administrat\w+|leadership|staff|teachers?|faculty|principals?|board)\b/i.exec(phrase)?.[1] ??
      null;
    this.state = {
      kind,
      owner,
      current: null,
      look: null,
      depth: 0,
      last: piece,
      named: false,
      items: 0,
      apart: false,
      each: !SINGLE.has(kind),
    };
  }

  close(): void {
    this.state = null;
  }

  /** "Mission: Why we exist" — the words behind the label only explain the label. */
  isTagline(piece: SeenPiece, from: number): boolean {
    const words = piece.text.slice(from);
    const below = this.around.next(piece);
    return (
      /^(?:why|what|where|how|who) (?:we|our|it)\b/i.test(words) && !isSentence(words) && below?.sight.is === "plain"
    );
  }

  /** True if the piece goes on with the statement that is open. */
  takes(piece: SeenPiece): boolean {
    const { state } = this;
    if (!state || (piece.heading !== null && state.last.heading !== null && piece.heading <= state.last.heading))
      return false;
    if (this.isNested(piece) || this.describes(piece)) return true;
    if (this.around.isOrganisation(piece)) return false;
    if (state.current === null) return piece.heading === null || state.each;
    if (state.each) return this.isNextItem(piece);
    if (piece.bullet !== null || piece.sight.is === "code")
      return state.look === null ? !/[.!?]$/.test(state.current.text) : lookOf(piece) === state.look;
    return state.current.text.endsWith(":") && state.current.children.length === 0
      ? !looksLikeHeading(piece)
      : lookOf(piece) === state.look;
  }

  /** True if the statement is complete: of many, only a heading ends the list; one has its words and is done. */
  isOver(piece: SeenPiece): boolean {
    if (this.takes(piece)) return false;
    return !this.state?.each || looksLikeHeading(piece) || piece.bullet !== null;
  }

  private isNested(piece: SeenPiece): boolean {
    const { state } = this;
    if (!state?.each || !state.current || state.look === null) return false;
    if (piece.bullet === null && piece.sight.is !== "code") return false;
    if (lookOf(piece) !== state.look) return this.isDeeper(piece);
    const opened = state.current.text.endsWith(":") && /^[A-Z]/.test(state.current.text);
    return opened && piece.bullet !== null && /^[a-z]/.test(piece.text);
  }

  /** The sentence below a value's name. */
  private describes(piece: SeenPiece): boolean {
    const { state } = this;
    if (!state?.named || !state.current || piece.bullet !== null || piece.sight.is !== "plain") return false;
    return piece.heading === null && !(looksLikeHeading(piece) && lookOf(piece) === state.look);
  }

  /** Further in, or on the same margin behind the smaller bullet of a list that a colon opens. */
  private isDeeper(piece: SeenPiece): boolean {
    const { current, depth } = this.state!;
    return depthOf(piece) > depth || current!.text.endsWith(":") || current!.children.length > 0;
  }

  private isNextItem(piece: SeenPiece): boolean {
    const { look, items, apart } = this.state!;
    if (lookOf(piece) !== look) return false;
    if (piece.bullet === null && piece.sight.is !== "code" && piece.gap && items > 1 && !apart) return false;
    return piece.bullet !== null || piece.sight.is === "code" || !looksLikeHeading(piece) || !piece.gap;
  }

  /** Takes a piece that `takes` said yes to. */
  add(piece: SeenPiece, reading: CodeReading | null): void {
    const state = this.state!;
    const words = unquoted(piece, reading?.end ?? 0);
    state.last = piece;
    if (!words) return;
    if (this.isNested(piece) || this.describes(piece)) {
      this.addChild(words);
      return;
    }
    const item = piece.bullet !== null || reading !== null;
    if (state.current === null && !item && this.leadsIn(piece)) {
      state.owner ??= /\b(staff|teachers|faculty|administration|administrators|team)\b/i.exec(piece.text)?.[1] ?? null;
      if (state.each || state.kind === "motto") {
        this.draft.left.set(piece, "introduction");
        return;
      }
    }
    if (state.each || state.current === null) {
      if (item || this.isListOfNames(piece)) state.each = true;
      if (state.each) this.countItem(piece, item);
      this.addStatement(words);
    } else {
      state.look ??= lookOf(piece);
      this.addChild(words);
    }
  }

  /** A sentence in front of the items ("The staff have agreed:"). */
  private leadsIn(piece: SeenPiece): boolean {
    const { each } = this.state!;
    const opens = piece.text.endsWith(":") && wordCount(piece.text) > 4;
    return (each && opens) || ((each || piece.text.endsWith(":")) && this.around.listFollows(piece));
  }

  /** "Communicator", "Collaborator", …: the lines of a portrait that has no sentence. */
  private isListOfNames(piece: SeenPiece): boolean {
    const below = this.around.next(piece);
    if (this.state!.kind !== "graduate_profile" || below?.sight.is !== "plain" || below.gap) return false;
    return (
      below.bullet === null &&
      wordCount(piece.text) <= 4 &&
      wordCount(below.text) <= 4 &&
      lookOf(below) === lookOf(piece)
    );
  }

  private countItem(piece: SeenPiece, item: boolean): void {
    const state = this.state!;
    [state.look, state.depth] = [lookOf(piece), depthOf(piece)];
    state.items++;
    if (state.items === 1) state.named = !item && !isSentence(piece.text) && this.isNamed(piece);
    if (state.items === 2) state.apart = piece.gap;
  }

  /** A short line over a sentence: a name and what it means. */
  private isNamed(piece: SeenPiece): boolean {
    const below = this.around.next(piece);
    return (
      below?.sight.is === "plain" &&
      below.bullet === null &&
      /[.!?]["”’]?$/.test(below.text) &&
      wordCount(piece.text) <= 6
    );
  }

  /** A row of words right under the heading of many. */
  takesRow(piece: SeenPiece): boolean {
    const { state } = this;
    return state?.each === true && state.items === 0 && state.current === null && listOfWords(piece, 0).length > 0;
  }

  /** "MISSION: To send every child home braver.": the words behind the label. */
  addInline(piece: SeenPiece, from: number): void {
    const state = this.state!;
    const listed = state.each ? listOfWords(piece, from) : [];
    if (listed.length > 0) for (const words of listed) this.addStatement(words);
    else {
      const words = unquoted(piece, from);
      if (words) this.addStatement(words);
    }
    if (state.current) state.current.span = joinSpans(state.current.span, spanOf(piece));
  }

  private addStatement({ text, span }: Excerpt): void {
    const { kind, owner } = this.state!;
    const statement = { kind, text, children: [], owner, span };
    this.draft.statements.push(statement);
    this.state!.current = statement;
  }

  private addChild(words: Excerpt): void {
    const { current } = this.state!;
    current!.children.push(words);
    current!.span = joinSpans(current!.span, words.span);
  }
}

/** Quotation marks around a whole statement are not part of it. */
function unquoted(piece: SeenPiece, from: number): Excerpt | null {
  const words = excerpt(piece, from);
  const quoted = words && /^["“‘'](.+)["”’']$/.exec(words.text);
  if (!quoted || /["“”]/.test(quoted[1]!)) return words;
  const start = piece.text.indexOf(quoted[1]!, from);
  return excerpt(piece, start, start + quoted[1]!.length);
}

/** "Core Values: Respect, Trust, Equity": three values in one line. */
function listOfWords(piece: SeenPiece, from: number): Excerpt[] {
  const text = piece.text.slice(from);
  if (isSentence(text)) return [];
  const parts: Excerpt[] = [];
  let at = from;
  for (const part of text.split(/(\s*[,;|•·]\s*(?:and\s+)?|\s+and\s+)/)) {
    const words = /^[\s,;|•·]|^and\b/.test(part) || part === "" ? null : excerpt(piece, at, at + part.length);
    if (words) parts.push(words);
    at += part.length;
  }
  return parts.length >= 3 && parts.every((part) => wordCount(part.text) <= 4) ? parts : [];
}
