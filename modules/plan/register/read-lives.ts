/** What was ever part of a plan, as far as the reader may see: all of it, or one element with its life. */
import type { ReadTx } from "#platform/db/desk.ts";
import { listAdoptions } from "../adoption/queries.ts";
import { type ElementView, presentElement } from "../present-element.ts";
import { findPlan, findStandingVersion, getVersionContent } from "../queries.ts";
import { readPlanPage, withSlug } from "../read-page.ts";
import { versionTextOf } from "../text/version-text.ts";
import { type Life, type LifeStep, lastDrop, livesOf } from "./life.ts";

export interface LivesReading {
  slug: string;
  title: string;
  /** The number of the version that stands. */
  n: number;
  lives: Life[];
}

/** Null if there is no such plan. */
export async function readLives(tx: ReadTx, districtId: string, slug: string): Promise<LivesReading | null> {
  const plan = await findPlan(tx, districtId, slug);
  const version = plan && (await findStandingVersion(tx, districtId, plan.id));
  if (!version) return null;
  const text = versionTextOf(version, await getVersionContent(tx, districtId, version.id));
  const lives = livesOf(text, await listAdoptions(tx, districtId, plan.id));
  return { slug, title: plan.title, n: version.n, lives };
}

export interface ElementReading {
  element: ElementView;
  /** Null in a plan that was never adopted. */
  life: Life | null;
  /** By which it went, for an element that is no part of the plan any more: then its words are its last. */
  dropped: LifeStep | null;
}

/** An element of the plan as it stands; or its last words, if it was ever adopted. Null if there was never any at the address. */
export async function readElement(
  tx: ReadTx,
  district: { id: string; name: string },
  slug: string,
  address: string,
): Promise<ElementReading | null> {
  const reading = await readPlanPage(tx, district, withSlug(slug));
  if (!reading) return null;
  const adoptions = await listAdoptions(tx, district.id, reading.plan.id, { about: address });
  const lifeOf = (element: ElementView): Life | null => {
    if (adoptions.length === 0) return null;
    const lives = livesOf(versionTextOf(reading.version, reading.rows.content), adoptions);
    return lives.find((life) => life.address === element.address) ?? null;
  };
  const standing = presentElement(reading.head, reading.rows, address);
  if (standing) return { element: standing, life: lifeOf(standing), dropped: null };

  const dropped = lastDrop(adoptions, address);
  if (dropped?.amends == null) return null;
  const then = await readPlanPage(tx, district, withSlug(slug), dropped.amends);
  const last = then && presentElement(then.head, then.rows, address);
  return last && { element: last, life: lifeOf(last), dropped };
}
