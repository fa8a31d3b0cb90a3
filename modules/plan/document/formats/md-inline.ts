import { parseFragment } from "parse5";
import { parseColor } from "./color.ts";
import { PLAIN, type Run, type Style } from "./line-writer.ts";

/** A run of `*`, `_` or `~` that may open or close emphasis. */
interface Mark {
  at: number;
  sign: string;
  length: number;
  opens: boolean;
  closes: boolean;
}

interface Piece {
  text: string;
  style: Style;
  mark: Mark | null;
}

// A mark looks no further back than this for its partner: enough for any paragraph, and a text of nothing but marks stays linear.
const MOST_OPEN = 50;

/**
 * The words of a Markdown paragraph as styled runs, the markup gone. "\n" in a run is a line of the file; "\v" is a hard break.
 * `pictures` is called for every picture that is left out.
 */
export function readInline(source: string, references: ReadonlySet<string>, pictures: () => void): Run[] {
  const pieces = tokenize(source, references, pictures);
  pairMarks(pieces);
  return pieces.filter((piece) => piece.text !== "").map(({ text, style }) => ({ text, style }));
}

const TOKEN =
  /\\([!-/:-@[-`{-~])|\\\n|(`+)|!\[|\[|\]|(\*+|_+|~~+)|<(https?:\/\/[^\s<>]+|[\w.+-]+@[\w.-]+)>|<!--[\s\S]{0,500}?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,31});|(?<! ) {2,}\n/g;

function tokenize(source: string, references: ReadonlySet<string>, pictures: () => void): Piece[] {
  const pieces: Piece[] = [];
  const brackets: { at: number; picture: boolean }[] = [];
  let tags: { tag: string; style: Style }[] = [];
  let style = PLAIN;
  const say = (text: string): void => {
    if (text !== "") pieces.push({ text, style, mark: null });
  };
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let found = TOKEN.exec(source); found !== null; found = TOKEN.exec(source)) {
    say(source.slice(at, found.index));
    const [token, escaped, ticks, sign, address, slash, tag, attributes] = found;
    at = found.index + token.length;
    if (escaped !== undefined) say(escaped);
    else if (token === "\\\n" || /^ +\n$/.test(token)) say("\v");
    else if (ticks !== undefined) at = code(source, at, ticks, say);
    else if (sign !== undefined) pieces.push({ text: sign, style, mark: markAt(source, found.index, sign) });
    else if (address !== undefined) pieces.push({ text: address, style: { ...style, link: true }, mark: null });
    else if (token === "[" || token === "![") {
      brackets.push({ at: pieces.length, picture: token === "![" });
      if (brackets.length > MOST_OPEN) brackets.shift();
      say(token);
    } else if (token === "]") at = closeBracket(source, at, pieces, brackets, references, pictures, say);
    else if (tag !== undefined) {
      const lower = tag.toLowerCase();
      if (lower === "br") say("\v");
      else if (lower === "img") pictures();
      else if (slash === "/") {
        const open = tags.findLastIndex((one) => one.tag === lower);
        if (open >= 0) {
          style = tags[open]!.style;
          tags = tags.slice(0, open);
        }
      } else if (!(attributes ?? "").endsWith("/") && tags.length < MOST_OPEN) {
        tags.push({ tag: lower, style });
        style = styleOfTag(lower, attributes ?? "", style);
      }
    } else if (token.startsWith("&")) say(entity(token));
    TOKEN.lastIndex = at;
  }
  say(source.slice(at));
  return pieces;
}

/** A code span ends at as many ticks as began it; without an end the ticks are ticks. */
function code(source: string, at: number, ticks: string, say: (text: string) => void): number {
  for (let end = source.indexOf(ticks, at); end >= 0 && end - at < 10_000; end = source.indexOf(ticks, end + 1)) {
    if (source[end - 1] === "`" || source[end + ticks.length] === "`") continue;
    say(source.slice(at, end));
    return end + ticks.length;
  }
  say(ticks);
  return at;
}

function closeBracket(
  source: string,
  at: number,
  pieces: Piece[],
  brackets: { at: number; picture: boolean }[],
  references: ReadonlySet<string>,
  pictures: () => void,
  say: (text: string) => void,
): number {
  const open = brackets.pop();
  if (open === undefined) {
    say("]");
    return at;
  }
  const inside = pieces.slice(open.at + 1).reduce((text, piece) => text + piece.text, "");
  const end = endOfTarget(source, at, inside, references);
  if (end === null) {
    say("]");
    return at;
  }
  if (open.picture) {
    pictures();
    pieces.length = open.at;
    return end;
  }
  pieces[open.at]!.text = "";
  for (const piece of pieces.slice(open.at + 1)) piece.style = { ...piece.style, link: true };
  return end;
}

