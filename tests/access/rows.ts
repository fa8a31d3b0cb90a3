/**
 * One row of every table for a place and a person: what policies judge (`Facts`) and what the database stores. Each call makes
 * new ids, so that the same facts serve for a row that is there and for one that someone tries to add.
 */
import { randomInt } from "node:crypto";
import { v7 as uuidv7 } from "uuid";

export interface Facts {
  districtId: string;
  /** Whose plan: the district's own id, a school's or a department's. */
  orgId: string;
  audience: "staff" | "public";
  /** Final: of an adopted version, of a published crosswalk; a comment that was shown. */
  sealed: boolean;
  /** Whom the row is about; of an event, who signed it. */
  personId: string | null;
  /** Of a file on its way in: whether it holds students. */
  students?: boolean;
  /** Of a grant: in which team it holds. */
  teamId?: string;
  /** Of a student's row: who, and the schools of today. */
  student?: { studentId: string; schoolIds: readonly string[] };
  sectionId?: string;
  /** `school:grade`. */
  grade?: string;
  confidential?: boolean;
}

export type Row = Record<string, unknown>;
/** By name of the table. */
export type Rows = Record<string, Row>;

/** A grant that gives nothing today, so that nobody becomes another by it. */
const ENDED = { from_on: "2019-07-01", until_on: "2019-07-31" };

const someHex = () => uuidv7().replaceAll("-", "");

export function districtRows({ districtId }: Facts): Rows {
  const named = { district_id: districtId, id: uuidv7(), name: "Somewhere", slug: `somewhere-${someHex()}` };
  return {
    "district.address": { host: `${someHex()}.example`, district_id: districtId },
    "district.district": { district_id: districtId, name: "Somewhere" },
    "district.school": { ...named, lowest_grade: "KG", highest_grade: "05" },
    "district.department": named,
    "district.team": { ...named, id: uuidv7() },
    "district.school_year": {
      district_id: districtId,
      id: uuidv7(),
      name: `${randomInt(1000, 9999)}-${randomInt(10, 99)}`,
      starts_on: "2026-08-01",
      ends_on: "2027-06-30",
    },
  };
}

export function peopleRows({ districtId, personId, teamId }: Facts): Rows {
  const key = () => ({ district_id: districtId, id: uuidv7() });
  return {
    "people.person": { ...key(), name: "Someone", email: `${someHex()}@somewhere.example` },
    "people.grant": {
      ...key(),
      person_id: personId,
      ...(teamId === undefined ? { role: "staff_member" } : { role: "teacher", team_id: teamId }),
      ...ENDED,
    },
    "people.invitation": { ...key(), person_id: personId, token_hash: someHex(), expires_at: "2026-12-01" },
    "people.sign_on_provider": { ...key(), kind: "oidc", name: "Somewhere" },
    "people.event": {
      ...key(),
      person_id: personId,
      action: "try-something",
      subject_kind: "person",
      subject_id: someHex(),
    },
    "people.viewing": {
      ...key(),
      viewer_id: personId,
      as_id: personId,
      session_id: someHex(),
      because: "They asked.",
      started_at: "2026-11-20T15:00:00Z",
      until_at: "2026-11-20T16:00:00Z",
    },
    "people.look": {
      ...key(),
      person_id: personId,
      through: "student-page",
      address: "/students/1",
      student_ids: `{${uuidv7()}}`,
    },
  };
}

/** What the logs of a district have once. */
export function logRows({ districtId }: Facts): Rows {
  const hash = "0".repeat(64);
  const of = { district_id: districtId, log: "event" };
  return {
    "people.chain": { ...of, log: "look", n: 0, hash },
    "people.chain_link": { ...of, n: randomInt(1, 2 ** 47), row_id: uuidv7(), hash },
    "people.retention": { ...of, years: 3 },
    // Of the other log than the link, which it would open to be removed.
    "people.cut": { ...of, log: "look", n: randomInt(1, 2 ** 47), hash, rows: 1, before: "2020-01-01", years: 3 },
  };
}

