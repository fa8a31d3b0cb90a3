/** What the page of an amendment is made of: the draft beside the version in force, and who could decide about it. */
import type { ReadTx } from "#platform/db/desk.ts";
import { findDraft, findPlan, findStandingVersion, getVersionContent } from "../queries.ts";
import { changesBetween } from "../text/changes.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { versionTextOf } from "../text/version-text.ts";
import { AUTHORITIES, type Authority, goalsOf, neededFor, reaches, typesOf } from "./authority.ts";
import { getAuthorities, listBoard, listHolders } from "./queries.ts";
import { dayNamed } from "./schema.ts";
import type { AmendmentView } from "./ui/amendment-page.tsx";

interface Asked {
  on?: string;
  authority?: string;
  today: string;
}

/** Null if there is no such plan. Asked for an authority that is too small, it answers with the least that is enough. */
export async function readAmendment(
  tx: ReadTx,
  districtId: string,
  slug: string,
  asked: Asked,
): Promise<Omit<AmendmentView, "district"> | "never-adopted" | null> {
  const plan = await findPlan(tx, districtId, slug);
  const standing = plan && (await findStandingVersion(tx, districtId, plan.id));
  if (!plan || !standing) return null;
  if (!standing.sealed) return "never-adopted";
  const { today } = asked;
  const on = dayNamed(asked.on) ?? today;
  const head = { slug, title: plan.title, from: standing.n, on, today };
  const draft = await findDraft(tx, districtId, plan.id);
  if (!draft) return { ...head, draft: null, needs: null, authority: "board", deciders: [] };

  const before = versionTextOf(standing, await getVersionContent(tx, districtId, standing.id));
  const text = versionTextOf(draft, await getVersionContent(tx, districtId, draft.id));
  const changes = changesBetween(before, text);
  const types = typesOf(changes, goalsOf(before, text));
  const needed = neededFor(types, await getAuthorities(tx, districtId));
  const wished = AUTHORITIES.find((each) => each === asked.authority);
  const authority = wished && reaches(wished, needed) ? wished : needed;
  return {
    ...head,
    draft: { n: draft.n, fingerprint: fingerprintOf(text), changes: changes.length },
    needs: changes.length === 0 ? null : { types, authority: needed },
    authority,
    deciders: await decidersOf(tx, districtId, authority, on),
  };
}

async function decidersOf(tx: ReadTx, districtId: string, authority: Authority, on: string) {
  if (authority === "board") return listBoard(tx, districtId, on);
  if (authority === "committee") return [];
  return listHolders(tx, districtId, authority === "superintendent" ? "leader" : "steward", on);
}
