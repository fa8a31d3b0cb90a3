/** The roster of the sample district: about three hundred invented students, taught by the cast where the cast teaches. */
import { CAST, type CastName, HAYWATER, SCHOOLS } from "./cast.ts";
import { type KnownStaff, type SampleDistrict, sampleDistrict } from "./roster/sample-district.ts";

/** Post by post: the school in the order below, what they do there, and which of several. */
const POSTS: Readonly<Record<string, CastName>> = {
  "1:principal:0": "joon",
  "1:homeroom-03:0": "teodoro",
  "1:homeroom-03:1": "halima",
  "3:principal:0": "delphine",
  "3:counselor:0": "marisol",
  "3:MTH-06:0": "dmitri",
  "3:MTH-07:0": "dmitri",
  "3:MTH-08:0": "dmitri",
};

const known: KnownStaff = Object.fromEntries(
  Object.entries(POSTS).map(([post, who]) => {
    const { name, email } = CAST[who];
    const [familyName = "", ...others] = name.split(" ").reverse();
    return [post, { givenName: others.reverse().join(" "), familyName, email }];
  }),
);

/** The school year that the day is in; it begins in July. */
const yearEnds = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5) >= "07-01" ? 1 : 0);

export const haywaterRoster = (today: string): SampleDistrict =>
  sampleDistrict({
    students: 300,
    seed: 4,
    name: HAYWATER.name,
    yearEnds: yearEnds(today),
    mailHost: "",
    known,
    schools: [
      {
        name: SCHOOLS.alderCreek.name,
        level: "elementary",
        grades: ["KG", "01", "02", "03", "04", "05"],
        counts: [17, 18, 16, 37, 19, 18],
      },
      {
        name: SCHOOLS.lanternHill.name,
        level: "elementary",
        grades: ["KG", "01", "02", "03", "04", "05"],
        counts: [12, 11, 13, 12, 14, 12],
      },
      { name: SCHOOLS.haywaterMiddle.name, level: "middle", grades: ["06", "07", "08"], counts: [21, 22, 19] },
      { name: SCHOOLS.haywaterHigh.name, level: "high", grades: ["09", "10", "11", "12"], counts: [13, 12, 11, 10] },
    ],
  });
