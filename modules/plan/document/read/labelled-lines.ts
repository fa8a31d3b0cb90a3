import { besideIn, trimmed } from "./beside.ts";
import { type CodeReading, extendsCode, followsCode } from "./code.ts";
import { type DraftLevel, isKept } from "./draft.ts";
import { type DraftWriter, type Numbered, numberedOf, UNNUMBERED } from "./draft-writer.ts";
import { type InlineItem, inlineItems } from "./inline-items.ts";
import { type Label, type LabelHead, readLabelHead } from "./label.ts";
import type { LabelledMeasures } from "./labelled-measures.ts";
import type { Meaning } from "./lexicon/phrases.ts";
import { lookOf } from "./look.ts";
import { excerpt, joinSpans } from "./piece.ts";
import type { PlainLines } from "./plain-lines.ts";
import { isTask } from "./plan-words.ts";
import { type SeenPiece, shiftLabel } from "./see.ts";
import type { StatementReader } from "./statements.ts";
import type { Surroundings } from "./surroundings.ts";
import { wordCount } from "./words.ts";

type Of<Kind extends Meaning["is"]> = Extract<Meaning, { is: Kind }>;

/** Lines that say themselves what they are: by a label, by a code, or by both. */
export class LabelledLines {
  private readonly writer: DraftWriter;
  private readonly around: Surroundings;
  private readonly statements: StatementReader;
  private readonly plainLines: PlainLines;
  private readonly measures: LabelledMeasures;
  /** The level that codes of one shape had last: "2.2" after the measures of 2.1 is the next objective. */
  private readonly shapes = new Map<string, DraftLevel>();

  constructor(
    writer: DraftWriter,
    around: Surroundings,
    statements: StatementReader,
    plainLines: PlainLines,
    measures: LabelledMeasures,
  ) {
    this.writer = writer;
    this.around = around;
    this.statements = statements;
    this.plainLines = plainLines;
    this.measures = measures;
  }

  /** True if an attribute's label stands alone, so that its value is to come on the next line. */
  labelled(piece: SeenPiece, label: Label): void {
    const { meaning } = label;
    if (label.code === null && this.around.definitions.has(piece)) this.writer.leave(piece, "definition");
    else if (meaning.is === "level") this.level(piece, label);
    else if (meaning.is === "measure") this.measures.measure(piece, label, meaning);
    else if (meaning.is === "guardrail") this.measures.guardrail(piece, label, meaning);
    else if (meaning.is === "statement") this.statement(piece, label, meaning);
    else this.attribute(piece, label, meaning);
  }

  /** "Goal 2: …", or with a path before it "Goal 2, Strategy 1: …", whose own label begins at `from`. */
  level(piece: SeenPiece, label: Label, path: LabelHead[] = [], from = 0): void {
    const { writer } = this;
    if (isTask(label.meaning) && !writer.last) {
      writer.leave(piece, "narrative");
      return;
    }
    if (label.code === null && isValue(piece.text.slice(label.textAt)) && writer.last) {
      this.attribute(piece, label, { is: "attribute", field: "target" });
      return;
    }
    const level = writer.levelOf(label);
    if (label.code === null && isLabelAlone(piece.text.slice(label.textAt))) {
      writer.leave(piece, "list_heading");
      this.statements.close();
      writer.openList(piece, { kind: "level", level });
      return;
    }
    if (writer.list && writer.list.level !== level && !writer.list.weak) this.close();
    this.statements.close();
    const items = label.code ? [] : inlineItems(piece.text, label);
    if (items.length > 0) {
      this.inline(piece, level, items);
      return;
    }
    const node = writer.openNode(piece, level, label.textAt, numberedOf(piece, label, from));
    node.path = path;
    if (label.tag) node.tag = excerpt(piece, ...label.tag);
    if (writer.list?.level === level) writer.enlist(node, writer.list);
  }

  /** "Activities: 1. Train teachers 2. Buy books" */
  private inline(piece: SeenPiece, level: DraftLevel, items: InlineItem[]): void {
    const { writer } = this;
    const list = writer.openList(piece, { kind: "level", level });
    for (const { code, from, to } of items) {
      writer.enlist(writer.openNode(piece, level, from, { code, printed: code?.printed ?? null }, to), list);
    }
    writer.closeList();
  }

  coded(piece: SeenPiece, reading: CodeReading, label: Label | null): void {
    const { writer } = this;
    writer.resumeTitle();
    const { list } = writer;
    const numbered = { code: reading.code, printed: reading.code.printed };
    if (label) {
      const shifted = shiftLabel(label, reading.end);
      if (!list && !this.around.isPlan && label.code === null) writer.leave(piece, "narrative");
      else if (label.meaning.is === "level") writer.openNode(piece, writer.levelOf(label), shifted.textAt, numbered);
      else this.labelled(piece, { ...shifted, code: shifted.code ?? reading.code, codeEnd: reading.end });
      return;
    }
    if (list && list.kind !== "level" && list.kind !== "promise" && !this.goesOnWithNodes(reading)) {
      if (this.plainLines.belongsTo(list, piece)) this.plainLines.listItem(piece, reading);
      else if (list.kind === "statement") this.outOfStatement(piece, reading);
      else this.plainLines.listItem(piece, reading);
      return;
    }
    const unknown = writer.unknown !== null && !list && !this.goesOnAfterHeading(reading);
    if (unknown || (!this.around.isPlan && !list)) writer.leave(piece, "narrative");
    else this.codedNode(piece, reading, numbered);
  }

