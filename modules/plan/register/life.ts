/** The life of each element of a plan: since when it is part of it, what changed of it, and when and why it went. Pure. */
import type { AdoptionRecord } from "../adoption/queries.ts";
import { CHANGE_CLASSES, type Change, type ChangeClass, type Name } from "../text/changes.ts";
import { type Fields, nameOf, type Part, partsOf } from "../text/parts.ts";
import type { VersionText } from "../text/version-text.ts";
import { CITED, isCited, keyOf } from "./changed-element.ts";

export interface LifeStep {
  /** The number of the version by which it happened, and of the one before; null for the adoption of the whole. */
  n: number;
  amends: number | null;
  on: string;
  by: string;
  reason: string | null;
  what: "adopted" | "added" | "changed" | "dropped";
  classes: ChangeClass[];
}

export interface Life {
  element: Part;
  address: string;
  /** As it is called now, or was called last. */
  name: Name;
  /** The plan's own word for its level; null for what has none. */
  level: string | null;
  isPresent: boolean;
  /** The oldest first. None while the plan was never adopted. */
  steps: LifeStep[];
}

/** All that was ever part of the adopted plan: part by part what stands, in its order, and then what was dropped. */
export function livesOf(text: VersionText, adoptions: readonly AdoptionRecord[]): Life[] {
  const labels = new Map(text.levels.map(({ key, label }) => [key, label]));
  const levelOf = (fields: Fields): string | null => labels.get(fields.level as string) ?? null;
  const steps = stepsOf(adoptions);
  const gone = goneIn(adoptions);
  const parts = partsOf(text);
  const adopted = adoptedIn(adoptions);
  return CITED.flatMap((element) => {
    const present = parts[element].map((entry) => ({
      address: entry.address,
      name: nameOf(element, entry),
      level: levelOf(entry.fields),
      isPresent: true,
    }));
    const there = new Set(present.map(({ address }) => address));
    const dropped = gone.flatMap((change) =>
      change.element !== element || there.has(change.address)
        ? []
        : [
            {
              address: change.address,
              name: change.name.old as Name,
              level: levelOf(change.old.fields),
              isPresent: false,
            },
          ],
    );
    return [...present, ...dropped].map((life): Life => {
      const own = steps.get(keyOf({ element, address: life.address })) ?? [];
      const isFirst = own.find(({ what }) => what !== "changed")?.what !== "added";
      return { element, ...life, steps: isFirst && adopted ? [adopted, ...own] : own };
    });
  });
}

/** By which it was dropped, and from which version on; null for what stands, or never was. */
export function lastDrop(adoptions: readonly AdoptionRecord[], address: string): LifeStep | null {
  const asked = address.toLowerCase();
  for (const { amendment, ...adoption } of adoptions.toReversed()) {
    const own = amendment?.changes.filter((change) => change.address.toLowerCase() === asked) ?? [];
    const dropped = own.find(({ kind, element }) => kind === "dropped" && isCited(element));
    if (dropped) return stepOf({ ...adoption, amendment }, [dropped]);
  }
  return null;
}

function stepsOf(adoptions: readonly AdoptionRecord[]): Map<string, LifeStep[]> {
  const steps = new Map<string, LifeStep[]>();
  for (const adoption of adoptions) {
    const own = Map.groupBy(adoption.amendment?.changes ?? [], keyOf);
    for (const [key, changes] of own) {
      const known = steps.get(key);
      if (known) known.push(stepOf(adoption, changes));
      else steps.set(key, [stepOf(adoption, changes)]);
    }
  }
  return steps;
}

function stepOf({ n, decidedOn: on, decidedBy: by, amendment }: AdoptionRecord, changes: readonly Change[]): LifeStep {
  const kind = changes.find((change) => change.kind === "added" || change.kind === "dropped")?.kind;
  const classes = new Set(changes.map((change) => change.class));
  return {
    ...{ n, on, by },
    amends: amendment?.amends ?? null,
    reason: amendment?.reason ?? null,
    what: kind === "added" || kind === "dropped" ? kind : "changed",
    classes: CHANGE_CLASSES.filter((one) => classes.has(one)),
  };
}

const adoptedIn = ([first]: readonly AdoptionRecord[]): LifeStep | null =>
  first ? { ...stepOf(first, []), amends: null, what: "adopted" } : null;

type Dropped = Extract<Change, { kind: "dropped" }>;

/** The last drop of each, in the order in which they went. */
function goneIn(adoptions: readonly AdoptionRecord[]): Dropped[] {
  const last = new Map<string, Dropped>();
  for (const { amendment } of adoptions) {
    for (const change of amendment?.changes ?? []) {
      if (change.kind === "dropped") last.set(keyOf(change), change);
    }
  }
  return [...last.values()];
}
