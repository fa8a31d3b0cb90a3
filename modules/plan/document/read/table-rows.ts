import type { Column } from "./columns.ts";
import type { DraftLevel, DraftMeasure, DraftNode, OpenList } from "./draft.ts";
import { excerpt, joinSpans, pieceOf, spanOf } from "./piece.ts";
import type { SeenPiece } from "./see.ts";
import { sameRow, textOfCell } from "./table.ts";
import type { TableHost } from "./tables.ts";
import { readTitle } from "./title.ts";
import { sameKey } from "./words.ts";

/** The columns that together make one kind of node: its code, its title, what describes it. */
interface Element {
  level: DraftLevel;
  code: number | null;
  title: number | null;
  statement: number | null;
}

const NOTHING = /^(?:[-–—.]+|n\/?a|none|tbd)$/i;
const TOTAL = /^(?:grand |sub-?)?totals?\b/i;

/** Reads the rows below a heading row whose words say what the columns hold. */
export class TableRows {
  private readonly host: TableHost;
  private readonly columns: (Column | null)[];
  private readonly heads: SeenPiece[][];
  private readonly elements: Element[];
  private readonly current: (DraftNode | null)[];
  private readonly cells = new Map<DraftNode, string>();
  private list: OpenList | null = null;
  /** A row of one cell between the others that heads those below it. */
  private section: DraftNode | null = null;

  constructor(host: TableHost, columns: (Column | null)[], heads: SeenPiece[][]) {
    this.host = host;
    this.columns = columns;
    this.heads = heads;
    this.elements = this.findElements();
    this.current = this.elements.map(() => null);
  }

  read(rows: SeenPiece[][][]): void {
    const first = this.elements[0];
    const anchor = this.heads.find((cell) => cell.length > 0)![0]!;
    const measured = this.columns.some((column) => column?.holds === "measure" || column?.holds === "series");
    if (first) this.list = this.host.tableList(anchor, { kind: "level", level: first.level });
    else if (measured) this.list = this.host.tableList(anchor, { kind: "measure", role: "kpi" });
    for (const [at, row] of rows.entries()) {
      if (row.some((cell) => TOTAL.test(textOfCell(cell))) || sameRow(row, this.heads)) this.leaveRow(row);
      else if (!this.isSection(row)) this.readRow(row, rows[at - 1]);
    }
  }

  private findElements(): Element[] {
    const elements: Element[] = [];
    let code: number | null = null;
    let named: Element | null = null;
    const outside = this.host.list?.kind === "level" ? this.host.list.level : null;
    const add = (level: DraftLevel, title: number | null, statement: number | null = null): Element => {
      const element = { level, code, title, statement };
      elements.push(element);
      code = null;
      return element;
    };
    for (const [at, column] of this.columns.entries()) {
      if (column?.holds === "code" && !column.measure) {
        code = at;
        if (column.name) named = add(this.host.levelNamed(column.name, column.rank), null);
        else named = null;
        if (named) named.code = at;
      } else if (column?.holds === "level") {
        const level = this.host.levelNamed(column.name, column.rank);
        if (named?.level === level && named.title === null) named.title = at;
        else add(level, at);
      } else if (column?.holds === "field" && column.field === "title") {
        if (named && named.title === null) named.title = at;
        else if (outside && elements.length === 0) add(outside, at);
      } else if (column?.holds === "field" && column.field === "statement") {
        const last = elements.at(-1);
        if (last && last.statement === null) last.statement = at;
        else if (!last && outside) add(outside, at);
      }
    }
    for (const element of elements) {
      if (element.title === null) [element.title, element.statement] = [element.statement, null];
    }
    return elements.filter((element) => element.title !== null);
  }

  private leaveRow(row: SeenPiece[][]): void {
    for (const piece of row.flat()) this.host.leave(piece, "table_heading");
  }

  /** "Goal 2: …" alone in its row heads the rows below, whatever the columns say. */
  private isSection(row: SeenPiece[][]): boolean {
    const filled = row.filter((cell) => cell.length > 0);
    const [piece] = filled[0] ?? [];
    if (filled.length !== 1 || !piece || row.length < 2) return false;
    const { sight } = piece;
    const labelled = sight.is === "label" && sight.label.code !== null && sight.label.meaning.is === "level";
    const column = row.indexOf(filled[0]!);
    const own = this.elements.find((element) => element.title === column || element.statement === column);
    if (labelled && own?.level.key !== this.host.labelKey(sight.label)) {
      for (const each of filled[0]!) this.host.feed(each);
      this.section = this.host.last;
      this.current.fill(null);
      return true;
    }
    const stray =
      own &&
      !labelled &&
      sight.is !== "code" &&
      own.title === column &&
      own.level.nodes.length > 1 &&
      own.level.nodes.every((node) => node.code);
    if ((own && !stray) || this.columns[column]?.holds === "measure") return false;
    for (const each of filled[0]!) this.host.leave(each, "unclear");
    return true;
  }

  private readRow(row: SeenPiece[][], before: SeenPiece[][] | undefined): void {
    for (const [at, element] of this.elements.entries()) this.readElement(row, at, element, before);
    const deepest = this.current.findLast((node) => node !== null) ?? this.section;
    const measures: DraftMeasure[] = [];
    for (const [at, column] of this.columns.entries()) {
      const cell = row[at] ?? [];
      if (cell.length === 0 || column === null) continue;
      if (column.holds === "measure")
        measures.push(...this.readMeasures(cell, column.meaning.role, deepest, this.codeOf(row)));
      else if (column.holds === "guardrail") for (const piece of cell) this.host.addGuardrail(piece);
      else if (column.holds === "field" && deepest) this.readField(cell[0]!, column.field, deepest);
    }
    this.readSeries(row, measures, deepest);
    for (const piece of row.flat()) this.host.leaveUnused(piece);
  }