  /** A numbered line behind a mission that is complete belongs to the plan again, or to nothing. */
  private outOfStatement(piece: SeenPiece, reading: CodeReading): void {
    this.close();
    this.writer.resumeTitle();
    if (this.around.isPlan) this.codedNode(piece, reading, { code: reading.code, printed: reading.code.printed });
    else this.writer.leave(piece, "narrative");
  }

  private codedNode(piece: SeenPiece, reading: CodeReading, numbered: Numbered): void {
    const { writer } = this;
    const level = this.codeLevel(piece, reading);
    if (writer.list && writer.list.level !== level && (writer.list.kind !== "level" || !writer.list.weak)) this.close();
    this.statements.close();
    const node = writer.openNode(piece, level, reading.end, numbered);
    this.shapes.set(reading.code.shape, level);
    if (writer.list?.level === level) writer.enlist(node, writer.list);
  }

  /** A code that goes on where the nodes left off, in the middle of another list. */
  private goesOnWithNodes({ code }: CodeReading): boolean {
    const { look, items } = this.writer.list!;
    if (look === `code ${code.shape}`) return false;
    const before = this.shapes.get(code.shape)?.nodes.at(-1);
    if (!before?.code) return items > 0 && code.parts.length > 1 && this.hasAbove(code);
    return followsCode(code, before.code) || code.parts.length > 1;
  }

  /** "2.3" behind a heading that says nothing still belongs to the plan; a new "1." does not. */
  private goesOnAfterHeading({ code }: CodeReading): boolean {
    const before = this.shapes.get(code.shape)?.nodes.at(-1)?.code;
    return (before && followsCode(code, before)) || (code.parts.length > 1 && this.hasAbove(code));
  }

  private hasAbove(code: CodeReading["code"]): boolean {
    return this.writer.draft.nodes.some((node) => node.code !== null && extendsCode(code, node.code));
  }

  private codeLevel(piece: SeenPiece, { code }: CodeReading): DraftLevel {
    const known = this.shapes.get(code.shape);
    const { list } = this.writer;
    if (list?.level && (list.look === null || list.look === lookOf(piece))) {
      const last = known?.nodes.at(-1)?.code;
      const goesOn = known !== list.level && last && followsCode(code, last) && list.items === 0;
      if (!goesOn) return list.level;
    }
    return known ?? this.writer.level(`code:${code.shape}`, "code");
  }

  /** "MISSION: …"; but "Commitment 1.2" under a numbered node is a level of that plan's own. */
  private statement(piece: SeenPiece, label: Label, { kind }: Of<"statement">): void {
    if (label.code && this.hasAbove(label.code)) {
      this.level(piece, label);
      return;
    }
    this.writer.openList(piece, { kind: "statement", statement: kind });
    this.statements.open(piece, kind, label.phrase);
    if (label.textAt >= piece.text.length || this.statements.isTagline(piece, label.textAt))
      this.writer.leave(piece, "list_heading");
    else this.statements.addInline(piece, label.textAt);
  }

  private attribute(piece: SeenPiece, label: Label, { field }: Of<"attribute">): void {
    const beside = besideIn(piece, label.textAt, piece.text.length);
    const end = beside[0] ? trimmed(piece.text, label.textAt, beside[0].at) : piece.text.length;
    const value = excerpt(piece, label.textAt, end);
    if (!value) {
      this.writer.leave(piece, "unclear");
      return;
    }
    const node = this.writer.last;
    const isSeries = field === "baseline" || field === "target" || field === "actual";
    const measure = isSeries ? this.measureOfValue() : undefined;
    if (field === "target" && wordCount(value.text) > 4) {
      this.writer.addMeasure(piece, label.textAt, "kpi", UNNUMBERED);
    } else if (isSeries && measure) {
      const period = /20\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?/.exec(piece.text.slice(0, label.codeEnd))?.[0] ?? "";
      measure.series.push({ kind: field, period, value: value.text });
      measure.span = joinSpans(measure.span, value.span);
    } else if (node && isKept(field)) {
      const all = [{ field, at: 0, from: label.textAt, to: end }, ...beside];
      const kept = all.filter((each) => this.writer.keep(node, each, piece));
      if (kept.length === 0) this.writer.leave(piece, "unclear");
    } else this.writer.leave(piece, node ? "unclear" : "introduction");
  }

  /** The measure above, or the node's own sentence where a value stands right below the node. */
  private measureOfValue() {
    const { draft, last } = this.writer;
    const above = draft.measures.at(-1);
    if (above && (above.above === last || above.nodes.includes(last!))) return above;
    if (!last?.title || (last.level.rank ?? 9) > 3) return above;
    const measure = this.writer.addMeasure(last.piece, 0, "goal", UNNUMBERED);
    return measure ? Object.assign(measure, { text: last.title, list: null, nodes: [last] }) : above;
  }

  private close(): void {
    this.writer.closeList();
    this.statements.close();
  }
}

/** "Goal: 70% by 2029" beside a baseline is a value and no goal. */
function isValue(text: string): boolean {
  return /^\$?\d[\d.,]*\s?(?:%|percent|points?\b|\(|by\b|in\b|$)/i.test(text) && wordCount(text) <= 6;
}

/** "Objective 1" behind "Action Plan –" says whose list it is. */
function isLabelAlone(text: string): boolean {
  const head = readLabelHead(text);
  return head?.code != null && head.meaning.is === "level" && head.codeEnd >= text.length;
}
