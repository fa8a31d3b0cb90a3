import type { Format } from "./source.ts";

/** How much of a document is read; what is beyond is refused, with the figure in the sentence. */
export const LIMITS = {
  fileMegabytes: 20,
  /** Of text, after decoding: a million characters are taken as a megabyte. */
  textMegabytes: 5,
  lines: 250_000,
  cells: 100_000,
  pages: 1_500,
  /** Elements within elements (html, docx). */
  depth: 20_000,
  /** Elements of one document (html, docx, xlsx). */
  elements: 1_500_000,
} as const;

/** Formats that Guidepost recognises and does not read; each has its own advice in the sentence. */
export type Unsupported =
  | "doc"
  | "xls"
  | "ppt"
  | "pptx"
  | "odt"
  | "ods"
  | "rtf"
  | "pages"
  | "epub"
  | "image"
  | "archive"
  | "mail"
  | "code"
  | "other";

/** What each refusal tells its sentence (`refusal.<kind>` in `locales/<language>/document.json`). */
export interface RefusalValues {
  empty: object;
  "no-text": object;
  "too-large": { megabytes: number; limit: number };
  "too-much-text": { megabytes: number; limit: number };
  "too-many-lines": { limit: number };
  "too-many-cells": { limit: number };
  "too-many-pages": { pages: number; limit: number };
  "too-complex": object;
  scan: { pages: number };
  encrypted: { format: Format };
  damaged: { format: Format };
  "unclosed-quote": { line: number };
  "archive-too-large": { limit: number };
  "archive-entry-too-large": { entry: string; limit: number };
  "archive-too-many-files": { limit: number };
  "archive-too-deep": { entry: string; limit: number };
  "archive-too-dense": { entry: string; limit: number };
  "foreign-definitions": object;
  binary: object;
  undecodable: { line: number };
  unsupported: { found: Unsupported };
  "too-slow": { seconds: number };
  "too-heavy": { megabytes: number };
}

export type RefusalKind = keyof RefusalValues;

/** `name` is the file's own name (shortened), `from` tells a file from pasted text; every sentence may use both. */
export type Origin = { name: string; from: "file" | "paste" };

/** The file's own name without folders, short enough for a sentence. */
export function originOf(name: string, from: Origin["from"]): Origin {
  const own = name.split(/[\\/]/).at(-1)!.replace(/\p{C}/gu, "").trim();
  return { name: own.length > 80 ? `${own.slice(0, 60)}…${own.slice(-15)}` : own, from };
}

/** Why a document is not read: a kind of a closed list, and what its sentence says. */
export type Refusal = { [Kind in RefusalKind]: { kind: Kind; values: RefusalValues[Kind] & Origin } }[RefusalKind];

/**
 * Ends a reading from deep inside a parser's callbacks. It never leaves `openSource`, which turns it into a value: what other
 * folders see is always a `Result`.
 */
export class Stop<Kind extends RefusalKind = RefusalKind> extends Error {
  readonly kind: Kind;
  readonly values: RefusalValues[Kind];

  constructor(kind: Kind, values: RefusalValues[Kind]) {
    super(`Refused: ${kind}`);
    this.kind = kind;
    this.values = values;
  }
}

export function refusalOf(stop: Stop, origin: Origin): Refusal {
  return { kind: stop.kind, values: { ...stop.values, ...origin } } as Refusal;
}
