/** Student groups that a state defines from others (Arkansas: poor, or learning English, or disabled), made and ended. */
import { ok, type Result, refuse } from "#lib/result.ts";
import { freeSlug, slugOf } from "#lib/text/slug.ts";
import type { Actor } from "#modules/district/actor.ts";
import { writeEvent } from "#modules/people/event-log.ts";
import type { WriteTx } from "#platform/db/desk.ts";
import { mayKeepRoster } from "../policy.ts";
import { listGroups } from "./queries.ts";
import type { CompositeInput } from "./schema.ts";

type NotAllowed = { kind: "not-allowed"; because: string };

/**
 * The key of the new group. It is as confidential as the most confidential of its parts: whoever may not know who is poor may not
 * learn it from a group of the poor. It counts from the next time that the day is worked out.
 */
export async function defineComposite(
  tx: WriteTx,
  actor: Actor,
  { label, fromOn, parts }: CompositeInput,
): Promise<Result<string, NotAllowed | { kind: "no-parts" | "part-unknown" | "label-taken" }>> {
  const { districtId } = actor;
  const may = mayKeepRoster(actor, actor);
  if (!may.allowed) return refuse({ kind: "not-allowed", because: may.because });
  const groups = await listGroups(tx, districtId);
  const programs = new Map(groups.filter(({ kind }) => kind === "program").map((group) => [group.key, group]));
  if (parts.some(({ key }) => !programs.has(key))) return refuse({ kind: "part-unknown" });
  // None of these alone would be nearly everyone: a group is of someone.
  if (!parts.some(({ part }) => part !== "none")) return refuse({ kind: "no-parts" });
  if (groups.some((group) => group.label?.toLowerCase() === label.toLowerCase()))
    return refuse({ kind: "label-taken" });
  const key = freeSlug(slugOf(label, "group"), new Set(groups.map((group) => group.key)));
  const keysOf = (which: string) => parts.filter(({ part }) => part === which).map((each) => each.key);
  const composition = { anyOf: keysOf("any"), allOf: keysOf("all"), noneOf: keysOf("none") };
  const confidential = parts.some((each) => programs.get(each.key)?.confidential);
  await tx
    .insertInto("roster.group")
    .values({ districtId, key, kind: "composite", label, confidential, ...composition, fromOn, ordinal: 100 })
    .execute();
  await writeEvent(tx, actor, {
    action: "define-group",
    subject: { kind: "group", id: key },
    after: { name: label, confidential, ...composition, fromOn },
  });
  return ok(key);
}

/** Counts no one from today on; what was counted stays. */
export async function endComposite(
  tx: WriteTx,
  actor: Actor,
  key: string,
  today: string,
): Promise<Result<null, NotAllowed | { kind: "group-unknown" }>> {
  const { districtId } = actor;
  const may = mayKeepRoster(actor, actor);
  if (!may.allowed) return refuse({ kind: "not-allowed", because: may.because });
  const found = (await listGroups(tx, districtId)).find((group) => group.key === key && group.kind === "composite");
  if (!found || found.untilOn !== null) return refuse({ kind: "group-unknown" });
  const fromOn = found.fromOn !== null && found.fromOn > today ? today : found.fromOn;
  await tx
    .updateTable("roster.group")
    .set({ untilOn: today, fromOn })
    .where("districtId", "=", districtId)
    .where("key", "=", key)
    .execute();
  await writeEvent(tx, actor, {
    action: "end-group",
    subject: { kind: "group", id: key },
    before: { name: found.label },
    after: { untilOn: today },
  });
  return ok(null);
}
