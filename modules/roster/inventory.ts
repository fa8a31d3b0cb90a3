import type { Held, Inventory } from "#lib/inventory.ts";

const student = (what: string, why: string, personal: string, plain: string): Held => ({
  ...{ subject: "student", until: "record" },
  ...{ what, why, personal, plain },
});

/** What is held of students, and of who teaches them. */
export const inventory: Inventory = {
  "roster.student": student(
    "student",
    "roster",
    "known_by given_name middle_name family_name preferred_name identifier state_id born_on sex hispanic races several_races federal_race left_on",
    "district_id id school_ids",
  ),
  "roster.student_source": student("source", "roster", "sourced_id student_id", "district_id id school_ids"),
  "roster.school_enrollment": student(
    "school-enrollment",
    "roster",
    "sourced_id student_id school_id grade from_on until_on",
    "district_id id school_ids",
  ),
  "roster.enrollment": student(
    "enrollment",
    "roster",
    "sourced_id student_id section_id school_id from_on until_on",
    "district_id id school_ids",
  ),
  "roster.group_member": student(
    "group-member",
    "groups",
    "sourced_id student_id group_key from_on until_on",
    "district_id id school_ids confidential source",
  ),
  "roster.section_teacher": {
    subject: "staff",
    what: "teaching",
    why: "roster",
    until: "roster",
    personal: "sourced_id person_id name from_on until_on",
    plain: "district_id id section_id is_primary",
  },
  "roster.staff_source": {
    subject: "staff",
    what: "source",
    why: "roster",
    until: "roster",
    personal: "sourced_id person_id name identifier",
    plain: "district_id id",
  },
  "roster.deletion": {
    subject: "staff",
    what: "deletion",
    why: "audit",
    until: "stays",
    personal: "deleted_by because",
    plain: "district_id id subject_id deleted_at counts sha256",
  },
  "roster.headcount": "district_id school_id grade group_key from_on until_on confidential n",
  "roster.group": "district_id key kind label code confidential any_of all_of none_of ordinal from_on until_on",
  "roster.course": "district_id id sourced_id title code school_id grades subjects",
  "roster.section":
    "district_id id sourced_id school_id course_id title code kind session_ids periods grades subjects location ended_on",
  "roster.session": "district_id id sourced_id title kind starts_on ends_on parent_id school_year",
  "roster.school_source": "district_id id sourced_id school_id identifier",
  "roster.day": "district_id kept_on",
};
