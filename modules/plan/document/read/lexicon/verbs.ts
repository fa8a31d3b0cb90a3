/** Verbs that open the lines of a plan ("Expand preschool", "Heat the shelters"): a list of these is work to be done. */
export const ACTION_VERBS: ReadonlySet<string> = new Set(
  `accelerate achieve acquire act adapt add address adjust administer adopt advance advocate align allocate allow analyze answer apply appoint ask assess
  assign assist attend attract audit balance begin bid block boost bring broaden build buy calibrate call capture care carry celebrate certify challenge
  change check choose clarify clean clear close coach collaborate collect combine commission commit communicate compare compile complete conduct connect
  construct consult continue convene coordinate count cover create cross-train cultivate cut decide decrease dedicate deepen define deliver demonstrate
  deploy describe design designate determine develop direct disaggregate discuss disseminate distribute diversify document double draft drop earn educate
  elevate eliminate embed employ empower enable encourage engage enhance enlarge enrich ensure equip establish evaluate examine exceed execute expand
  expect explain explore expose extend facilitate finalize find finish fix focus follow form formalize formulate foster fund furnish gather generate get
  give grow guarantee guard guide halve harness have heat help hire hold honor host identify implement improve incorporate increase inform initiate
  innovate inspect install institute instill insulate integrate introduce invest investigate invite involve join keep label launch lay lead learn lend
  lengthen let leverage limit link list listen locate lower mail maintain make manage map market match maximize measure meet mentor minimize model
  modernize modify monitor motivate move name narrow negotiate nurture observe obtain offer open operate optimize order organize orient outline overhaul
  oversee own pair participate partner pay perform pilot place plan plant post practice prepare present preserve prevent prioritize produce promote
  propose protect prove provide publicize publish pursue put raise re-draw reach read realign rebuild recognize recommend reconfigure recruit redesign
  reduce refine refurbish refresh regroup rehearse reimagine reinforce remodel remove renew renovate rent reorganize repair replace report request
  require research reserve respond restart restore restrict restructure retain rethink retire revamp review revise revisit rewrite run safeguard save
  scale schedule screen seal secure seek select send serve set settle share shift shorten show sign simplify solicit solve sponsor stabilize staff
  standardize start stop streamline strengthen structure study submit supply support surround survey sustain tackle tap target teach tell test thank
  track train transform transition translate tutor uncover undertake unify update upgrade use utilize validate value verify visit volunteer walk welcome
  widen work write`.split(/\s+/),
);

/** Words that open a phrase in front of an article without asking for anything. */
const NO_VERB = new Set(
  "in on at for with by from to of and or but all the a an is are was were as if when while both about over under after before during within into through across toward towards since until only even not".split(
    " ",
  ),
);

/** "Expand …", "Continue to …", "We will …", "All students will …": work or a promise, not a name. */
export function opensWithAction(text: string): boolean {
  const words = text.replace(/^["“‘(]+/, "").split(/\s+/);
  if (ACTION_VERBS.has(words[0]?.toLowerCase().replace(/[,;]$/, "") ?? "")) return true;
  if (
    /^[A-Z][a-z]+$/.test(words[0] ?? "") &&
    !NO_VERB.has(words[0]!.toLowerCase()) &&
    /^(?:the|an?|our|its|their|all|each|every|any|new|more)$/i.test(words[1] ?? "")
  )
    return true;
  return /\b(?:will|shall|must)\b/.test(words.slice(0, 8).join(" "));
}
