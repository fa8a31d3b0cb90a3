/** How a counter of a list is printed; the names are those of WordprocessingML. */
export type Numeral =
  | "decimal"
  | "decimalZero"
  | "lowerLetter"
  | "upperLetter"
  | "lowerRoman"
  | "upperRoman"
  | "ordinal"
  | "cardinalText"
  | "ordinalText"
  | "none";

/** The counter as printed: 3 → "3", "c", "C", "iii", "III", "3rd". Letters repeat beyond z, as Word has it: 27 → "aa". */
export function printNumeral(count: number, numeral: Numeral): string {
  switch (numeral) {
    case "none":
      return "";
    case "decimal":
      return String(count);
    case "decimalZero":
      return String(count).padStart(2, "0");
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "cardinalText":
      return CARDINALS[count] ?? String(count);
    case "ordinalText":
      return ORDINALS[count] ?? `${count}${ordinalEnding(count)}`;
    case "ordinal":
      return `${count}${ordinalEnding(count)}`;
  }
}

const CARDINALS = "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split(" ");
const ORDINALS = [
  "",
  ..."First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth".split(" "),
];

function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let printed = "";
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      printed += sign;
      rest -= value;
    }
  }
  return printed;
}

function ordinalEnding(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][count % 10] ?? "th";
}