/** Where a link ends whose text was just closed: after (address "title"), after [name], or right here if its text is a name. */
function endOfTarget(source: string, at: number, inside: string, references: ReadonlySet<string>): number | null {
  const rest = source.slice(at, at + 2_500);
  const direct = /^\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*\)/.exec(
    rest,
  );
  if (direct !== null) return at + direct[0].length;
  const named = /^\[([^\]]*)\]/.exec(rest);
  const name = (named?.[1] || inside).trim().toLowerCase();
  return references.has(name) ? at + (named?.[0].length ?? 0) : null;
}

function markAt(source: string, at: number, sign: string): Mark {
  const before = source[at - 1] ?? " ";
  const after = source[at + sign.length] ?? " ";
  const leftFlanking = !/\s/.test(after) && (!/[\p{P}\p{S}]/u.test(after) || /[\s\p{P}\p{S}]/u.test(before));
  const rightFlanking = !/\s/.test(before) && (!/[\p{P}\p{S}]/u.test(before) || /[\s\p{P}\p{S}]/u.test(after));
  // Nobody writes two tildes by chance; figures and their signs stand close to them, where words keep away.
  if (sign[0] === "~")
    return { at, sign: "~", length: sign.length, opens: /\S/.test(after), closes: /\S/.test(before) };
  const inWord = sign[0] === "_" && leftFlanking && rightFlanking;
  return {
    at,
    sign: sign[0]!,
    length: sign.length,
    opens: leftFlanking && (!inWord || /[\p{P}\p{S}]/u.test(before)),
    closes: rightFlanking && (!inWord || /[\p{P}\p{S}]/u.test(after)),
  };
}

/** Gives the pieces between two partners their style, and takes the marks away that were used. */
function pairMarks(pieces: Piece[]): void {
  let open: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    const { mark } = piece;
    if (mark === null) continue;
    while (mark.closes && mark.length > 0) {
      const partner = open.findLastIndex((one) => matches(pieces[one]!.mark!, mark));
      if (partner < 0) break;
      const opener = pieces[open[partner]!]!;
      const used = mark.sign === "~" ? mark.length : Math.min(2, mark.length, opener.mark!.length);
      dress(pieces, open[partner]! + 1, index, mark.sign, used);
      shorten(opener, used);
      shorten(piece, used);
      open = open.slice(0, opener.mark!.length > 0 ? partner + 1 : partner);
    }
    if (mark.opens && mark.length > 0) {
      open.push(index);
      if (open.length > MOST_OPEN) open.shift();
    }
  }
}

function matches(opener: Mark, closer: Mark): boolean {
  if (opener.sign !== closer.sign || opener.length === 0) return false;
  if (opener.sign === "~") return opener.length === closer.length;
  // "Rule of three" of CommonMark: a run that could do both does not pair with one that adds up to a multiple of three.
  const both = opener.closes || closer.opens;
  return !both || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function dress(pieces: Piece[], from: number, to: number, sign: string, used: number): void {
  for (let at = from; at < to; at++) {
    const piece = pieces[at]!;
    if (sign === "~") piece.style = { ...piece.style, struck: true };
    else if (used === 2) piece.style = { ...piece.style, bold: true };
    else piece.style = { ...piece.style, italic: true };
  }
}

function shorten(piece: Piece, used: number): void {
  piece.mark!.length -= used;
  piece.text = piece.text.slice(used);
}

function styleOfTag(tag: string, attributes: string, style: Style): Style {
  const color = /\bcolor\s*[:=]\s*["']?\s*([^;"'>]+)/i.exec(attributes)?.[1];
  const dressed = { ...style, color: color === undefined ? style.color : (parseColor(color) ?? style.color) };
  if (tag === "b" || tag === "strong") dressed.bold = true;
  if (tag === "i" || tag === "em") dressed.italic = true;
  if (tag === "u" || tag === "ins") dressed.underlined = true;
  if (tag === "s" || tag === "del" || tag === "strike") dressed.struck = true;
  if (tag === "a") dressed.link = true;
  return dressed;
}

function entity(token: string): string {
  const [node] = parseFragment(token).childNodes;
  return node !== undefined && "value" in node ? node.value : token;
}
