import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrict, listDistrictIds } from "#modules/district/queries.ts";
import { noteOf, readNotes } from "#modules/people/audit/noted.ts";
import type { Place } from "#modules/people/audit/queries.ts";
import { LOGS, type Log } from "#modules/people/audit/row-text.ts";
import { type ChainReport, verifyChain } from "#modules/people/audit/verify.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Database } from "#platform/db/database.ts";
import { chainSentence } from "../../chain-sentence.ts";
import { type Answer, type Command, done, misused, refused } from "../../command.ts";
import { AT, DESCRIBES_AT, withDistrict } from "../../with-district.ts";
import { withInstallation } from "../../with-installation.ts";

export const auditVerify: Command = {
  name: "audit verify",
  summary:
    "say whether a row of the logs was altered, removed or put between: what was done, and who looked at students",
  more: "Every row is linked to the one before by a hash (docs/guide/audit.md). Keep the last line of each log somewhere else,\nsuch as in the minutes or on paper, and give it back later with --against: then a cut end is found too.",
  options: { against: { type: "string" }, ...AT },
  describes: {
    against:
      "ends of logs noted earlier, such as event:57:ab12…, with commas between; needs --at with several districts",
    ...DESCRIBES_AT,
    at: "the address of one district; without it all of them",
  },
  run: async (told) => {
    const { against, at } = told.values;
    const noted = against === undefined ? new Map<Log, Place>() : readNotes(String(against));
    if (noted === null)
      return misused("--against takes what this command printed earlier: event:57: and 64 digits and letters");
    if (at !== undefined) {
      return withDistrict(told, async ({ installation, district }) =>
        answer([await verifyDistrict(installation.database, district.id, noted)]),
      );
    }
    return withInstallation(told, async ({ database }) => {
      const ids = await database.desk(NOBODY).read(listDistrictIds);
      if (ids.length === 0)
        return refused("Nothing is set up here yet. See: guidepost set-up --help", { kind: "not-set-up" });
      if (noted.size > 0 && ids.length > 1) return misused("Say of which district these ends were noted: --at ADDRESS");
      const districts: Verified[] = [];
      for (const id of ids) districts.push(await verifyDistrict(database, id, noted));
      return answer(districts);
    });
  },
};

interface Verified {
  district: { id: string; name: string };
  logs: (ChainReport & { note: string | null })[];
}

async function verifyDistrict(database: Database, id: string, noted: Map<Log, Place>): Promise<Verified> {
  const desk = database.desk(claimsOf(system(id)));
  const name = (await desk.read((tx) => findDistrict(tx, id)))?.name ?? id;
  const logs: Verified["logs"] = [];
  for (const log of LOGS) {
    const report = await verifyChain(desk, id, log, noted.get(log));
    logs.push({ ...report, note: report.end === null ? null : noteOf(log, report.end) });
  }
  return { district: { id, name }, logs };
}

function answer(districts: Verified[]): Answer {
  const text = districts
    .map(({ district, logs }) => [district.name, ...logs.flatMap(chainSentence)].join("\n"))
    .join("\n\n");
  const isWhole = districts.every(({ logs }) => logs.every(({ problem }) => problem === null));
  return isWhole ? done(text, { districts }) : refused(text, { kind: "not-whole", districts });
}
