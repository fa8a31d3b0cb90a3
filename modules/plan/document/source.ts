/**
 * A document as the reader sees it: lines of text with what the format knew about each.
 *
 * Every format (txt, md, html, docx, pdf, csv, xlsx) becomes this, and the reader knows no other. `text` is the canonical
 * source: what the review page shows and what every span counts in. Formats differ in what they can say; a field that a
 * format cannot know is null (or false), and what was lost on the way is named in `losses`.
 */

export const FORMATS = ["txt", "md", "html", "docx", "pdf", "csv", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

export interface SourceDocument {
  format: Format;
  /** What the format itself calls the document (html title, docx or pdf property), never a file name. */
  title: string | null;
  /** The canonical text: the text of every line, joined by "\n". */
  text: string;
  lines: SourceLine[];
  /** What the format or the conversion could not carry, so that the review can say so. */
  losses: Loss[];
}

/**
 * `encoding`: the bytes were not UTF-8 and were decoded from the named encoding (in `detail`).
 * `style`: this format carries no bold, colour or headings. `columns`: tables or columns became plain lines.
 * `tracked-changes`: struck or tracked text was left out. `pictures`: pictures hold no text that can be read.
 * `hidden`: hidden sheets, rows or text were left out.
 */
export type Loss = {
  kind: "encoding" | "style" | "columns" | "tracked-changes" | "pictures" | "hidden";
  detail?: string;
};

export interface SourceLine {
  /** 1-based, consecutive. Empty lines of a file are lines too. */
  n: number;
  /** Exactly `document.text.slice(start, end)`: as printed, bullet included, markup of md and html removed. */
  text: string;
  start: number;
  end: number;
  /** Columns (txt, tab = 4), or nesting of the list or block in steps of 2 (md, html, docx), or points / 9 (pdf). */
  indent: number;
  /** 1-based page, where the format has pages. */
  page: number | null;
  /** 1 to 6 where the format marks a heading, else null. */
  heading: number | null;
  /** An item of a list that the format marks as such. `marker` is the label the format generates and does not print
   * in `text` ("1.", "a)", "Goal 2:"), or null where it is a mere bullet or already stands in `text`. Depth counts from 0; only
   * the first line of an item has it, what goes on under the item is merely indented as deep. */
  list: { depth: number; ordered: boolean; marker: string | null } | null;
  /** A cell of a table; the text of one cell may be several lines. Rows and columns count from 0. Empty cells have no line. */
  cell: { table: number; row: number; column: number; header: boolean } | null;
  /** True if the whole line (but for its bullet) has the property. */
  bold: boolean;
  italic: boolean;
  struck: boolean;
  /** "#rrggbb", null for the document's ordinary ink. */
  color: string | null;
  /** Size of the type relative to the most frequent one of the document (1 = body text); null where unknown. */
  size: number | null;
  /** Length of a leading run that stands out (bold, underlined or coloured) in a line that does not as a whole; else 0. */
  lead: number;
  /** Where on the page it stands; a reader leaves everything but "main" aside, unless there is no "main" at all. */
  region: "main" | "navigation" | "header" | "footer" | "sidebar";
  /** The whole line is a link or a button. */
  link: boolean;
  /** The next line continues this one for certain (the format knows: a soft wrap of a pdf, a `<br>` in a cell). */
  wraps: boolean;
}
