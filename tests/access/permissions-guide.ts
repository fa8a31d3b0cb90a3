/** The guide's page on who may do what, written from the same policies and rows that the matrix tries. */
import { HAYWATER } from "#db/seed/cast.ts";
import type { SeededCast } from "#db/seed/seed-cast.ts";
import { type Decision, type TableAccess, VERBS } from "#lib/access.ts";
import { translatorIn } from "#locales/translator.ts";
import type { Actor } from "#modules/district/actor.ts";
import { reachesTo } from "#modules/roster/policy.ts";
import type { Facts } from "./rows.ts";

const PLANS = "plans, their versions and the lasting addresses of their parts";
const PARTS = "words of a version: levels, statements, goals, guardrails, measures";
const ACTS = "adoptions, votes and amendments";
const CROSSWALK = "what became of the plan before";
const COMMENT = "comments on a proposed version";
const CHAIN = "the hashes that link the rows of the logs";
const PAPERS = "documents handed in, and the steps of their review";
const IMPORT = "imports and their files";
const STUDENT = "students, where they are enrolled and since when";
const TAUGHT = "terms, courses, sections, who teaches them, student groups";
const SOURCES = "which rows of a file mean which school and person, and the day of the roster";
const SIGN_ON = "how people sign in: providers and rules";
const PLACES = "schools, departments and school years";

/** What the rows of a table are to the people of a district. */
const THINGS: Record<string, string> = {
  "district.address": "which district answers at an address",
  "district.district": "the district’s name and settings",
  "district.school": PLACES,
  "district.department": PLACES,
  "district.school_year": PLACES,
  "district.team": "teams",
  "people.person": "people",
  "people.grant": "grants of access",
  "people.invitation": "invitations",
  "people.event": "entries of the log",
  "people.viewing": "who viewed as someone else",
  "people.look": "who looked at which students",
  "imports.import": IMPORT,
  "imports.step": "the steps an import has gone through",
  "imports.file": IMPORT,
  "imports.file_part": "the bytes of files handed in",
  "imports.staged_row": "rows on their way in",
  "imports.change": "what a publication changed, and what was there before",
  "imports.refusal": "rows that were refused, and why",
  "imports.refused_row": "rows that were refused, and why",
  "imports.mapping": "what the codes of files mean",
  "people.retention": "how long the logs are kept",
  "people.cut": "what was let go of the logs by that rule",
  "people.chain": CHAIN,
  "people.chain_link": CHAIN,
  "roster.school_source": SOURCES,
  "roster.staff_source": SOURCES,
  "roster.day": SOURCES,
  "roster.session": TAUGHT,
  "roster.course": TAUGHT,
  "roster.section": TAUGHT,
  "roster.section_teacher": TAUGHT,
  "roster.group": TAUGHT,
  "roster.headcount": "how many students there are, by school, grade and group",
  "roster.student": STUDENT,
  "roster.student_source": STUDENT,
  "roster.school_enrollment": STUDENT,
  "roster.enrollment": STUDENT,
  "roster.deletion": "receipts of deleted records",
  "roster.group_member": "which students belong to a program’s group",
  "people.sign_on_provider": SIGN_ON,
  "people.sign_on_rules": SIGN_ON,
  "plan.document": PAPERS,
  "plan.review_step": PAPERS,
  "plan.review": "reviews of documents",
  "plan.plan": PLANS,
  "plan.version": PLANS,
  "plan.element": PLANS,
  "plan.level": PARTS,
  "plan.statement": PARTS,
  "plan.node": PARTS,
  "plan.guardrail": PARTS,
  "plan.measure": PARTS,
  "plan.measure_node": PARTS,
  "plan.focus": PARTS,
  "plan.alignment": "what the parts of a plan support and answer",
  "plan.adoption": ACTS,
  "plan.vote": ACTS,
  "plan.amendment": ACTS,
  "plan.amendment_authority": "whose decision a change of a plan needs",
  "plan.edit": "edits of a draft",
  "plan.comment": COMMENT,
  "plan.crosswalk": CROSSWALK,
};

const DONE = ["see", "add", "change", "remove"] as const;

export interface Reader {
  title: string;
  actor: Actor;
}

export interface Matrix {
  access: Record<string, TableAccess<Actor, Facts>>;
  /** The rows that are told apart. */
  rows: readonly { table: string; facts: Facts }[];
  haywater: SeededCast;
}

export function writeGuide(readers: readonly Reader[], matrix: Matrix): string {
  const lines = [
    "# Who may do what",
    "",
    "<!-- Written by tests/access/matrix.test.ts, which proves that the database agrees: `npm test -- tests/access -u` -->",
    "",
    `The people of the invented ${HAYWATER.name}, and what each may see, add, change and remove, with the reason that`,
    "Guidepost gives them. Whoever holds the same role in your district may do the same. The database enforces every line",
    "once more by itself.",
    "",
    "Of another district no one sees or changes anything, except that everyone may read which district answers at an",
    "address. The program itself (setting up, the command line) may do what a plan steward may, and founds the district.",
    "",
    "A student is seen only by looking, and every look is written down: of the lines on students, “see” says whom someone may",
    "look at today. Until someone looks, the database shows no student to anyone.",
    ...readers.flatMap((reader) => section(reader, matrix)),
  ];
  return `${lines.join("\n")}\n`;
}

