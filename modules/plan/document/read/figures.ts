/** Numbers that are no result and no target: dates, school years, grades, spans of time, ages, codes of a form. */
const NO_FIGURE: readonly RegExp[] = [
  /\b(?:19|20)\d{2}\s?[-–/]\s?(?:\d{2}){1,2}\b/g,
  /\b(?:(?:SY|FY)\s?)?(?:19|20)\d{2}\b/g,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b(?:st|nd|rd|th)?/gi,
  /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b/g,
  /\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\b/gi,
  /\bgrades?\s+(?:pre-?k|k|\d{1,2})(?:\s?(?:-|–|to|through|and|,|&)\s?\d{1,2})*/gi,
  /\b(?:pre-?k|k|tk)\s?[-–]\s?\d{1,2}\b/gi,
  /\b\d{1,2}(?:st|nd|rd|th)(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th))?(?:[- ](?:grade|graders|grades|percentile)?)\b/gi,
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[- ](?:or more |or fewer |consecutive |school |calendar |business )*(?:years?|months?|weeks?|days?|hours?|minutes?|semesters?|quarters?|times|sessions?|year-olds?)(?:[- ]old)?\b/gi,
  /\b(?:year|phase|tier|level|title|algebra|core|part|ages?|step|quarter|stage|unit|appendix|form|room|district|hb|sb|page|grade)\s?(?:\d{1,3}|[ivx]+)\b(?:\s(?:or|and|to)\s\d)?/gi,
  /\$\s?[\d,.]+(?:\s?(?:million|billion|k|m))?/gi,
  /\b[A-Za-z]+-?\d+\b/g,
];

/** The text with every number taken out that is a date, a grade or a span of time. */
export function withoutDates(text: string): string {
  return NO_FIGURE.reduce((rest, pattern) => rest.replace(pattern, " "), text);
}

/** True if a sentence holds a number that may be a result or a target. Money counts as one only in results. */
export function hasFigure(text: string): boolean {
  return /\d/.test(withoutDates(text));
}

const SPELLED = /\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter|double|halve|triple)\b/i;
const QUANTITY =
  /\b(?:percent(?:age)?|share|number|rate|rates|score|scores|ratio|average|median|proportion|percentile|count)\b|%/i;
const INSTRUMENT =
  /\b(?:as measured by|measured (?:by|on|through)|according to the|on the (?:\w+ ){0,3}(?:survey|assessment|tests?)|as (?:shown|indicated|evidenced|demonstrated) (?:by|on|in))\b/i;

const NAMED_TEST = /\bon (?:the )?(?:(?:[Ss]pring|[Ff]all|[Ww]inter|[Ss]tate|[Aa]nnual) )?(?:[A-Z]{3,}\b|NWEA|i-Ready)/;

/** True if a goal's own sentence can be measured: a target number with what it counts, or a named instrument. */
export function isMeasurable(text: string): boolean {
  if (INSTRUMENT.test(text) || (text !== text.toUpperCase() && NAMED_TEST.test(text))) return true;
  const bare = withoutDates(text);
  if (/\d\s?%|\bpercent\b|\d\s?percentage/.test(bare)) return true;
  const figure = /\d/.test(bare) || (QUANTITY.test(bare) && SPELLED.test(bare));
  return (
    (figure && QUANTITY.test(bare)) ||
    /\bfrom\s+[\d.,]+.*\bto\s+[\d.,]+/.test(bare) ||
    (/\d/.test(bare) && /\bat least|no (?:fewer|less|more) than|above|below\b/i.test(bare))
  );
}
