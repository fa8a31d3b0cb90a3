// What is not printed goes; what is printed stays, typing errors and curly quotes included.
const ODD = /[[\p{Cc}--[\t\n\v\f\r]]\u00a0\u00ad\u200b\u200e\u200f\u2060\ufeff\uf020-\uf0ff]/v;
const UNPRINTED = /[[\p{Cc}--[\t\n\v\f\r]]\u00ad\u200b\u200e\u200f\u2060\ufeff]/gv;

/** Bullets that Symbol and Wingdings keep in the private use area, as they look on paper. */
const SYMBOLS: Record<string, string> = {
  "\uf0b7": "•",
  "\uf0a7": "▪",
  "\uf06e": "■",
  "\uf0a8": "□",
  "\uf06f": "□",
  "\uf0d8": "➢",
  "\uf0e0": "→",
  "\uf0e8": "➔",
  "\uf076": "❖",
  "\uf0fc": "✓",
  "\uf0fe": "☑",
  "\uf02d": "-",
  "\uf020": " ",
};

/** A piece of a line without what no reader sees: NBSP becomes a space, soft hyphens and control characters vanish. */
export function cleanText(text: string): string {
  if (!ODD.test(text)) return text;
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll("\u001e", "-") // Word's non-breaking hyphen in old exports
    .replace(UNPRINTED, "")
    .replace(/[\uf020-\uf0ff]/g, (symbol) => SYMBOLS[symbol] ?? symbol);
}

/** A bullet at the start of a line, with the white space after it. */
export const BULLET = /^(?:[•●○◦▪■□▫‣⁃∙·➢❖✓✔☐☑→➔*\-–—]|o(?=\s))\s+/u;
