/**
 * The documents of the sample district: what was handed in, by whom, and what its plans say of each other. They lie in
 * `documents/` and go the way that every document goes: read by the reader, accepted, shown.
 */
import type { PlanKind } from "#modules/plan/domain.ts";
import type { CastName, DepartmentName, SchoolName } from "./cast.ts";

export interface SampleDocument {
  file: string;
  by: CastName;
  of: "district" | SchoolName | DepartmentName;
  /** What it became; null for the one that is still being reviewed. */
  plan: {
    title: string;
    kind: PlanKind;
    supersedes?: string;
    /** Its elements, by code, and those of the district's plan that they support. */
    supports?: [code: string, to: string][];
    answers?: [code: string, framework: string, frameworkCode: string][];
  } | null;
}

/** In the order in which they were handed in. */
export const SAMPLE_DOCUMENTS: readonly SampleDocument[] = [
  {
    file: "higher-ground-2021-2026.txt",
    by: "wren",
    of: "district",
    plan: { title: "Higher Ground", kind: "strategic" },
  },
  {
    file: "every-child-across-2026-2031.md",
    by: "wren",
    of: "district",
    plan: { title: "Every Child Across", kind: "strategic", supersedes: "Higher Ground" },
  },
  {
    file: "alder-creek-2026-27.md",
    by: "joon",
    of: "alderCreek",
    plan: {
      title: "Alder Creek School Plan",
      kind: "school_improvement",
      supports: [
        ["Goal 1", "Goal 1"],
        ["Strategy 1.1", "Strategy 1.1"],
        ["Strategy 1.2", "Strategy 1.2"],
        ["Strategy 1.3", "Strategy 1.3"],
        ["Goal 2", "Goal 2"],
        ["Strategy 2.3", "Strategy 2.3"],
        ["Goal 3", "Goal 4"],
        ["Strategy 3.1", "Strategy 4.2"],
      ],
    },
  },
  {
    file: "haywater-middle-2026-28.txt",
    by: "delphine",
    of: "haywaterMiddle",
    plan: {
      title: "Haywater Middle School Improvement Plan",
      kind: "school_improvement",
      supports: [
        ["Goal 1", "Goal 2"],
        ["Action Step 1.1", "Strategy 2.1"],
        ["Action Step 1.3", "Strategy 2.2"],
        ["Goal 3", "Goal 5"],
        ["Action Step 3.1", "Strategy 5.2"],
      ],
      answers: [["Goal 2", "Title I schoolwide plan", "Element 2"]],
    },
  },
  {
    file: "technology-services-2026-2029.md",
    by: "wren",
    of: "technology",
    plan: {
      title: "Technology Services Plan",
      kind: "department",
      supports: [
        ["Priority 3", "Goal 5"],
        ["3.1", "Strategy 5.1"],
      ],
    },
  },
  { file: "lantern-hill-draft.txt", by: "wren", of: "lanternHill", plan: null },
];

/** The plan that the others support. */
export const DISTRICT_PLAN = "Every Child Across";

/** What Wren has done to the document under review so far, by the words of what she did it to. */
export const STEPS_SO_FAR = [
  { do: "leave-line", words: "boiler room" },
  { do: "set-aside", words: "to be written with the fifth graders" },
] as const;
