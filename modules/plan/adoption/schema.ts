/** What the forms about decisions may say. Messages are keys of `problem` in `locales/…/adoption.json`. */
import { z } from "zod";
import { oneLine } from "#lib/text/one-line.ts";
import { AMENDMENT_TYPES, AUTHORITIES } from "./authority.ts";
import { FATES } from "./crosswalk.ts";
import { CHOICES, type Choice } from "./motion.ts";

const line = (longest: number) => z.string().default("").transform(oneLine).pipe(z.string().max(longest, "too-long"));
const needed = (missing: string, longest: number) =>
  z.string(missing).transform(oneLine).pipe(z.string().min(1, missing).max(longest, "too-long"));
const day = z.iso.date("day-missing");
/** The day that an address or a document names; null if it names none. */
export const dayNamed = (text: string | null | undefined): string | null => day.safeParse(text).data ?? null;

const prose = (missing: string) => z.string(missing).trim().min(1, missing).max(4_000, "too-long");

/** The answers to "how did each vote": fields `vote.<id of the member>`. */
export function votesIn(fields: Record<string, unknown>): Map<string, Choice> {
  const votes = new Map<string, Choice>();
  for (const [name, value] of Object.entries(fields)) {
    const choice = CHOICES.find((each) => each === value);
    if (name.startsWith("vote.") && choice) votes.set(name.slice("vote.".length), choice);
  }
  return votes;
}

const motion = {
  on: day,
  fingerprint: z.string("text-changed").regex(/^[0-9a-f]{64}$/, "text-changed"),
  by: needed("by-missing", 300),
  wording: prose("wording-missing"),
  resolution: line(100).transform((text) => text || null),
  mover: z.string("mover-missing"),
  seconder: z.string("seconder-missing"),
};

export const AdoptionSchema = z.looseObject(motion);

const amending = { on: day, fingerprint: motion.fingerprint, reason: prose("reason-missing") };

export const AmendmentSchema = z.discriminatedUnion(
  "authority",
  [
    z.looseObject({ authority: z.literal("board"), ...motion, ...amending }),
    z.looseObject({ authority: z.literal("committee"), ...amending, by: motion.by }),
    z.looseObject({ authority: z.literal("superintendent"), ...amending, person: z.uuid("person-missing") }),
    z.looseObject({ authority: z.literal("steward"), ...amending, person: z.uuid("person-missing") }),
  ],
  "authority-missing",
);
export type AmendmentForm = z.infer<typeof AmendmentSchema>;

const authority = z.enum(AUTHORITIES, "authority-missing");
export const AuthoritiesSchema = z.object(
  Object.fromEntries(AMENDMENT_TYPES.map((type) => [type, authority])) as Record<
    (typeof AMENDMENT_TYPES)[number],
    typeof authority
  >,
);

export const CrosswalkSchema = z.looseObject({ do: z.enum(["save", "publish"], "not-understood") });

/** The answers about each element: fields `fate.<address>`, `to.<address>`, `why.<address>`. Without a fate nothing is said. */
export function linesIn(fields: Record<string, unknown>) {
  return Object.entries(fields).flatMap(([name, value]) => {
    const fate = FATES.find((each) => each === value);
    if (!name.startsWith("fate.") || !fate) return [];
    const element = name.slice("fate.".length);
    const said = (field: string) => {
      const text = fields[`${field}.${element}`];
      return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
    };
    return [{ element, fate, to: said("to"), why: said("why") }];
  });
}
