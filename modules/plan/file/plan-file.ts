/**
 * The open plan file: a whole plan as documented JSON (docs/plan-file.md) that leaves an installation and enters another without
 * loss. It speaks of elements and plans by their addresses; ids, accounts and who may read the plan stay at home.
 */
import { z } from "zod";
import { NOT_ADDRESSES } from "../address.ts";
import { AMENDMENT_TYPES, AUTHORITIES } from "../adoption/authority.ts";
import { FATES } from "../adoption/crosswalk.ts";
import { CHOICES } from "../adoption/motion.ts";
import { MEASURE_ROLES, STATEMENT_KINDS } from "../document/reading.ts";
import { PLAN_KINDS, VERSION_STATUSES } from "../domain.ts";

export const FORMAT = "guidepost-plan";
/** Raised when a reader of the version before could misunderstand a file. */
export const FORMAT_VERSION = 1;

const words = (longest: number) =>
  z.string().min(1).max(longest).refine(isPlain, "half a character or a null character");
const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable();
const short = orNull(words(2_000));
const address = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
  .refine((text) => !NOT_ADDRESSES.includes(text.toLowerCase()), "an address that no page of the program has");
const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** PostgreSQL keeps no null character, and UTF-8 no half of a surrogate pair. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

const level = z.strictObject({
  key: words(200),
  label: words(100),
  printed: z.boolean(),
  numbering: z.strictObject({
    style: z.enum(["decimal", "upper", "lower", "roman", "none"]),
    inherits: z.boolean(),
    separator: z.string().max(20),
    restart: z.enum(["per_parent", "global"]),
    prefix: orNull(z.string().max(100)),
  }),
});

const statement = z.strictObject({
  address,
  parent: orNull(address),
  kind: z.enum(STATEMENT_KINDS),
  text: words(20_000),
  owner: short,
});

const node = z.strictObject({
  address,
  parent: orNull(address),
  level: words(200),
  code: short,
  title: orNull(words(20_000)),
  statement: orNull(words(40_000)),
  placeholder: z.boolean(),
  owner: short,
  dates: short,
  phase: short,
  horizon: short,
  tag: short,
  mark: orNull(z.enum(["new", "modified", "continuing"])),
  amount: short,
});

const guardrail = z.strictObject({ address, code: short, text: words(20_000), actor: short });

const measure = z.strictObject({
  address,
  role: z.enum(MEASURE_ROLES),
  code: short,
  tag: short,
  text: words(20_000),
  baseline: short,
  target: short,
  byWhen: short,
  series: z.array(
    z.strictObject({ kind: z.enum(["baseline", "target", "actual"]), period: words(200), value: words(200) }),
  ),
  guardrail: orNull(address),
  nodes: z.array(address),
});

export const VersionTextSchema = z.strictObject({
  period: orNull(z.strictObject({ start: short, end: short, printed: words(2_000) })),
  levels: z.array(level),
  statements: z.array(statement),
  nodes: z.array(node),
  guardrails: z.array(guardrail),
  measures: z.array(measure),
  focus: z.array(z.strictObject({ year: words(100), nodes: z.array(address) })),
});

const alignment = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("supports"), element: address, plan: slug, to: address }),
  z.strictObject({ kind: z.literal("answers"), element: address, framework: words(200), code: words(100) }),
]);

/** How a version came into force. Those who vote are names here, as they were then. */
const adoption = z.strictObject({
  authority: z.enum(AUTHORITIES),
  on: z.iso.date(),
  by: words(300),
  motion: orNull(
    z.strictObject({
      wording: words(4_000),
      resolution: orNull(words(100)),
      mover: words(200),
      seconder: words(200),
      votes: z.array(z.strictObject({ name: words(200), choice: z.enum(CHOICES) })).max(500),
    }),
  ),
});

/** What it changed is what its text says otherwise than that of the version it amends. */
const amendment = z.strictObject({ amends: z.int().min(1), type: z.enum(AMENDMENT_TYPES), reason: words(4_000) });

const crosswalk = z.strictObject({
  publishedAt: orNull(z.iso.datetime()),
  lines: z.array(
    z.strictObject({ element: address, fate: z.enum(FATES), to: orNull(address), why: orNull(words(4_000)) }),
  ),
});

const version = z.strictObject({
  n: z.int().min(1),
  status: z.enum(VERSION_STATUSES),
  createdAt: z.iso.datetime(),
  changeNote: short,
  proposed: orNull(z.strictObject({ at: z.iso.datetime(), commentUntil: orNull(z.iso.date()) })),
  adoption: orNull(adoption),
  amendment: orNull(amendment),
  adoptionPrinted: orNull(z.strictObject({ date: short, body: short, printed: words(2_000) })),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  text: VersionTextSchema,
  alignments: z.array(alignment),
});

export const PlanFileSchema = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  plan: z.strictObject({
    slug,
    title: words(300),
    kind: z.enum(PLAN_KINDS),
    of: z.strictObject({ kind: z.enum(["district", "school", "department"]), name: words(300) }),
    supersedes: orNull(slug),
    crosswalk: orNull(crosswalk),
  }),
  versions: z.array(version).min(1),
});

export type PlanFile = z.infer<typeof PlanFileSchema>;
export type FileVersion = PlanFile["versions"][number];
export type FileAdoption = NonNullable<FileVersion["adoption"]>;
export type FileAlignment = FileVersion["alignments"][number];

/** The bytes of a plan file: the keys in the order of the documentation, two spaces, one line feed at the end. */
export const writePlanFile = (file: PlanFile): string => `${JSON.stringify(PlanFileSchema.parse(file), null, 2)}\n`;
