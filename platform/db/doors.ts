/** Through what students are seen. Each has its words in `locales/…/looks.json`. Pure. */
export const DOORS = [
  "student-page",
  "section-page",
  "school-page",
  "team-page",
  "group-page",
  "search",
  "reason-page",
  "student-record",
  "student-deletion",
  "export",
  "import",
] as const;
export type Door = (typeof DOORS)[number];
