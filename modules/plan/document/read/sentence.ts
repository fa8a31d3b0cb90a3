import { MONTH } from "./dates.ts";

/** What a measure's own sentence already says, as printed. The measures module reads sentences fully. */
export interface SentenceReading {
  baseline: string | null;
  target: string | null;
  by: string | null;
}

const VALUE = String.raw`(?:\$\s?)?\d[\d,]*(?:\.\d+)?(?::1)?(?:\s?(?:%|percent(?:age points?)?|points?|million))?`;
const WHEN = String.raw`(?:(?:the )?(?:end|close|start|beginning|spring|fall|winter|summer) of )?(?:the )?(?:${MONTH}\s+\d{1,2},\s+20\d{2}|${MONTH}(?:\s+of)?,?\s+20\d{2}|(?:spring|summer|fall|autumn|winter)(?: of)? 20\d{2}|(?:SY|FY)?\s?20\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?(?: school year)?|year 20\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?)`;
const FROM_TO = new RegExp(
  String.raw`\bfrom\s+(${VALUE})(?:\s[^.;]{0,90}?)?\s+to\s+(?:at least |about |approximately )?(${VALUE})`,
  "i",
);
const BASELINE = new RegExp(
  String.raw`\b(?:baseline(?: of|:)?|up from|down from|currently|compared (?:with|to)|from a baseline of)\s+(${VALUE})`,
  "i",
);
const TARGETS = [
  new RegExp(
    String.raw`\b(?:at least|at or above|no (?:less|fewer|more) than|a minimum of|to at least|or above|reach|to)\s+(${VALUE})`,
    "i",
  ),
  new RegExp(
    String.raw`(${VALUE})\s+(?:of\s+(?:all\s+|our\s+)?[a-z\d]|and above|or (?:more|above|higher|better))`,
    "i",
  ),
  new RegExp(String.raw`^(${VALUE})\s+by\b`, "i"),
  new RegExp(String.raw`\bby\s+(${VALUE}\s?(?:%|percent|points?)|\d[\d.]*\s?%)`, "i"),
];
const BY = new RegExp(String.raw`\b(?:by|in|no later than|before)\s+(${WHEN})`, "gi");

/** Baseline, target and deadline of a measure sentence, each a piece of the sentence or null. */
export function readMeasureSentence(text: string): SentenceReading {
  const fromTo = FROM_TO.exec(text);
  if (fromTo) return { baseline: fromTo[1]!.trim(), target: fromTo[2]!.trim(), by: deadlineOf(text) };
  const baseline = BASELINE.exec(text)?.[1]?.trim() ?? null;
  const target =
    TARGETS.flatMap((pattern) => pattern.exec(text)?.[1]?.trim() ?? []).find(
      (value) => value !== baseline && !isYear(value),
    ) ?? null;
  return { baseline, target, by: deadlineOf(text) };
}

/** The date behind "by"; else the last one behind "in" where the sentence looks ahead. */
function deadlineOf(text: string): string | null {
  const dates = [...text.matchAll(BY)];
  const by = dates.findLast((match) => /^(?:by|no later than|before)/i.test(match[0]));
  const ahead = dates.length > 1 ? dates.at(-1) : undefined;
  return (by ?? ahead)?.[1]?.trim() ?? null;
}

function isYear(value: string): boolean {
  return /^(?:19|20)\d{2}$/.test(value);
}
