import type { CodeReading } from "./code.ts";
import type { DraftNode, OpenList } from "./draft.ts";
import { type DraftWriter, UNNUMBERED } from "./draft-writer.ts";
import { opensWithAction } from "./lexicon/verbs.ts";
import { depthOf, isSentence, lookOf, looksLikeHeading } from "./look.ts";
import { excerpt } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import type { StatementReader } from "./statements.ts";
import type { Surroundings } from "./surroundings.ts";
import { firstSentenceEnd, phraseKey } from "./words.ts";

/** Lines that do not say what they are: what they are depends on what stands open above them. */
export class PlainLines {
  private readonly writer: DraftWriter;
  private readonly around: Surroundings;
  private readonly statements: StatementReader;

  constructor(writer: DraftWriter, around: Surroundings, statements: StatementReader) {
    this.writer = writer;
    this.around = around;
    this.statements = statements;
  }

  /** Places a plain line; false if it only opens a list ("How we will get there:"), which is the caller's to open. */
  place(piece: SeenPiece): boolean {
    const { writer, around } = this;
    const { last } = writer;
    if (writer.list?.kind === "statement" && this.statements.isOver(piece)) this.close();
    if (piece.bullet !== null) writer.resumeTitle();
    const { list } = writer;
    const bulleted = piece.bullet !== null;
    const heading = looksLikeHeading(piece);
    if (writer.waiting && mayBeTitle(piece, writer.waiting)) writer.fillTitle(piece);
    else if (list && this.belongsTo(list, piece)) this.listItem(piece, null);
    else if (around.themes.has(piece)) this.theme(piece);
    else if (around.lines.has(piece) && last && !around.paragraphs) this.item(piece);
    else if (last && !bulleted && piece.text.endsWith(":") && around.listFollows(piece)) return false;
    else if (bulleted && writer.unknown) writer.leave(piece, "narrative");
    else if (list?.weak && list.items === 0 && !heading && !bulleted && !(writer.fresh && last))
      writer.leave(piece, "introduction");
    else if (bulleted && last && piece.cell === null && !piece.link) this.item(piece);
    else if (around.paragraphs && last && !bulleted && !heading) this.paragraph(piece, last);
    else if (
      writer.fresh &&
      last &&
      !bulleted &&
      !isBehindList(last, piece) &&
      (!heading || (isQuiet(piece) && !last.list))
    )
      this.statement(piece, last);
    else if (list?.kind === "level" && list.items === 0) writer.leave(piece, "introduction");
    else this.leaveProse(piece, heading);
    return true;
  }

  private leaveProse(piece: SeenPiece, heading: boolean): void {
    if (heading || this.around.headsForeignList(piece)) {
      const { last, fresh } = this.writer;
      const beside = piece.heading !== null && last?.piece.heading != null && piece.heading <= last.piece.heading;
      const foreign = this.around.headsForeignList(piece);
      if (foreign || beside || (last && (!fresh || last.list))) this.writer.unknown = piece;
      this.close();
      this.writer.fresh = false;
    }
    this.writer.leave(piece, this.writer.last ? "narrative" : "introduction");
  }

  private statement(piece: SeenPiece, node: DraftNode): void {
    if (node.statement || isBareValue(piece.text)) {
      this.writer.leave(piece, node.statement ? "narrative" : "unclear");
      return;
    }
    node.statement = excerpt(piece);
    this.writer.extend(node, piece);
    this.writer.fresh = false;
  }

  private theme(piece: SeenPiece): void {
    const { writer } = this;
    this.close();
    const list = writer.draft.lists.findLast(
      (each) => each.kind === "level" && each.named && each.look === lookOf(piece),
    );
    if (list) {
      writer.list = list;
      this.listItem(piece, null);
    } else writer.openNode(piece, writer.level(`theme:${lookOf(piece)}`, "theme"), 0, UNNUMBERED);
  }

  /** A paragraph that the page's prose says is a node ("the objectives stand below them"). */
  private paragraph(piece: SeenPiece, last: DraftNode): void {
    const { name, rank } = this.around.paragraphs!;
    const level = this.writer.levelNamed(name, rank);
    this.writer.openNode(piece, level, 0, UNNUMBERED).above = last.level === level ? last.above : last;
  }

  private item(piece: SeenPiece): void {
    const above = this.itemAbove(piece);
    const level = this.writer.level(`item:${above?.level.key}`, "bullet");
    this.writer.openNode(piece, level, 0, UNNUMBERED).above = above;
  }

  /** The node that an item without a heading hangs from: the last one that stands less deep. */
  private itemAbove(piece: SeenPiece): DraftNode | null {
    let node = this.writer.last;
    while (node?.level.kind === "bullet" && isBeside(node, piece)) {
      node = node.above ?? null;
    }
    return node;
  }

  /** True if the piece is an item of the open list. */
  belongsTo(list: OpenList, piece: SeenPiece): boolean {
    if (list.kind === "statement") return this.statements.takes(piece);
    if (list.look === null) return this.startsList(list, piece);
    if (lookOf(piece) !== list.look) return false;
    if (list.named && isSentence(piece.text)) return false;
    if (piece.bullet === null && piece.gap && list.items > 1 && !list.apart) return false;
    return (
      piece.bullet !== null ||
      list.named ||
      list.kind === "promise" ||
      !(looksLikeHeading(piece) && this.around.themes.has(piece))
    );
  }

