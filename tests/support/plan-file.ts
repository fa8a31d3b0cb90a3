/** A small plan file that is whole. */
import type { PlanFile } from "#modules/plan/file/plan-file.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";

export const NOTHING_SAID = {
  statement: null,
  placeholder: false,
  owner: null,
  dates: null,
  phase: null,
  horizon: null,
  tag: null,
  mark: null,
  amount: null,
};

/** A draft of this text, with its fingerprint. */
export function sealed(text: PlanFile["versions"][number]["text"]): PlanFile["versions"][number] {
  const fingerprint = fingerprintOf(text);
  const head = { n: 1, status: "draft" as const, createdAt: "2026-05-12T18:00:00.000Z", changeNote: null };
  const life = { proposed: null, adoption: null, amendment: null };
  return { ...head, ...life, adoptionPrinted: null, fingerprint, text, alignments: [] };
}

type FileVersion = PlanFile["versions"][number];

/** These texts one after the other: the first adopted by the board, each later one an amendment of the one before it. */
export function adoptedInTurn(texts: readonly FileVersion["text"][]): FileVersion[] {
  const motion = {
    wording: "To adopt the plan as printed.",
    resolution: null,
    mover: "Margit Sundqvist",
    seconder: "Desmond Achterberg",
    votes: [
      { name: "Margit Sundqvist", choice: "yes" as const },
      { name: "Desmond Achterberg", choice: "yes" as const },
      { name: "Hollis Kemp", choice: "no" as const },
    ],
  };
  return texts.map((text, at) => ({
    ...sealed(text),
    n: at + 1,
    status: "adopted" as const,
    proposed: at === 0 ? { at: "2026-04-01T15:00:00.000Z", commentUntil: "2026-05-01" } : null,
    adoption: { authority: "board" as const, on: `2026-05-${12 + at}`, by: "Haywater Board of Education", motion },
    amendment: at === 0 ? null : { amends: at, type: "goal" as const, reason: "It was said wrongly." },
  }));
}

/** A plan of two goals, one of them with a strategy, and one measure. */
export const wholeFile = (): PlanFile => ({
  format: "guidepost-plan",
  formatVersion: 1,
  plan: {
    slug: "upstream",
    title: "Upstream, río arriba",
    kind: "strategic",
    of: { kind: "district", name: "Haywater" },
    supersedes: null,
    crosswalk: null,
  },
  versions: [
    sealed({
      period: { start: "2026", end: "2031", printed: "2026–2031" },
      levels: ["Goal", "Strategy"].map((label, at) => ({
        key: label.toLowerCase(),
        label,
        printed: true,
        numbering: { style: "decimal", inherits: at > 0, separator: ".", restart: "per_parent", prefix: null },
      })),
      statements: [{ address: "mission", parent: null, kind: "mission", text: "Every child, across.", owner: null }],
      nodes: [
        { ...NOTHING_SAID, address: "goal-1", parent: null, level: "goal", code: "Goal 1", title: "Reading" },
        { ...NOTHING_SAID, address: "1.1", parent: "goal-1", level: "strategy", code: "1.1", title: "Phonics first" },
        { ...NOTHING_SAID, address: "goal-2", parent: null, level: "goal", code: "Goal 2", title: "Belonging" },
      ],
      guardrails: [],
      measures: [
        {
          address: "measure-1",
          role: "goal",
          code: null,
          tag: null,
          text: "Third graders on grade level",
          baseline: "46%",
          target: "65%",
          byWhen: "2031",
          series: [],
          guardrail: null,
          nodes: ["goal-1"],
        },
      ],
      focus: [{ year: "2026-27", nodes: ["1.1"] }],
    }),
  ],
});