  private codeOf(row: SeenPiece[][]): string | null {
    const at = this.columns.findIndex((column) => column?.holds === "code" && column.measure);
    return at >= 0 ? textOfCell(row[at] ?? []) || null : null;
  }

  private readElement(row: SeenPiece[][], at: number, element: Element, before: SeenPiece[][] | undefined): void {
    const cell = row[element.title!] ?? [];
    const codeCell = element.code === null ? [] : (row[element.code] ?? []);
    const statement = element.statement === null ? [] : (row[element.statement] ?? []);
    const node = this.current[at];
    if (cell.length === 0 && codeCell.length === 0) {
      if (statement.length > 0 && node && before) this.continueTitle(node, statement);
      return;
    }
    const text = textOfCell(cell) + textOfCell(codeCell);
    if (NOTHING.test(text)) return;
    if (node && this.cells.get(node) === text) {
      for (const piece of [...cell, ...codeCell]) this.host.leave(piece, "repeated");
      return;
    }
    const known = cell.length === 1 && statement.length === 0 ? this.host.findNode(cell[0]!, element.level) : null;
    if (known) {
      this.host.leave(cell[0]!, "reference");
      this.take(at, known, text);
      return;
    }
    const pieces = cell.length === 0 ? codeCell : at === this.elements.length - 1 ? cell : cell.slice(0, 1);
    for (const piece of pieces) {
      const opened = this.host.cellNode(piece, element.level);
      if (codeCell.length > 0 && cell.length > 0) this.host.giveCode(opened, codeCell[0]!);
      if (at === 0) this.host.inList(opened, this.list!, this.section);
      else opened.above = this.current.slice(0, at).findLast((above) => above !== null) ?? this.section ?? undefined;
      this.take(at, opened, text);
    }
    const last = this.current[at]!;
    for (const piece of cell.slice(pieces.length)) this.describe(last, piece);
    for (const piece of statement) this.describe(last, piece);
  }

  private take(at: number, node: DraftNode, text: string): void {
    this.current[at] = node;
    this.current.fill(null, at + 1);
    this.cells.set(node, text);
  }

  /** What stands beside a title is its statement; beside a bare code it is the title. */
  private describe(node: DraftNode, piece: SeenPiece): void {
    if (!node.title) {
      const { title, statement } = readTitle(piece);
      Object.assign(node, { title, statement });
    } else if (!node.statement) node.statement = excerpt(piece);
    else return;
    node.span = joinSpans(node.span, spanOf(piece));
    this.host.use(piece);
  }

  /** A text that runs on in the next row, where the cell of its code is empty. */
  private continueTitle(node: DraftNode, cell: SeenPiece[]): void {
    const [piece] = cell;
    const words = node.statement ?? node.title;
    if (!words || !piece) return;
    if (/[.!?]$/.test(words.text) && !/^[a-z]/.test(piece.text)) return;
    const from = this.host.pieceAt(words.span.start);
    if (!from) return;
    const joined = { ...pieceOf(piece.at, [...from.lines, ...piece.lines], false), sight: from.sight };
    const at = joined.text.indexOf(words.text);
    if (node.statement) node.statement = excerpt(joined, at);
    else node.title = excerpt(joined, at);
    node.span = joinSpans(node.span, spanOf(piece));
    this.host.use(piece);
  }

  private readMeasures(
    cell: SeenPiece[],
    role: DraftMeasure["role"],
    node: DraftNode | null,
    printed: string | null,
  ): DraftMeasure[] {
    return cell.flatMap((piece) => {
      if (NOTHING.test(piece.text)) return [];
      const measure = this.host.addMeasure(piece, role, this.list?.kind === "measure" ? this.list : null);
      if (!measure) return [];
      if (node) measure.nodes = [node];
      measure.printed ??= printed;
      return [measure];
    });
  }

  private readSeries(row: SeenPiece[][], measures: DraftMeasure[], node: DraftNode | null): void {
    let measure = measures.at(-1);
    for (const [at, column] of this.columns.entries()) {
      const cell = row[at] ?? [];
      if (column?.holds !== "series" || cell.length === 0) continue;
      if (!measure && node?.title && node.piece.cell?.row === cell[0]!.cell!.row) {
        measure = this.host.titleMeasure(node);
      }
      if (!measure) continue;
      const words = excerpt(cell[0]!)!;
      measure.series.push({ kind: column.kind, period: column.period, value: words.text });
      measure.span = joinSpans(measure.span, spanOf(cell[0]!));
      this.host.use(cell[0]!);
    }
  }

  private readField(piece: SeenPiece, field: string, node: DraftNode): void {
    if (NOTHING.test(piece.text)) return;
    const words = excerpt(piece);
    if (
      field === "owner" ||
      field === "dates" ||
      field === "phase" ||
      field === "horizon" ||
      field === "amount" ||
      field === "tag"
    ) {
      if (node[field] === null) {
        node[field] = words;
        node.span = joinSpans(node.span, spanOf(piece));
        this.host.use(piece);
      } else if (sameKey(node[field].text) !== sameKey(piece.text)) this.host.leave(piece, "unclear");
    }
  }
}
