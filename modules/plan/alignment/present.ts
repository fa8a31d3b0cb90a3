/** The page on which a keeper says what a plan supports: what is said, and what can be chosen. */
import { partsOf } from "../plan-parts.ts";
import type { PlanRecord, VersionContentRows } from "../queries.ts";
import { tagOf } from "../tag.ts";
import type { AlignmentRecord } from "./queries.ts";

export interface Choice {
  value: string;
  text: string;
}

export interface AlignmentsView {
  slug: string;
  title: string;
  elements: Choice[];
  said: { id: string; name: string; words: string | null; address: string; to: string; href: string | null }[];
  /** The other plan whose elements can be chosen, and the further ones. */
  other: { slug: string; title: string; elements: Choice[] } | null;
  others: { slug: string; title: string }[];
}

export function presentAlignments(found: {
  plan: PlanRecord;
  content: VersionContentRows;
  alignments: readonly AlignmentRecord[];
  others: readonly PlanRecord[];
  other: (PlanRecord & { content: VersionContentRows }) | null;
}): AlignmentsView {
  const { plan, content, alignments, others, other } = found;
  const parts = partsOf({ content, alignments: [], supporters: [] });
  return {
    slug: plan.slug,
    title: plan.title,
    elements: choicesOf(content),
    said: alignments.flatMap((row) => {
      const node = parts.nodes.get(row.elementId);
      if (!node) return [];
      const { name, words, address } = parts.linkToNode(node);
      const { to } = row;
      const target =
        to === null
          ? `${row.framework ?? row.planElsewhere}, ${row.frameworkCode ?? row.elementElsewhere}`
          : `${to.planTitle}: ${[to.code ?? tagOf(null, "", to.address), to.title].filter(Boolean).join(", ")}`;
      const href = to && `/plan/${to.planSlug}/${to.address}`;
      return [{ id: row.id, name, words, address, to: target, href }];
    }),
    other: other && { slug: other.slug, title: other.title, elements: choicesOf(other.content) },
    others: others.map(({ slug, title }) => ({ slug, title })),
  };
}

const LONGEST = 90;

/** Elements as they stand in the tree, each with its code; long words are cut, for a list has one line for each. */
function choicesOf(content: VersionContentRows): Choice[] {
  const parts = partsOf({ content, alignments: [], supporters: [] });
  return content.nodes.map((node) => {
    const { name, words } = parts.linkToNode(node);
    const text = [name, words].filter(Boolean).join(": ");
    return { value: node.elementId, text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text };
  });
}
