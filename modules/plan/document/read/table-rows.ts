import {
  addToSpan,
  cellGuardrail,
  cellMeasure,
  cellNode,
  codeFromCell,
  keepField,
  nodeNamedBy,
  titleMeasure,
} from "./cells.ts";
import { codeKey, readCode } from "./code.ts";
import type { Column } from "./columns.ts";
import type { DraftMeasure, DraftNode, OpenList } from "./draft.ts";
import type { DraftWriter } from "./draft-writer.ts";
import { type Element, findElements, outermostFirst } from "./elements.ts";
import { excerpt, type Piece, pieceOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { sameRow, textOfCell } from "./table.ts";
import type { TableHost } from "./tables.ts";
import { readTitle } from "./title.ts";
import { phraseKey } from "./words.ts";

const NOTHING = /^(?:[-–—.]+|n\/?a|none|tbd)$/i;
const TOTAL = /^(?:grand |sub-?)?totals?\b/i;

/** Reads the rows below a heading row whose words say what the columns hold. */
export class TableRows {
  private readonly host: TableHost;
  private readonly writer: DraftWriter;
  private readonly columns: (Column | null)[];
  private readonly heads: SeenPiece[][];
  private readonly rows: SeenPiece[][][];
  private readonly elements: Element[];
  /** The node that each element has now: an empty cell means "as above". */
  private readonly current: (DraftNode | null)[];
  private readonly cells = new Map<DraftNode, string>();
  /** Texts that run on over several rows, put together. */
  private readonly texts = new Map<DraftNode, Piece>();
  private list: OpenList | null = null;
  /** "Goal 1" stood alone over the table that has its words. */
  private readonly waiting: DraftNode | null;
  /** A row of one cell between the others that heads those below it. */
  private section: DraftNode | null = null;

  constructor(host: TableHost, columns: (Column | null)[], heads: SeenPiece[][], rows: SeenPiece[][][]) {
    this.host = host;
    this.writer = host.writer;
    this.columns = columns;
    this.heads = heads;
    this.rows = rows;
    this.elements = outermostFirst(findElements(columns, host.writer), rows);
    this.waiting = host.writer.waiting;
    this.current = this.elements.map(() => null);
  }

  read(): void {
    const { rows } = this;
    const [first] = this.elements;
    const measured = this.columns.some((column) => column?.holds === "measure" || column?.holds === "series");
    if (first) this.list = this.openList({ kind: "level", level: first.level });
    else if (measured) this.list = this.openList({ kind: "measure", role: "kpi" });
    const last = rows.findLastIndex((row) => filledCells(row) > 2);
    for (const [at, row] of rows.entries()) {
      if (last >= 0 && at > last && filledCells(row) === 1 && row[0]!.length > 0 && !row.flat().some(isNumbered))
        this.leaveRow(row, "unclear");
      else if (row.some((cell) => TOTAL.test(textOfCell(cell))) || sameRow(row, this.heads))
        this.leaveRow(row, "table_heading");
      else if (!this.isSection(row)) this.readRow(row);
    }
  }

  /** The list that the table is: the one that a heading above has just opened, else one of its own. */
  private openList(opening: Pick<OpenList, "kind"> & Partial<OpenList>): OpenList {
    const { list } = this.writer;
    const same = list?.kind === opening.kind && list.level === (opening.level ?? null);
    if (same && list.items === 0 && !list.weak) return list;
    const [head] = this.heads.find((cell) => cell.length > 0)!;
    return this.writer.openList(head!, opening);
  }

  private leaveRow(row: SeenPiece[][], reason: "table_heading" | "unclear"): void {
    for (const piece of row.flat()) this.writer.leave(piece, reason);
  }

  /** "Goal 2: …" alone in its row heads the rows below, whatever the columns say. */
  private isSection(row: SeenPiece[][]): boolean {
    const filled = row.filter((cell) => cell.length > 0);
    const [piece] = filled[0] ?? [];
    if (filled.length !== 1 || !piece || row.length < 2) return false;
    const { sight } = piece;
    const column = row.indexOf(filled[0]!);
    const own = this.elements.find((element) => element.title === column || element.statement === column);
    const label =
      sight.is === "label" && sight.label.meaning.is === "level" && !sight.label.meaning.weak ? sight.label : null;
    if (label && own?.level.key !== phraseKey(label.phrase)) {
      for (const each of filled[0]!) this.host.feed(each);
      this.section = this.writer.last;
      this.current.fill(null);
      return true;
    }
    if (own && !this.isStray(own, piece, column)) return false;
    if (this.columns[column]?.holds === "measure") return false;
    this.leaveRow(row, "unclear");
    return true;
  }

  /** A note below the table, in a column whose nodes all have codes. */
  private isStray({ title, level }: Element, { sight }: SeenPiece, column: number): boolean {
    const coded = sight.is === "code" || (sight.is === "label" && sight.label.meaning.is === "level");
    return title === column && !coded && level.nodes.length > 1 && level.nodes.every((node) => node.code !== null);
  }

  private readRow(row: SeenPiece[][]): void {
    for (const [at, element] of this.elements.entries()) this.readElement(row, at, element);
    const node = this.current.findLast((each) => each !== null) ?? this.section;
    const measures: DraftMeasure[] = [];
    for (const [at, column] of this.columns.entries()) {
      const cell = (row[at] ?? []).filter((piece) => !NOTHING.test(piece.text));
      if (cell.length === 0 || !column) continue;
      if (column.holds === "measure")
        measures.push(...this.readMeasures(cell, column.meaning.role, node, this.codeOf(row)));
      else if (column.holds === "guardrail") for (const piece of cell) cellGuardrail(this.writer, piece);
      else if (
        column.holds === "field" &&
        node &&
        this.elements.every((element) => element.statement !== at && element.title !== at)
      ) {
        keepField(this.writer, node, column.field, cell[0]!);
      }
    }
    this.readSeries(row, measures.at(-1), node);
    for (const piece of row.flat()) this.writer.leaveUnused(piece);
  }

  /** The code of the row's measure, where a column holds it. */
  private codeOf(row: SeenPiece[][]): string | null {
    const at = this.columns.findIndex((column) => column?.holds === "code" && column.measure);
    return at >= 0 ? textOfCell(row[at] ?? []) || null : null;
  }

  private readElement(row: SeenPiece[][], at: number, element: Element): void {
    const cell = row[element.title] ?? [];
    const code = element.code === null ? [] : (row[element.code] ?? []);
    const beside = element.statement === null ? [] : (row[element.statement] ?? []);
    const text = textOfCell(cell) + textOfCell(code);
    const node = this.current[at];
    if (text === "") {
      if (beside[0] && node) this.continueText(node, beside[0]);
    } else if (node && this.cells.get(node) === text) {
      for (const piece of [...cell, ...code]) this.writer.leave(piece, "repeated");
    } else if (!NOTHING.test(text)) this.openNodes(at, element, { cell, code, beside }, text);
  }

  private openNodes(
    at: number,
    { level }: Element,
    cells: Record<"cell" | "code" | "beside", SeenPiece[]>,
    text: string,
  ): void {
    const { cell, code, beside } = cells;
    const { waiting } = this;
    if (waiting?.title === null && waiting.level === level && code[0] && cell[0] && sameNumber(waiting, code[0])) {
      this.writer.waiting = waiting;
      this.writer.fillTitle(cell[0]);
      for (const piece of code) this.writer.leave(piece, "reference");
      this.take(at, waiting, text);
      return;
    }
    const named = cell.length === 1 && beside.length === 0 ? nodeNamedBy(this.writer, cell[0]!, level) : null;
    const known = named && this.mayStandHere(named, at) ? named : null;
    if (known) {
      this.writer.leave(cell[0]!, "reference");
      this.take(at, known, text);
      return;
    }
    const listed = at === this.elements.length - 1 || (cell.length > 1 && cell.every(isItem));
    const titles = cell.length === 0 ? code : listed ? cell : cell.slice(0, 1);
    for (const piece of titles) {
      const node = cellNode(this.writer, piece, level);
      if (code.length > 0 && cell.length > 0) codeFromCell(this.writer, node, code[0]!);
      this.place(node, at);
      this.take(at, node, text);
    }
    if (titles.length > 1) this.current[at] = null;
    else for (const piece of [...cell.slice(titles.length), ...beside]) this.describe(this.current[at]!, piece);
  }

  /** One strategy under two objectives is two nodes. */
  private mayStandHere({ above }: DraftNode, at: number): boolean {
    return at === 0 || !above || above === this.above(at);
  }

  /** The node that the cells to the left of an element name, or the row of one cell above. */
  private above(at: number): DraftNode | undefined {
    return this.current.slice(0, at).findLast((node) => node !== null) ?? this.section ?? undefined;
  }

  private place(node: DraftNode, at: number): void {
    if (at > 0) node.above = this.above(at);
    else if (this.section) node.above = this.section;
    else node.list = this.list;
    if (at === 0) this.list!.items++;
  }

  private take(at: number, node: DraftNode, text: string): void {
    this.current[at] = node;
    this.current.fill(null, at + 1);
    this.cells.set(node, text);
  }

  /** What stands beside a title is its statement; beside a bare code it is the title. */
  private describe(node: DraftNode, piece: SeenPiece): void {
    if (node.title && node.statement) return;
    if (node.title) node.statement = excerpt(piece);
    else {
      const { title, statement } = readTitle(piece);
      Object.assign(node, { title, statement });
    }
    this.writer.extend(node, piece);
  }

  /** A text that runs on in the next row, where the cell of its code is empty. */
  private continueText(node: DraftNode, piece: SeenPiece): void {
    const words = node.statement ?? node.title;
    const from = words && this.host.pieceAt(words.span.start);
    if (!from || (/[.!?]$/.test(words.text) && !/^[a-z]/.test(piece.text))) return;
    const lines = (this.texts.get(node) ?? from).lines;
    const joined = pieceOf(from.at, [...lines, ...piece.lines], false);
    const at = joined.text.indexOf(words.text);
    if (at < 0) return;
    if (node.statement) node.statement = excerpt(joined, at);
    else node.title = excerpt(joined, at);
    this.texts.set(node, joined);
    this.writer.extend(node, piece);
  }

  private readMeasures(
    cell: SeenPiece[],
    role: DraftMeasure["role"],
    node: DraftNode | null,
    printed: string | null,
  ): DraftMeasure[] {
    return cell.flatMap((piece) => {
      const measure = cellMeasure(this.writer, piece, role, this.list?.kind === "measure" ? this.list : null);
      if (!measure) return [];
      if (node) measure.nodes = [node];
      measure.printed ??= printed;
      return [measure];
    });
  }

  private readSeries(row: SeenPiece[][], measure: DraftMeasure | undefined, node: DraftNode | null): void {
    let own = measure;
    for (const [at, column] of this.columns.entries()) {
      const [piece] = row[at] ?? [];
      if (column?.holds !== "series" || !piece || /^[xX✓✔●•]$/.test(piece.text)) continue;
      if (!own && node?.title && node.piece.cell?.row === piece.cell!.row) own = titleMeasure(this.writer, node);
      if (!own) continue;
      own.series.push({ kind: column.kind, period: column.period, value: piece.text });
      addToSpan(own, piece);
      this.writer.use(piece);
    }
  }
}

function sameNumber({ code }: DraftNode, piece: SeenPiece): boolean {
  const number = readCode(piece.text)?.code ?? readCode(piece.text, true)?.code;
  return code !== null && number !== undefined && codeKey(code) === codeKey(number);
}

function isItem({ bullet, sight }: SeenPiece): boolean {
  return bullet !== null || sight.is === "code";
}

function filledCells(row: SeenPiece[][]): number {
  return row.filter((cell) => cell.length > 0).length;
}

function isNumbered({ sight }: SeenPiece): boolean {
  return sight.is === "code" || (sight.is === "label" && sight.label.code !== null);
}
