/** What pages say of a proposal and of the comments on it. What waits or is not shown leaves only for those who keep the plan. */
import { linkToGuardrail, linkToMeasure, linkToStatement, partsOf } from "../plan-parts.ts";
import type { ElementLink } from "../plan-view.ts";
import type { VersionContentRows, VersionRecord } from "../queries.ts";
import { type CommentState, isReason, opennessOf, type Reason } from "./domain.ts";
import type { CommentRecord, HiddenCount } from "./queries.ts";

export interface ProposalView {
  n: number;
  /** `not-asked`: no one is asked for comment; `over`: the last day has passed. */
  comment: "open" | "not-asked" | "over";
  until: string | null;
}

export function presentProposal(version: VersionRecord, today: string): ProposalView {
  const { n, commentUntil } = version;
  const openness = opennessOf(version, today);
  return { n, until: commentUntil, comment: openness === "not-proposed" ? "not-asked" : openness };
}

export interface SaidView {
  id: string;
  name: string | null;
  paragraphs: string[];
  at: Date;
  /** It was written about an earlier text of this version. */
  isEarlier: boolean;
}

export interface NotShownView {
  count: number;
  /** An ordinary reason, which each reader has in their language, or the words of whoever read it. */
  why: { ordinary: Reason } | { own: string };
}

/** What the public is told: shown comments, and of the others how many there are and why. */
export interface CommentsView {
  said: SaidView[];
  notShown: NotShownView[];
}

export function presentSaid({ id, name, text, writtenAt }: CommentRecord, proposedAt: Date | null): SaidView {
  const isEarlier = proposedAt !== null && writtenAt < proposedAt;
  return { id, name, at: writtenAt, isEarlier, paragraphs: text.split(/\n{2,}/) };
}

/** `hidden`: of the whole version, of which those on this element are told, or with null those on the plan as a whole. */
export function presentComments(
  { proposedAt }: Pick<VersionRecord, "proposedAt">,
  elementId: string | null,
  shown: readonly CommentRecord[],
  hidden: readonly HiddenCount[],
): CommentsView {
  return {
    said: shown.map((each) => presentSaid(each, proposedAt)),
    notShown: hidden
      .filter((each) => each.elementId === elementId)
      .map(({ count, reason }) => ({ count, why: isReason(reason) ? { ordinary: reason } : { own: reason } })),
  };
}

const elementsOf = ({ nodes, statements, guardrails, measures }: VersionContentRows) => [
  ...nodes,
  ...statements,
  ...guardrails,
  ...measures,
];

export const elementIdAt = (content: VersionContentRows, address: string): string | null =>
  elementsOf(content).find((element) => element.address.toLowerCase() === address.toLowerCase())?.elementId ?? null;

/** How many shown comments each element has, by address. */
export function saidByAddress(
  content: VersionContentRows,
  counts: ReadonlyMap<string, number>,
): Record<string, number> {
  if (counts.size === 0) return {};
  const said = elementsOf(content).flatMap(({ elementId, address }) => {
    const count = counts.get(elementId);
    return count === undefined ? [] : [[address, count] as const];
  });
  return Object.fromEntries(said);
}

export interface ModeratedView extends SaidView {
  state: CommentState;
  /** What it is about; null: the plan as a whole. `gone`: an element that the version no longer has. */
  about: ElementLink | "gone" | null;
  notShown: NotShownView["why"] | null;
  by: string | null;
  moderatedAt: Date | null;
}

export function presentModerated(
  version: Pick<VersionRecord, "proposedAt">,
  content: VersionContentRows,
  comments: readonly CommentRecord[],
): ModeratedView[] {
  const links = linksById(content);
  return comments.map((comment) => {
    const { state, elementId, reason, moderatorName, moderatedAt } = comment;
    const why = reason === null ? null : isReason(reason) ? { ordinary: reason } : { own: reason };
    const about = elementId === null ? null : (links.get(elementId) ?? "gone");
    return { ...presentSaid(comment, version.proposedAt), state, about, notShown: why, by: moderatorName, moderatedAt };
  });
}

function linksById(content: VersionContentRows): Map<string, ElementLink> {
  const { linkToNode } = partsOf({ content, alignments: [], supporters: [] });
  return new Map<string, ElementLink>([
    ...content.nodes.map((row) => [row.elementId, linkToNode(row)] as const),
    ...content.measures.map((row) => [row.elementId, linkToMeasure(row)] as const),
    ...content.guardrails.map((row) => [row.elementId, linkToGuardrail(row)] as const),
    ...content.statements.map((row) => [row.elementId, linkToStatement(row)] as const),
  ]);
}
