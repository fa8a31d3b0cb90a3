import type { MeasureRole } from "../reading.ts";
import type { DraftNode, OpenList } from "./draft.ts";
import { type DraftWriter, numberedOf } from "./draft-writer.ts";
import { isPlural, type Label } from "./label.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import { isSentence, lookOf } from "./look.ts";
import { excerpt, joinSpans, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import type { StatementReader } from "./statements.ts";
import type { Surroundings } from "./surroundings.ts";

type Of<Kind extends Meaning["is"]> = Extract<Meaning, { is: Kind }>;

const BARE = /^(?:measure|metric|indicator)$/i;

function isItem(node: DraftNode | null): boolean {
  return node !== null && (node.piece.bullet !== null || node.piece.sight.is === "code") && node.piece.heading === null;
}

/** Lines whose label says that they are a measure or a guardrail, or that those follow. */
export class LabelledMeasures {
  private readonly writer: DraftWriter;
  private readonly around: Surroundings;
  private readonly statements: StatementReader;
  /** "Guardrail 2" stood on a line of its own; its sentence is to come. */
  private awaited: { piece: SeenPiece; label: Label } | null = null;

  constructor(writer: DraftWriter, around: Surroundings, statements: StatementReader) {
    this.writer = writer;
    this.around = around;
    this.statements = statements;
  }

  measure(piece: SeenPiece, label: Label, { role }: Of<"measure">): void {
    if (this.awaits(piece, label)) return;
    if (label.textAt >= piece.text.length || this.leadsIn(piece, label)) {
      this.heading(piece, { kind: "measure", role });
      return;
    }
    const measure = this.writer.addMeasure(piece, label.textAt, this.roleOf(label, role), numberedOf(piece, label));
    this.enlist(piece, "measure");
    if (measure && label.tag) measure.tag = excerpt(piece, ...label.tag);
    if (measure && label.code === null) measure.outside = piece.bullet === null && isItem(measure.above);
  }

  /** "Measures: we will know that we succeed when" over bullets. */
  private leadsIn(piece: SeenPiece, { phrase, code }: Label): boolean {
    return code === null && isPlural(phrase) && !isSentence(piece.text) && this.around.listFollows(piece);
  }

  guardrail(piece: SeenPiece, label: Label, { interim }: Of<"guardrail">): void {
    const numbered = numberedOf(piece, label);
    if (this.awaits(piece, label)) return;
    if (label.textAt >= piece.text.length) this.heading(piece, { kind: "guardrail", interim });
    else if (interim) this.writer.addMeasure(piece, label.textAt, "guardrail_interim", numbered);
    else {
      if (this.writer.list?.kind !== "guardrail") {
        this.writer.closeList();
        this.statements.close();
      }
      this.writer.addGuardrail(piece, label.textAt, numbered);
      this.enlist(piece, "guardrail");
    }
  }

  /** "Measure 1.A" under "Long-term measures" is one of those: the bare word says nothing more exact than the heading. */
  private roleOf({ phrase }: Label, role: MeasureRole): MeasureRole {
    const { list } = this.writer;
    return list?.kind === "measure" && list.role && BARE.test(phrase) ? list.role : role;
  }

  /** A labelled line is an item of the open list too: a line that looks otherwise is none. */
  private enlist(piece: SeenPiece, kind: OpenList["kind"]): void {
    const { list } = this.writer;
    if (list?.kind !== kind) return;
    list.look ??= lookOf(piece);
    list.items++;
  }

  /** "Guardrail 2" on a line of its own over its sentence. */
  private awaits(piece: SeenPiece, label: Label): boolean {
    const below = this.around.next(piece);
    if (label.code === null || label.textAt < piece.text.length || below?.sight.is !== "plain") return false;
    if (below.bullet !== null || below.cell !== piece.cell) return false;
    this.awaited = { piece, label };
    return true;
  }

  /** Takes the sentence that a number on a line of its own has waited for. */
  take(piece: SeenPiece): boolean {
    const { awaited, writer } = this;
    this.awaited = null;
    if (awaited?.label.meaning.is !== "measure" && awaited?.label.meaning.is !== "guardrail") return false;
    const { meaning } = awaited.label;
    const numbered = numberedOf(awaited.piece, awaited.label);
    const role = meaning.is === "measure" ? meaning.role : meaning.interim ? "guardrail_interim" : null;
    const taken = role ? writer.addMeasure(piece, 0, role, numbered) : writer.addGuardrail(piece, 0, numbered);
    if (taken) taken.span = joinSpans(spanOf(awaited.piece), taken.span);
    return true;
  }

  private heading(piece: SeenPiece, opening: Parameters<DraftWriter["openList"]>[1]): void {
    this.writer.leave(piece, "list_heading");
    this.statements.close();
    this.writer.openList(piece, opening);
  }
}
