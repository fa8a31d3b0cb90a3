import type { Meaning } from "./phrases.ts";

/** Sentences that open a list, by what the list then holds. The first that fits counts. */
export const LEAD_INS: readonly [RegExp, Meaning][] = [
  [
    /^by (?:the (?:end|close|start|spring|fall|summer) of |spring |fall |june |may )*(?:the )?(?:sy ?)?20\d\d(?:\s?[-–]\s?\d{2,4})?(?: school year)?,? (?:we|the district|the school|our (?:district|schools?)|students|[A-Z][\w.' ]{0,40}?)?\s?(?:will|shall)(?: have)?:?$/i,
    { is: "measure", role: "long_term" },
  ],
  [/\b(?:leading indicators?)\b.*:$/i, { is: "measure", role: "leading" }],
  [/\b(?:lagging indicators?)\b.*:$/i, { is: "measure", role: "lagging" }],
  [/\b(?:interim goals?|goal progress measures?)\b.*:$/i, { is: "measure", role: "interim" }],
  [
    /\b(?:progress (?:will be|is) (?:measured|monitored|tracked)|progress measures?|monitor(?:ed)? (?:our )?progress)\b.*:$/i,
    { is: "measure", role: "progress" },
  ],
  [
    /^(?:as )?(?:measured|evidenced|demonstrated|indicated|shown) (?:by|through|in):?$/i,
    { is: "measure", role: "kpi" },
  ],
  [
    /\b(?:how (?:will|do|we will) we (?:know|measure)|how we(?:'ll| will)? (?:know|measure)|we(?:'ll| will) (?:know|measure)|success (?:will be|is) measured|measures? of success|key performance indicators?|success will look like|what (?:will )?success looks? like|we will (?:track|monitor|watch)|(?:measures?|metrics|indicators) (?:are|include|will be|we))\b.*[:?]$/i,
    { is: "measure", role: "kpi" },
  ],
  [/^(?:evidence|data sources?)\b.*:$/i, { is: "measure", role: "evidence" }],
  [/\bmission(?: statement)?\b.{0,40}:$/i, { is: "statement", kind: "mission" }],
  [/\bvision(?: statement)?\b.{0,40}:$/i, { is: "statement", kind: "vision" }],
  [/\bmotto\b.{0,24}:$/i, { is: "statement", kind: "motto" }],
  [/\b(?:core )?values\b.{0,24}:$/i, { is: "statement", kind: "value" }],
  [/\bbeliefs\b.{0,24}:$|^we believe(?: that)?\s?(?::|\.\.\.|…)$/i, { is: "statement", kind: "belief" }],
];

/** A promise whose list is the plan's own work, with no name for its items: "The district will:". */
export const PROMISE =
  /^(?:[Tt]o [^,:]{2,48}, )?(?:[Ww]e|[Tt]he district|[Oo]ur (?:district|schools?|staff)|[Ss]taff|[Tt]he (?:school|board|superintendent|team)|[A-Z][\w.' ]{0,48}? (?:ISD|Schools?|District|Academy))\s(?:will|shall|plan to|intends? to|aims? to)(?: continue to| work to| also)?:?$/;
