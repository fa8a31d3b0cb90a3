import { aboutOf } from "./about.ts";
import { type Aside, endsAside, hear, resumesList } from "./asides.ts";
import type { Draft } from "./draft.ts";
import { DraftWriter } from "./draft-writer.ts";
import { headingLevelName, type Name } from "./heading.ts";
import { LabelledLines } from "./labelled-lines.ts";
import { LabelledMeasures } from "./labelled-measures.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import { looksLikeHeading } from "./look.ts";
import { excerpt, pieceFinder } from "./piece.ts";
import { PlainLines } from "./plain-lines.ts";
import type { SeenPiece } from "./see.ts";
import { StatementReader } from "./statements.ts";
import type { Surroundings } from "./surroundings.ts";
import { tableAt } from "./table.ts";
import { readTable } from "./tables.ts";
import { wordCount } from "./words.ts";

/** The first pass: downward through the page, each piece in the light of what stands open above it. */
export class Walk {
  private readonly pieces: SeenPiece[];
  private readonly around: Surroundings;
  private readonly writer = new DraftWriter();
  private readonly statements: StatementReader;
  private readonly plainLines: PlainLines;
  private readonly measures: LabelledMeasures;
  private readonly labelledLines: LabelledLines;
  private readonly pieceAt: (offset: number) => SeenPiece | undefined;
  private aside: Aside | null = null;
  /** "TEA Priorities:" stood on a line of its own; its value is to come. */
  private attribute: { core: string; lines: number } | null = null;

  constructor(pieces: SeenPiece[], around: Surroundings) {
    this.pieces = pieces;
    this.around = around;
    this.pieceAt = pieceFinder(pieces);
    this.statements = new StatementReader(this.writer.draft, around);
    this.plainLines = new PlainLines(this.writer, around, this.statements);
    this.measures = new LabelledMeasures(this.writer, around, this.statements);
    this.labelledLines = new LabelledLines(this.writer, around, this.statements, this.plainLines, this.measures);
  }

  walk(): Draft {
    for (let at = 0; at < this.pieces.length; at++) {
      const piece = this.pieces[at]!;
      if (piece.cell && !this.isOutside(piece) && !this.isAside(piece)) {
        const table = tableAt(this.pieces, at);
        readTable({ writer: this.writer, feed: (cell) => this.step(cell), pieceAt: this.pieceAt }, table);
        this.close();
        this.writer.fresh = false;
        at += table.length - 1;
      } else this.step(piece);
    }
    return this.writer.draft;
  }

  private isOutside(piece: SeenPiece): boolean {
    return piece.lines[0]!.region !== "main" && this.around.hasMain;
  }

  private isAside(piece: SeenPiece): boolean {
    if (this.aside === null || resumesList(this.aside, piece)) return false;
    return !endsAside(this.aside, piece, this.around);
  }

  private step(piece: SeenPiece): void {
    const { sight } = piece;
    const reason = this.isOutside(piece) ? outsideReason(piece) : this.isAside(piece) ? this.aside!.reason : null;
    if (reason) {
      this.writer.leave(piece, sight.is === "noise" && sight.reason === "reference" ? "reference" : reason);
      if (this.aside) hear(this.aside, piece);
      return;
    }
    if (this.aside && resumesList(this.aside, piece)) this.writer.list = this.aside.interrupted;
    this.aside = null;
    if (sight.is === "noise") this.noise(piece, sight.reason);
    else if (this.isAttributeValue(piece)) this.writer.leave(piece, "unclear");
    else if (sight.is === "aside" && !this.isItem(piece, sight.reason)) this.openAside(piece, sight.reason);
    else if (sight.is === "reference") this.labelledLines.level(piece, sight.label, sight.path, sight.from);
    else if (sight.is === "label") this.labelledLines.labelled(piece, sight.label);
    else if (sight.is === "code") this.labelledLines.coded(piece, sight.reading, sight.label);
    else if (sight.is === "year") this.year(piece, sight.from, sight.to, sight.heading?.names[0] ?? null);
    else if (sight.is === "heading") {
      const { names, title } = sight.heading;
      this.openNamed(piece, names[0]!, title || names.length > 1, names.slice(1));
    } else if (sight.is === "lead-in") this.ledIn(piece, sight.meaning, sight.name ?? null);
    else if (this.measures.take(piece)) return;
    else if (!this.plainLines.place(piece)) this.ledIn(piece, null, null);
  }

  /** "Curiosity • Courage • Craft" under "Core Values" is no row of links. */
  private noise(piece: SeenPiece, reason: Aside["reason"]): void {
    if (reason !== "navigation" || !this.statements.takesRow(piece)) this.writer.leave(piece, reason);
    else this.statements.addInline(piece, 0);
  }

