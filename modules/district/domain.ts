/** Grades, school years and states: what they are called and which come first. Pure. */

/** In the order in which children go through them: the CEDS codes that state files and OneRoster use. UG is ungraded. */
export const GRADES = [
  "IT",
  "PR",
  "PK",
  "TK",
  "KG",
  "01",
  "02",
  "03",
  "04",
  "05",
  "06",
  "07",
  "08",
  "09",
  "10",
  "11",
  "12",
  "13",
  "PS",
  "UG",
] as const;
export type Grade = (typeof GRADES)[number];

export const gradesReversed = (lowest: string, highest: string): boolean =>
  GRADES.indexOf(lowest as Grade) > GRADES.indexOf(highest as Grade);

/** "2026-27" for a year that begins in 2026. */
export const schoolYearName = (begins: number): string => `${begins}-${String((begins + 1) % 100).padStart(2, "0")}`;

/** What is wrong with a school year, or null. A year begins in the one calendar year of its name and ends in the other. */
export function schoolYearProblem(year: {
  name: string;
  startsOn: string;
  endsOn: string;
}): "ends-before-start" | "dates-outside-name" | null {
  if (year.endsOn <= year.startsOn) return "ends-before-start";
  const begins = Number(year.name.slice(0, 4));
  if (year.name !== schoolYearName(begins)) return "dates-outside-name";
  const fits = year.startsOn.startsWith(`${begins}-`) && year.endsOn.startsWith(`${begins + 1}-`);
  return fits ? null : "dates-outside-name";
}

/** The states and territories whose schools this serves, by postal code. Their names are the same in both languages. */
export const STATES = {
  AL: "Alabama",
  AK: "Alaska",
  AS: "American Samoa",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FL: "Florida",
  GA: "Georgia",
  GU: "Guam",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  MP: "Northern Mariana Islands",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PA: "Pennsylvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VI: "U.S. Virgin Islands",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
} as const;
export type StateCode = keyof typeof STATES;

/** The time zones in which schools of those states and territories are. */
export const TIME_ZONES = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
  "Pacific/Guam",
  "Pacific/Pago_Pago",
] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

/** What a form for the next school year begins with: the one after the latest, or the one that today is in. */
export function nextSchoolYear(
  years: readonly { name: string }[],
  today: string,
): { name: string; startsOn: string; endsOn: string } {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const latest = Math.max(...years.map((each) => Number(each.name.slice(0, 4))), 0);
  const begins = latest > 0 ? latest + 1 : month >= 7 ? year : year - 1;
  return { name: schoolYearName(begins), startsOn: `${begins}-07-01`, endsOn: `${begins + 1}-06-30` };
}
