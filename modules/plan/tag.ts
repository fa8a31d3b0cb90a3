/** What is written on an element's tag, and what its level is called in a sentence. Pure. */

/** A level's name as it stands on a page: the plan's own word, or one of ours ("Item") where nothing is printed. */
export interface LevelName {
  label: string;
  printed: boolean;
}

/** "PRIORITY 3" → "3", "Strategy 1.1" → "1.1": a tag stands under a heading that says the level already. */
function withoutLabel(code: string, label: string): string {
  if (!code.toLowerCase().startsWith(label.toLowerCase())) return code;
  const rest = code
    .slice(label.length)
    .replace(/^[\s#:.–—-]+/, "")
    .trim();
  return rest === "" ? code : rest;
}

const LONGEST_ADDRESS = 12;

/** The printed code; where there is none the address, which "strategic-priority-1.2" says as short as "1.2". */
export function tagOf(code: string | null, label: string, address: string): string {
  if (code !== null) return withoutLabel(code, label);
  if (address.length <= LONGEST_ADDRESS) return address;
  return /^[a-z][a-z-]*-(\d[\w.-]*)$/i.exec(address)?.[1] ?? address;
}

/** A measure's tag: "Long-Term Measure 1.A" → "1.A", for what kind it is stands beside it; "GPM 1.1" stays. */
export function tagOfMeasure(code: string | null, address: string): string {
  const number = /^(?:\p{Lu}\p{Ll}[\p{L}-]*\s+)+(\S*\d\S*)$/u.exec(code ?? "")?.[1];
  return number ?? tagOf(code, "Measure", address);
}

/** The number on a signpost's arm: what the printed code says besides the level's name; null if it says nothing. */
export function numberOf(code: string | null, label: string): string | null {
  if (code === null) return null;
  const rest = withoutLabel(code, label);
  return rest.length <= 6 ? rest : null;
}

/** "Strategic Priority" → "strategic priority", "KSF" → "KSF", "PRIORITY" → "priority": the word within a sentence. */
export function labelWithin(label: string): string {
  const shouted = label === label.toUpperCase() && /[A-Z]/.test(label);
  return label
    .split(" ")
    .map((word) => {
      const isName = word.length > 1 && word === word.toUpperCase();
      if (isName && (!shouted || word.length <= 3 || !/[AEIOU]/.test(word))) return word;
      return word.toLowerCase();
    })
    .join(" ");
}
