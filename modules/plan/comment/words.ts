/**
 * What a comment may not hold, because no one who comments on a plan needs it and everyone who misuses a page does: links and
 * addresses, HTML, marks that cannot be seen. Pages escape what they show; this is not what keeps them safe. Pure.
 */

export const LONGEST_TEXT = 5_000;
export const LONGEST_NAME = 100;

export type WordsProblem = "empty" | "too-long" | "unseen" | "tags" | "links";

/** Line ends of any system, no spaces at the ends, none of the invisible breaks that pasted text brings: what is kept, and counted. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .trim()
    .normalize("NFC");

/** What is wrong with a tidy text, or null. */
export function problemOfWords(text: string, longest: number): WordsProblem | null {
  if (text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, "") === "") return "empty";
  // As the database counts: an emoji is one.
  if (text.length > longest && [...text].length > longest) return "too-long";
  if (UNSEEN.test(text)) return "unseen";
  // Full-width letters and the like read the same, and are looked at as what they read as.
  const plain = text.normalize("NFKC");
  if (TAGS.some((tag) => tag.test(plain))) return "tags";
  return LINKS.some((link) => link.test(plain)) ? "links" : null;
}

/** Control characters, marks that override the direction of writing, towers of accents. (Emoji are joined by U+200D: it stays.) */
const UNSEEN = /[\p{Cs}\p{Co}\u202a-\u202e\u2061-\u206f]|[^\P{Cc}\n\t]|\p{M}{6}/u;

const TAGS = [/<[a-z/!?]/i, /&(?:lt|gt|quot|#\d+|#x[0-9a-f]+);/i];

/** Endings that are words too, in English or Spanish, are links only where no sentence can begin: in small letters. */
const ENDINGS =
  "com|org|net|edu|gov|mil|int|info|biz|name|pro|app|dev|xyz|top|site|online|store|shop|club|link|click|win|bid|loan|review|" +
  "stream|download|website|tech|cloud|blog|guru|casino|bet|poker|vip|wang|ltd|agency|email|network|media|porn|sexy?|chat|pics|" +
  "video|host|press|buzz|icu|cam|fun|lol|mobi|museum|travel|jobs|tel|xxx|digital|systems|solutions|рф|бел|укр|中国|网络|公司";

const LINKS = [
  // Any scheme, and those that need no slashes.
  /:\/\//,
  /\b(?:javascript|vbscript|mailto|hxxps?)\s*:/i,
  /\bdata:[a-z]+\//i,
  /\bwww\d?\./i,
  // Markdown and forum marks.
  /\]\s*\(|\]\s*\[[^\]]*\]|^[ \t]*\[[^\]]+\]:/m,
  /\[(?:url|img|link)\b/i,
  // E-mail addresses.
  /[^\s@]@[^\s@]+\.[^\s@]/,
  // Bare domains: a dot without a space behind it, then a known ending or two small letters (".io", ".ru").
  new RegExp(`[\\p{L}\\p{N}]\\.(?:${ENDINGS})(?![\\p{L}\\p{N}-])`, "iu"),
  /[\p{L}\p{N}-]{2}\.(?:[a-z]{2}|[A-Z]{2})(?![\p{L}\p{N}'’-])/u,
  /\bxn--/i,
  // Anything with a path behind a dot.
  /[\p{L}\p{N}]\.[\p{L}]{2,}(?::\d+)?\//u,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/)/,
  // Dots that are only half hidden.
  /\w\s?(?:\[\.\]|\(\.\)|[[(]dot[\])])\s?\w/i,
];