  /** "Accountability" among the core values opens no section. */
  private isItem(piece: SeenPiece, reason: Aside["reason"]): boolean {
    const { list } = this.writer;
    if (piece.gap || piece.heading !== null || reason === "former_plan" || reason === "reference_list") return false;
    return list?.kind === "statement" && wordCount(piece.text) <= 2 && this.statements.takes(piece);
  }

  private openAside(piece: SeenPiece, reason: Aside["reason"]): void {
    this.writer.leave(piece, reason);
    this.aside = { reason, piece, interrupted: this.writer.list, brief: true };
    this.close();
  }

  /** What stands right below an attribute's lone label belongs to it. */
  private isAttributeValue(piece: SeenPiece): boolean {
    if (!this.attribute) return false;
    const { core, lines } = this.attribute;
    const { sight } = piece;
    const echo = sight.is === "label" && core.split(" ").at(-1) === sight.label.core.split(" ").at(-1);
    const below = lines < 3 && ((sight.is === "plain" && !piece.gap && !looksLikeHeading(piece)) || echo);
    this.attribute = below ? { core, lines: lines + 1 } : null;
    return below;
  }

  /** A heading on a line of its own opens the list of what it names. */
  private openNamed(piece: SeenPiece, name: Name, weak: boolean, others: Name[] = []): void {
    const { meaning } = name;
    const about = aboutOf(piece.text) !== null;
    if (meaning.is === "statement" && weak && meaning.kind === "vision") {
      this.writer.leave(piece, "document_title");
      return;
    }
    this.writer.leave(piece, "list_heading");
    if (meaning.is === "attribute") {
      this.attribute = { core: name.core, lines: 0 };
      return;
    }
    this.statements.close();
    if (meaning.is === "level" && name.core === "action item" && !this.around.isPlan) {
      this.openAside(piece, "narrative");
    } else if (meaning.is === "level") {
      const phrase = headingLevelName(name, this.around, weak && !about);
      const further = others.flatMap((other) => (other.meaning.is === "level" ? [headingLevelName(other)] : []));
      this.writer.openList(piece, {
        kind: "level",
        level: this.writer.levelNamed(phrase, meaning.rank),
        weak: weak && !about,
        single: !name.plural,
        further,
      });
    } else this.openMeant(piece, meaning, name.phrase);
  }

  private openMeant(piece: SeenPiece, meaning: Meaning, phrase: string): void {
    if (meaning.is === "measure") this.writer.openList(piece, { kind: "measure", role: meaning.role });
    else if (meaning.is === "guardrail") this.writer.openList(piece, { kind: "guardrail", interim: meaning.interim });
    else if (meaning.is === "statement") {
      this.writer.openList(piece, { kind: "statement", statement: meaning.kind });
      this.statements.open(piece, meaning.kind, phrase);
    }
  }

  /** A sentence that opens a list; without a meaning of its own it opens the work that it promises. */
  private ledIn(piece: SeenPiece, meaning: Meaning | null, name: string | null): void {
    const { writer } = this;
    if (writer.list?.kind === "statement" && this.statements.takes(piece)) {
      this.plainLines.place(piece);
      return;
    }
    if (!meaning && !writer.last && writer.list?.kind !== "measure") {
      writer.leave(piece, "introduction");
      return;
    }
    writer.leave(piece, "list_heading");
    this.statements.close();
    if (meaning?.is === "level") {
      writer.openList(piece, { kind: "level", level: writer.levelNamed(name!, meaning.rank) });
    } else if (meaning) this.openMeant(piece, meaning, "");
    else writer.openList(piece, { kind: "promise" });
  }

  /** "2024-25" over its goals, where the page sorts them by years. */
  private year(piece: SeenPiece, from: number, to: number, name: Name | null): void {
    const { writer } = this;
    if (!this.around.years.has(piece)) {
      if (name) this.openNamed(piece, name, true);
      else writer.leave(piece, "stray_mark");
      return;
    }
    this.close();
    const numbered = { code: null, printed: piece.text.slice(from, to) };
    const node = writer.openNode(
      piece,
      writer.level("school year", "year", "School Year", 1),
      piece.text.length,
      numbered,
    );
    if (from > 0 || to < piece.text.replace(/:$/, "").length) node.title = excerpt(piece);
    writer.waiting = null;
    if (name?.meaning.is === "level") {
      this.openNamed(piece, name, false);
      writer.draft.left.delete(piece);
    }
  }

  private close(): void {
    this.writer.closeList();
    this.statements.close();
  }
}

function outsideReason(piece: SeenPiece): Aside["reason"] {
  return piece.lines[0]!.region === "footer" ? "footer" : "navigation";
}