/** A document, its review, and the plan that it became, with one element of each kind. */
export function planRows({ districtId, orgId, audience, sealed }: Facts): Rows {
  const of = { district_id: districtId, org_id: orgId };
  const [document_id, review_id, plan_id, version_id, element_id, id] = Array.from({ length: 6 }, () => uuidv7());
  const seen = { ...of, audience };
  const tie = { ...seen, version_id };
  const part = { ...tie, sealed };
  const said = { ...part, element_id, ordinal: 1 };
  const text = "Every student reads.";
  const blob = { bytes: "\\x00ff0a", source: {}, reading: {}, sha256: "0".repeat(64) };
  return {
    "plan.document": { ...of, id: document_id, name: "plan.txt", format: "txt", ...blob },
    "plan.review": { ...of, id: review_id, document_id },
    "plan.review_step": { ...of, review_id, n: 1, operation: {} },
    "plan.plan": {
      ...seen,
      id: plan_id,
      org_kind: orgId === districtId ? "district" : "school",
      slug: `plan-${someHex()}`,
      title: "Our plan",
      kind: "strategic",
    },
    "plan.version": {
      ...seen,
      id: version_id,
      plan_id,
      n: 1,
      document_id,
      sealed,
      status: sealed ? "adopted" : "draft",
    },
    "plan.element": { ...seen, id: element_id, plan_id, kind: "node", address: "G1" },
    "plan.level": { ...part, key: "goal", rank: 1, label: "Goal", numbering: {}, printed: true },
    "plan.statement": { ...said, kind: "mission", text },
    "plan.node": { ...said, level_key: "goal", title: text, placeholder: false },
    "plan.guardrail": { ...said, text },
    "plan.measure": { ...said, role: "outcome", text, series: [] },
    "plan.measure_node": { ...part, measure_id: element_id, node_id: element_id },
    "plan.focus": { ...part, node_id: element_id, year: "2026-27" },
    "plan.edit": { ...of, version_id, n: 1, changes: [] },
    "plan.comment": { ...tie, id, element_id, text, state: sealed ? "shown" : "waiting" },
    "plan.crosswalk": { ...seen, plan_id, lines: [], published_at: sealed ? "2026-11-20" : null },
    ...(sealed ? decisionRows(tie) : {}),
    "plan.alignment": { ...tie, id, element_id, kind: "answers", framework: "LCAP", framework_code: "1" },
  };
}

/** What only an adopted version has. */
function decisionRows(tie: Row): Rows {
  const vote = { motion: "To adopt the plan", mover: "Someone", seconder: "Another", decided_by: "The board" };
  const fingerprint = "0".repeat(64);
  return {
    "plan.adoption": { ...tie, sealed: true, authority: "board", decided_on: "2026-09-15", ...vote, fingerprint },
    "plan.vote": { ...tie, ordinal: 1, name: "Someone", choice: "yes" },
    "plan.amendment": { ...tie, amends_id: tie.version_id, type: "goal", reason: "It was reached.", changes: [] },
  };
}

/** A set of files on its way in, with one row of each thing that hangs on it. */
export function importRows({ districtId, students = false }: Facts): Rows {
  const [import_id, file_id] = [uuidv7(), uuidv7()];
  const of = { district_id: districtId, import_id };
  const kept = { ...of, students };
  const named = { name: "staff.csv", size: 3, sha256: "0".repeat(64) };
  const row = { source: "staff", line: 2 };
  const done = { kind: "staff", state: "published", came: "browser" };
  return {
    "imports.import": { district_id: districtId, id: import_id, students, ...done },
    "imports.step": { ...kept, n: 1, state: "uploaded" },
    "imports.file": { ...kept, id: file_id, n: 1, ...named },
    "imports.file_part": { district_id: districtId, file_id, n: 1, students, bytes: "\\x00ff0a" },
    "imports.staged_row": { ...of, ...row, cells: "{a,b}" },
    "imports.refusal": { ...kept, id: uuidv7(), ...row, does: "refuse", because: "empty", said: {} },
    "imports.refused_row": { ...kept, ...row, raw: "{a,b}" },
    "imports.mapping": { district_id: districtId, kind: "staff", column_name: "role", code: someHex(), students },
    "imports.change": { ...of, target: 0, n: 1, source: "staff", line: 2, did: "new", row_key: {} },
  };
}

/** One row a district, whosever plans there are. */
export const authorityRows = ({ districtId }: Facts): Rows => ({
  "people.sign_on_rules": { district_id: districtId },
  "plan.amendment_authority": { district_id: districtId, type: "goal", authority: "board" },
});
