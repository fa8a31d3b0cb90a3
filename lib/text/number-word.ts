/** Small numbers in words, as a sentence says them: "Six people work here." From thirteen on, and elsewhere, in figures. */
const WORDS: Record<string, readonly string[]> = {
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  es: ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"],
};

export const numberWord = (count: number, language: string): string =>
  WORDS[language]?.[count] ?? new Intl.NumberFormat(language).format(count);

/** The same at the beginning of a sentence. */
export function numberWordFirst(count: number, language: string): string {
  const word = numberWord(count, language);
  return word.charAt(0).toUpperCase() + word.slice(1);
}