  private startsList(list: OpenList, piece: SeenPiece): boolean {
    if (/^\(.*\)$/.test(piece.text)) return false;
    if (piece.bullet !== null || piece.sight.is === "code") return true;
    if (looksLikeHeading(piece) && list.kind === "level" && this.isOneOfSeveral(piece)) {
      return (
        !isBucket(piece.text, list) &&
        !this.sortsNumbered(list, piece) &&
        (this.around.lines.size === 0 || (list.level?.rank ?? 9) < 2)
      );
    }
    if (this.around.listFollows(piece) || speaksOf(list, piece) || this.isOverLabelled(list, piece)) return false;
    if (list.weak) return this.around.namesList(piece);
    if (list.single && list.kind === "level" && isSentence(piece.text)) return true;
    return list.kind !== "level" || this.isFirstOfLines(piece);
  }

  /** "The Board holds itself to these." over "Guardrail 1: …" only introduces it. */
  private isOverLabelled(list: OpenList, piece: SeenPiece): boolean {
    const below = this.around.next(piece)?.sight;
    return below?.is === "label" && below.label.code !== null && below.label.meaning.is === list.kind;
  }

  /** "ACADEMICS" under "District Goals", with "Goal 1" and "Goal 2" below it: it sorts the goals and is none. */
  private sortsNumbered({ level }: OpenList, piece: SeenPiece): boolean {
    const below = this.around.next(piece)?.sight;
    return below?.is === "label" && below.label.code !== null && below.label.core === level?.key;
  }

  private isOneOfSeveral(piece: SeenPiece): boolean {
    return this.around.themes.has(piece) || (!isQuiet(piece) && this.around.namesList(piece));
  }

  /** A line without a bullet opens a list if another like it follows, or if it says itself what is to be done. */
  private isFirstOfLines(piece: SeenPiece): boolean {
    if (looksLikeHeading(piece)) return true;
    const below = this.around.next(piece);
    const alike = below?.sight.is === "plain" && below.bullet === null && lookOf(below) === lookOf(piece);
    if (alike && !looksLikeHeading(below)) return true;
    return opensWithAction(piece.text) && firstSentenceEnd(piece.text) === piece.text.length;
  }

  /** Takes a piece that `belongsTo` said yes to. */
  listItem(piece: SeenPiece, reading: CodeReading | null): void {
    const { writer } = this;
    const list = writer.list!;
    if (list.kind === "statement") {
      this.statements.add(piece, reading);
      return;
    }
    list.look ??= lookOf(piece);
    list.items++;
    if (list.items === 2) list.apart = piece.gap;
    const from = reading?.end ?? 0;
    const numbered = reading ? { code: reading.code, printed: reading.code.printed } : UNNUMBERED;
    if (list.kind === "measure") writer.addMeasure(piece, from, list.role!, numbered);
    else if (list.kind === "guardrail" && list.interim) writer.addMeasure(piece, from, "guardrail_interim", numbered);
    else if (list.kind === "guardrail") writer.addGuardrail(piece, from, numbered);
    else {
      if (list.items === 1) list.named = piece.bullet === null && looksLikeHeading(piece);
      const level = list.level ?? writer.level(`item:${list.before?.level.key}`, "bullet");
      writer.openNode(piece, level, from, numbered).list = list;
    }
  }

  private close(): void {
    this.writer.closeList();
    this.statements.close();
  }
}

/** "Each objective is measurable." under "Objectives" is about them and none of them. */
function speaksOf({ level }: OpenList, { text }: SeenPiece): boolean {
  const noun = level?.phrase?.split(" ").at(-1)?.toLowerCase();
  if (noun === undefined || !isSentence(text)) return false;
  if (/\bthese (?:\w+ )?(?:goals|objectives|priorities|strategies|actions|measures)\b/i.test(text)) return true;
  return new RegExp(
    `\\b(?:each|every|these|our|the|following|all) (?:\\w+ )?${noun.replace(/y$/, "(?:y|ie)")}s?\\b`,
    "i",
  ).test(text);
}

/** Set apart by nothing but white space. */
function isQuiet(piece: SeenPiece): boolean {
  return lookOf(piece).startsWith("plain");
}

/** An empty line parts a paragraph from the bullet above: it is not that item's. */
function isBehindList({ piece: above }: DraftNode, piece: SeenPiece): boolean {
  return above.bullet !== null && piece.gap && piece.indent <= above.indent;
}

/** An item of the same depth, or a line without a bullet like this one. */
function isBeside({ piece: above }: DraftNode, piece: SeenPiece): boolean {
  if (above.bullet === null) return piece.bullet === null;
  return depthOf(above) >= depthOf(piece);
}

/** "Evidence Level: 2" says something of the node, but not what it is. */
function isBareValue(text: string): boolean {
  return /^[A-Z][\w ]{2,30}:\s?[\w$%.,/-]{1,8}$/.test(text);
}

/** In a table, the title of a node stands in the same table. */
function mayBeTitle(piece: SeenPiece, node: DraftNode): boolean {
  return !piece.cell || piece.cell.table === node.piece.cell?.table;
}

/** Goals sorted by who keeps them: the heading is no goal itself. */
function isBucket(text: string, { level }: OpenList): boolean {
  const noun = level?.key.split(" ").at(-1);
  if (noun !== undefined && phraseKey(text).endsWith(` ${noun}`)) return true;
  return /\b(?:committee|subcommittee|department|division|office|superintendent|trustees?)$/i.test(text);
}
