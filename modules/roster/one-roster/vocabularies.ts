/** Codes of roster files and what they mean here. Each value is a code of its own, whatever else files write for it. */
import type { Vocabulary } from "#modules/imports/definition.ts";

/** CEDS grade codes, with what student information systems write instead. */
export const GRADE: Vocabulary = {
  codes: {
    IT: ["infant", "toddler", "infant/toddler"],
    PR: ["preschool", "P3", "PS3"],
    PK: ["P", "P4", "PreK", "PS4", "EC", "prekindergarten", "-1"],
    TK: ["T", "transitional kindergarten"],
    KG: ["K", "KF", "KH", "KN", "KA", "KP", "kinder", "kindergarten", "0", "00"],
    ...Object.fromEntries(
      ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th"].map((word, at) => {
        const grade = String(at + 1).padStart(2, "0");
        return [grade, [...new Set([String(at + 1), grade, word, `grade ${at + 1}`])].filter((code) => code !== grade)];
      }),
    ),
    "13": ["13th", "post graduate", "PG"],
    PS: ["postsecondary"],
    UG: ["ungraded", "other"],
  },
};

/** A row that is to go says `tobedeleted`; what older systems wrote for it means the same. */
export const STATUS: Vocabulary = {
  codes: { active: ["A", "1", "true"], tobedeleted: ["inactive", "deleted", "I", "D"] },
};

export const ORG_TYPE: Vocabulary = {
  codes: { school: [], district: ["LEA"], department: [], local: [], state: ["SEA"], national: [] },
};

export const SESSION_TYPE: Vocabulary = {
  codes: {
    schoolYear: ["year", "full year"],
    semester: [],
    term: ["trimester", "quarter", "hexter"],
    gradingPeriod: ["marking period"],
  },
};

export const CLASS_TYPE: Vocabulary = {
  codes: { homeroom: ["home room", "advisory"], scheduled: ["section", "class"] },
};

const STAFF = {
  teacher: ["instructor", "T"],
  aide: ["paraprofessional", "para"],
  administrator: ["admin", "districtAdministrator", "siteAdministrator", "systemAdministrator"],
  principal: ["assistantPrincipal"],
  counselor: ["counsellor"],
  staff: ["employee", "office", "proctor", "nurse", "librarian"],
};

/** Who is of the family is of no concern here: they are passed over. */
export const USER_ROLE: Vocabulary = {
  codes: { student: ["S", "learner", "pupil"], ...STAFF, family: ["parent", "guardian", "relative"] },
};

export const ENROLLMENT_ROLE: Vocabulary = {
  codes: { student: ["S", "learner"], teacher: ["T", "instructor"], administrator: ["admin"], aide: [], proctor: [] },
};

export const SEX: Vocabulary = {
  codes: { female: ["F", "girl"], male: ["M", "boy"], other: ["X", "nonbinary", "N"], unspecified: ["U", "unknown"] },
};

/**
 * Programs, as the keys of student groups. Free and reduced lunch say no more here than that a family is economically
 * disadvantaged: the status itself is kept nowhere (7 CFR 245.6).
 */
export const PROGRAM: Vocabulary = {
  codes: {
    swd: ["iep", "sped", "special education", "students with disabilities", "cwd", "idea"],
    el: ["ell", "lep", "esl", "english learner", "english language learner", "multilingual learner"],
    "504": ["section 504", "504 plan"],
    ecd: [
      ...[
        "frl",
        "frpl",
        "free lunch",
        "reduced lunch",
        "free",
        "reduced",
        "free or reduced lunch",
        "direct certification",
      ],
      ...["economically disadvantaged", "econ disadvantaged", "low income", "sed"],
    ],
    homeless: ["mckinney vento", "hom"],
    foster: ["foster care", "fos"],
    migrant: ["mig"],
    military: ["military connected", "military family", "afd", "parent in armed forces"],
  },
};
