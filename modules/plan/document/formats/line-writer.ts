import { LIMITS, Stop } from "../refusal.ts";
import type { Format, Loss, SourceDocument, SourceLine } from "../source.ts";
import { BULLET, cleanText } from "./clean-text.ts";
import { isInk } from "./color.ts";
import { markHeaderRows } from "./table-header.ts";

/** How a run of characters looks. `color` "#rrggbb" or null; `size` in any one unit per document, null where unknown. */
export interface Style {
  bold: boolean;
  italic: boolean;
  underlined: boolean;
  struck: boolean;
  link: boolean;
  color: string | null;
  size: number | null;
}

export const PLAIN: Style = {
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  link: false,
  color: null,
  size: null,
};

export interface Run {
  text: string;
  style: Style;
}

export type Place = Partial<Pick<SourceLine, "indent" | "page" | "heading" | "list" | "cell" | "region" | "wraps">>;

/** A line whose colour, size and lead wait until the whole document is known. */
interface Pending {
  line: SourceLine;
  runs: Run[];
}

/** Takes the lines of a document one after the other, keeps count of the limits, and makes the document of them. */
export class LineWriter {
  readonly losses = new Map<string, Loss>();
  private readonly lines: SourceLine[] = [];
  private readonly pending: Pending[] = [];
  private readonly colors = new Map<string | null, number>();
  private readonly sizes = new Map<number, number>();
  private length = 0;
  private cells = 0;
  private tables = 0;

  /** The number of the next table, from 0. */
  nextTable(): number {
    return this.tables++;
  }

  lose(kind: Loss["kind"], detail?: string): void {
    const key = detail === undefined ? kind : `${kind}:${detail}`;
    if (!this.losses.has(key)) this.losses.set(key, detail === undefined ? { kind } : { kind, detail });
  }

  /** An unstyled line, or an empty one. */
  plain(text: string, place: Place = {}): SourceLine {
    return this.push(cleanText(text).trim(), place);
  }

  /**
   * A line of styled runs; white space at both ends is dropped. Where words are struck within a line, the line says what stands
   * without them, and the loss is named; a line struck as a whole stays, and is marked.
   */
  styled(runs: readonly Run[], place: Place = {}): SourceLine {
    const trimmed = trimRuns(this.withoutStruck(runs));
    const line = this.push(trimmed.map((run) => run.text).join(""), place);
    if (trimmed.length === 0) return line;
    const said = withoutBullet(trimmed, line.text);
    line.bold = said.every((run) => run.style.bold);
    line.italic = said.every((run) => run.style.italic);
    line.struck = said.every((run) => run.style.struck);
    line.link = said.every((run) => run.style.link);
    for (const run of said) this.weigh(run);
    this.pending.push({ line, runs: trimmed });
    return line;
  }

  finish(format: Format, title: string | null): SourceDocument {
    const ordinary = heaviest(this.colors) ?? null;
    const body = heaviest(this.sizes);
    for (const { line, runs } of this.pending) settle(line, runs, ordinary, body);
    markHeaderRows(this.lines);
    return {
      format,
      title: title === null ? null : cleanText(title).replace(/\s+/g, " ").trim() || null,
      text: this.lines.map((line) => line.text).join("\n"),
      lines: this.lines,
      losses: [...this.losses.values()],
    };
  }

  private withoutStruck(runs: readonly Run[]): readonly Run[] {
    const said = runs.filter((run) => run.text.trim() !== "");
    const standing = said.some((run) => !run.style.struck && /[\p{L}\p{N}]/u.test(run.text));
    if (!standing || said.every((run) => !run.style.struck)) return runs;
    this.lose("tracked-changes");
    return runs.filter((run) => !run.style.struck);
  }

  private push(text: string, place: Place): SourceLine {
    const line: SourceLine = {
      n: this.lines.length + 1,
      text,
      start: this.length,
      end: this.length + text.length,
      indent: place.indent ?? 0,
      page: place.page ?? null,
      heading: place.heading ?? null,
      list: place.list ?? null,
      cell: place.cell ?? null,
      bold: false,
      italic: false,
      struck: false,
      color: null,
      size: null,
      lead: 0,
      region: regionOf(text, place),
      link: false,
      wraps: place.wraps ?? false,
    };
    this.lines.push(line);
    this.length += text.length + 1;
    if (line.cell !== null) this.cells++;
    this.checkLimits();
    return line;
  }