interface Line {
  thing: string;
  places: string[];
  whens: string[];
  decisions: Decision[];
}

function section({ title, actor }: Reader, matrix: Matrix): string[] {
  return [
    "",
    `## ${title}`,
    "",
    "| What | Which | See | Add | Change | Remove | Because |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...linesFor(actor, matrix).map(({ thing, places, whens, decisions }) => {
      const which = [places.join(", "), ...(whens.length === 1 ? whens : [])].filter(Boolean).join("; ");
      const answers = decisions.map(({ allowed }) => (allowed ? "**yes**" : "no"));
      return `| ${[capital(thing), which, ...answers, becauseOf(decisions)].join(" | ")} |`;
    }),
  ];
}

/** What has the same answers shares a line. */
function linesFor(actor: Actor, { access, rows, haywater }: Matrix): Line[] {
  const lines = new Map<string, Line>();
  for (const [table, policy] of Object.entries(access)) {
    for (const { facts } of rows.filter((row) => row.table === table)) {
      const decisions = VERBS.map((verb) => policy[verb](actor, facts));
      if (facts.districtId !== actor.districtId && table !== "district.address") {
        if (decisions.some(({ allowed }) => allowed)) throw new Error(`${table} of another district is open: say so`);
        continue;
      }
      const thing = THINGS[table];
      if (thing === undefined) throw new Error(`the guide has no word for ${table}`);
      const key = JSON.stringify([thing, decisions]);
      const line = lines.get(key) ?? { thing, places: [], whens: [], decisions };
      addOnce(line.places, placeOf(table, facts, actor, haywater));
      addOnce(line.whens, whenOf(table, facts));
      lines.set(key, line);
    }
  }
  return [...lines.values()];
}

function addOnce(words: string[], word: string): void {
  if (word !== "" && !words.includes(word)) words.push(word);
}

function placeOf(table: string, facts: Facts, actor: Actor, haywater: SeededCast): string {
  const { orgId, personId, teamId, districtId, student } = facts;
  if (student !== undefined) {
    if (actor.reach.length === 0) return "";
    return reachesTo(actor, { districtId, ...student }).length > 0 ? "within reach" : "out of reach";
  }
  if (table === "roster.headcount" && actor.reach.some(({ through }) => through === "school")) {
    return actor.reach.some(({ of }) => of === orgId) ? "of the own school" : "of another school";
  }
  if (table.startsWith("roster.")) return "";
  const isOwn = personId !== null && personId === actor.person?.id;
  if (table.startsWith("district.") || table.startsWith("imports.")) return "";
  if (["people.event", "people.look", "people.viewing"].includes(table))
    return personId === null ? "of the program" : isOwn ? "signed by oneself" : "signed by others";
  if (OF_NO_ONE.includes(table) || THINGS[table] === SIGN_ON) return "";
  if (teamId !== undefined && !isOwn) return "of a team";
  if (table.startsWith("people.")) return isOwn ? "about oneself" : "about others";
  if (orgId === haywater.districtId) return "of the district";
  if (orgId === haywater.departments.technology) return "of a department";
  if (actor.schools.length === 0) return "of a school";
  return actor.schools.includes(orgId) ? "of the own school" : "of another school";
}

/** Of no one in particular. */
const OF_NO_ONE = ["plan.amendment_authority", "people.chain", "people.chain_link", "people.retention", "people.cut"];

/** What it takes for a thing to be final, in the guide's words. */
const SEALING: Record<string, [before: string, after: string]> = {
  [PARTS]: ["before it is adopted", "once adopted"],
  [CROSSWALK]: ["before it is published", "once published"],
  [COMMENT]: ["not yet read", "once read and shown"],
};

function whenOf(table: string, { audience, sealed, students, confidential }: Facts): string {
  if (confidential !== undefined) return confidential ? "of confidential groups" : "of other groups";
  if (table.startsWith("imports.")) return students ? "with students" : "without students";
  if (!table.startsWith("plan.") || PRIVATE.includes(table)) return "";
  const shown = audience === "public" ? "shown to the public" : "for staff only";
  const stage = SEALING[THINGS[table] ?? ""]?.[sealed ? 1 : 0];
  return stage === undefined ? shown : `${shown}, ${stage}`;
}

/** Who may read these does not hang on who may read the plan. */
const PRIVATE = ["plan.document", "plan.review", "plan.review_step", "plan.edit", "plan.amendment_authority"];

/** The reasons, with what each is the reason for, unless one reason serves for all. */
function becauseOf(decisions: readonly Decision[]): string {
  const t = translatorIn("en");
  const verbs = new Map<string, string[]>();
  for (const [at, { because }] of decisions.entries()) {
    verbs.set(because, [...(verbs.get(because) ?? []), DONE[at] as string]);
  }
  // biome-ignore lint/suspicious/noExplicitAny: the matrix proves that every reason is a message
  const sentences = [...verbs].map(([because, done]) => [capital(done.join(", ")), t(`policy.${because}` as any)]);
  return sentences.map(([done, sentence]) => (verbs.size === 1 ? sentence : `${done}: ${sentence}`)).join(" ");
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
