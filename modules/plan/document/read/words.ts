/** One word in the singular: priorities → priority, focuses → focus, KPIs → KPI, Initiative(s) → Initiative. */
export function singularWord(word: string): string {
  const bare = word.replace(/\((?:s|es|ies)\)$/i, "");
  const lower = bare.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular) return matchCase(irregular, bare);
  if (/(?:ss|us|is|ous)$/.test(lower) || lower.length < 4 || !lower.endsWith("s")) return bare;
  if (lower.endsWith("ies") && lower.length > 4) return bare.slice(0, -3) + (bare.endsWith("S") ? "Y" : "y");
  if (/(?:ch|sh|x|z|ss|us)es$/.test(lower)) return bare.slice(0, -2);
  if (/^[A-Z0-9]+s$/.test(bare) || !/['’]s$/.test(bare)) return bare.slice(0, -1);
  return bare;
}

const IRREGULAR: Record<string, string> = {
  criteria: "criterion",
  foci: "focus",
  analyses: "analysis",
  emphases: "emphasis",
  theories: "theory",
  series: "series",
  progress: "progress",
  status: "status",
  data: "data",
  lens: "lens",
  news: "news",
  kpis: "kpi",
  us: "us",
  causes: "cause",
  gpms: "gpm",
  cpms: "cpm",
  ksfs: "ksf",
  resources: "resource",
  acciones: "acción",
  actividades: "actividad",
  direcciones: "dirección",
  indicadores: "indicador",
  pilares: "pilar",
  prioridades: "prioridad",
  valores: "valor",
  rectores: "rector",
  centrales: "central",
  fundamentales: "fundamental",
  anuales: "anual",
};

function matchCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like[0] === like[0]!.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** A phrase for looking up: small letters, every word singular, quotes and stray marks gone. */
export function phraseKey(phrase: string): string {
  return phrase
    .replace(/["“”‘’'`*]/g, "")
    .replace(/[–—]/g, "-")
    .trim()
    .split(/\s+/)
    .map((word) => singularWord(word).toLowerCase())
    .join(" ");
}

/** The name of a level as a plan would print it over one node: singular, without shouting. */
export function levelName(phrase: string, core = ""): string {
  const words = phrase.replace(/["“”]/g, "").trim().split(/\s+/);
  const head = core !== "" && !core.includes(" of ") ? words.length - 1 : headAt(words);
  const shouts = phrase === phrase.toUpperCase() && /[A-Z]{4}/.test(phrase);
  return words
    .map((word, i) => (i === head ? singularWord(word) : word))
    .map((word, i) => (SMALL.has(word.toLowerCase()) && i > 0 ? word.toLowerCase() : capital(word, shouts)))
    .join(" ");
}

const SMALL = new Set(["of", "and", "the", "for", "a", "an", "in", "to", "or"]);
const ACRONYMS = new Set([
  "SMART",
  "KSF",
  "CSF",
  "HB3",
  "GPM",
  "KPI",
  "SEL",
  "STEM",
  "DEI",
  "LCAP",
  "CIP",
  "SIP",
  "PLC",
  "CCMR",
  "ELA",
]);

/** The word that names the thing: the last one, or the last before "of". */
function headAt(words: string[]): number {
  const of = words.findIndex((word) => word.toLowerCase() === "of");
  return of > 0 ? of - 1 : words.length - 1;
}

function capital(word: string, shouts: boolean): string {
  if (ACRONYMS.has(word.toUpperCase())) return word.toUpperCase();
  const lower = shouts ? word.toLowerCase() : word;
  return lower[0]!.toUpperCase() + lower.slice(1);
}

/** A text for comparing: small letters, one kind of dash and quote, no punctuation at its end. */
export function sameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/[\s.:;,]+$/, "")
    .trim();
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[A-Za-z0-9]/.test(word)).length;
}

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|St|Mt|Ft|No|Nos|vs|etc|e\.g|i\.e|cf|Inc|Jr|Sr|Gr|Dept|Supt|Asst|Ave|Blvd|approx|incl|max|min|al|Fig|Vol|Ed|Rev|Gov|Sen|Rep|Prof|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|U\.S|a\.m|p\.m|pp?)\.|\.\.\.)["”’)]*$/;

/** Where the first sentence of a text ends (exclusive); the whole length if there is only one. */
export function firstSentenceEnd(text: string): number {
  const END = /[.!?]["”’)\]]*(?=\s+["“‘(]?[A-Z0-9])/g;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (/^\s*\d{1,2}\.$/.test(text.slice(0, end))) continue;
    if (!ABBREVIATION.test(text.slice(Math.max(0, end - 12), end)) && !insideParenthesis(text, end)) return end;
  }
  return text.length;
}

function insideParenthesis(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return before.lastIndexOf("(") > before.lastIndexOf(")") && text.indexOf(")", at) >= 0;
}

/** The sentences of a text as ranges. */
export function sentences(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let at = 0;
  while (at < text.length) {
    const end = at + firstSentenceEnd(text.slice(at));
    ranges.push([at, end]);
    at = end;
    while (text[at] === " ") at++;
  }
  return ranges;
}