  private checkLimits(): void {
    if (this.lines.length > LIMITS.lines) throw new Stop("too-many-lines", { limit: LIMITS.lines });
    if (this.cells > LIMITS.cells) throw new Stop("too-many-cells", { limit: LIMITS.cells });
    const megabytes = this.length / 1e6;
    if (megabytes > LIMITS.textMegabytes) {
      throw new Stop("too-much-text", { megabytes: Math.ceil(megabytes), limit: LIMITS.textMegabytes });
    }
  }

  private weigh({ text, style }: Run): void {
    const color = isInk(style.color) ? null : style.color;
    this.colors.set(color, (this.colors.get(color) ?? 0) + text.length);
    if (style.size !== null) this.sizes.set(style.size, (this.sizes.get(style.size) ?? 0) + text.length);
  }
}

/** Dots that lead to a page number point at the plan, as a table of contents does, and are not the plan. */
function regionOf(text: string, { region = "main" }: Place): SourceLine["region"] {
  return region === "main" && /(?:\.[ \t]?){5}[ \t]*(?:\d{1,4}|[ivxl]{1,6})$/.test(text) ? "navigation" : region;
}

/** "1.", "(b)", "iv)", "3.1A", "Goal 2": words that begin an item of their own. */
const LABEL =
  /^\(?(?:(?:\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]|[ivxIVX]+)[.):]\s|\d+\.\d+[A-Za-z]?\s|\d+[A-Z]\s|\p{Lu}\p{L}+ #?\d+(?:\.\d+)*[A-Za-z]?[.:)]?\s*(?:[-–—:]|$))/u;

/** A break within a cell folds one text, unless what follows begins an item of its own. */
export function foldsOn(next: string): boolean {
  return next !== "" && !BULLET.test(next) && !LABEL.test(next);
}

/** Colour, size and lead of a line, measured against what is ordinary in its document. */
function settle(line: SourceLine, runs: Run[], ordinary: string | null, body: number | undefined): void {
  const said = withoutBullet(runs, line.text);
  const colors = new Set(said.map((run) => shownColor(run.style, ordinary)));
  line.color = colors.size === 1 ? ([...colors][0] ?? null) : null;
  const sizes = new Map<number, number>();
  for (const { text, style } of said) {
    if (style.size !== null) sizes.set(style.size, (sizes.get(style.size) ?? 0) + text.length);
  }
  const size = heaviest(sizes);
  line.size = size === undefined || body === undefined || body <= 0 ? null : Math.round((size / body) * 100) / 100;
  line.lead = leadOf(line, runs, ordinary);
}

/** The colour a reader notices: none if it is the document's ordinary one. */
function shownColor({ color }: Style, ordinary: string | null): string | null {
  if (isInk(color)) return ordinary === null ? null : (color ?? "#000000");
  return color === ordinary ? null : color;
}

function leadOf(line: SourceLine, runs: Run[], ordinary: string | null): number {
  const bullet = BULLET.exec(line.text)?.[0].length ?? 0;
  let at = 0;
  let lead = 0;
  for (const { text, style } of runs) {
    const from = at;
    at += text.length;
    if (at <= bullet || text.trim() === "") continue;
    if (!style.bold && !style.underlined && shownColor(style, ordinary) === null) break;
    lead = from + text.trimEnd().length;
  }
  return lead >= line.text.length ? 0 : lead;
}

function trimRuns(runs: readonly Run[]): Run[] {
  const kept = runs.map(({ text, style }) => ({ text: cleanText(text), style })).filter((run) => run.text !== "");
  while (kept.length > 0 && kept[0]!.text.trim() === "") kept.shift();
  while (kept.length > 0 && kept.at(-1)!.text.trim() === "") kept.pop();
  if (kept.length === 0) return kept;
  kept[0]!.text = kept[0]!.text.trimStart();
  kept.at(-1)!.text = kept.at(-1)!.text.trimEnd();
  return kept;
}

/** The runs that say something: without white space alone and without the line's bullet. */
function withoutBullet(runs: Run[], text: string): Run[] {
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  let at = 0;
  const said = runs.filter((run) => {
    at += run.text.length;
    return at > bullet && run.text.trim() !== "";
  });
  return said.length > 0 ? said : runs;
}

function heaviest<Key>(weights: Map<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, weight] of weights) {
    if (weight > most) [best, most] = [key, weight];
  }
  return best;
}
