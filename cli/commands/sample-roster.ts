import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportFiles } from "#db/seed/roster/export.ts";
import { sampleDistrict } from "#db/seed/roster/sample-district.ts";
import { writeZip } from "#platform/files/write-zip.ts";
import { type Command, done, misused, refused } from "../command.ts";

const MOST_STUDENTS = 250_000;

export const sampleRoster: Command = {
  name: "sample-roster",
  takes: "PATH",
  summary: "write a OneRoster export of an invented district, to try out how rosters are loaded; needs no database",
  more: "PATH ends in .zip, or is a folder that is made. Everyone in it is invented. The same options give the same bytes.",
  options: {
    students: { type: "string" },
    seed: { type: "string" },
    night: { type: "string" },
    delta: { type: "boolean" },
    oneroster: { type: "string" },
  },
  describes: {
    students: `how many students (600; up to ${MOST_STUDENTS})`,
    seed: "which invented district (1)",
    night: "the same district this many nights later (0): some have left, some have come, a class is split",
    delta: "only what changed since the first night",
    oneroster: "1.1 or 1.2 (1.1)",
  },
  run: async ({ values, words }) => {
    const [path, ...more] = words;
    if (path === undefined || more.length > 0) return misused("Name a file or a folder: guidepost sample-roster PATH");
    const [students, seed, night] = [whole(values.students, 600), whole(values.seed, 1), whole(values.night, 0)];
    const version = values.oneroster ?? "1.1";
    if (students === null || students < 1 || students > MOST_STUDENTS) {
      return misused(`--students is a whole number from 1 to ${MOST_STUDENTS}.`);
    }
    if (seed === null || night === null) return misused("--seed and --night are whole numbers.");
    if (version !== "1.1" && version !== "1.2") return misused("--oneroster is 1.1 or 1.2.");
    if (values.delta && night === 0) return misused("--delta is what changed by a later night: add --night 1.");
    const district = sampleDistrict({ students, seed, night });
    const files = exportFiles(district, { dialect: { version }, ...(values.delta && { since: 0 }) });
    try {
      await (path.endsWith(".zip") ? writeZip(path, files) : writeFolder(path, files));
    } catch (error) {
      if ((error as { code?: string }).code !== "EEXIST") throw error;
      return refused(`${path} is there already. Name another.`, { kind: "exists", path });
    }
    const names = files.map(({ name }) => name);
    return done(`Wrote ${path}: ${names.join(", ")}.`, { path, files: names, students, seed, night });
  },
};

function whole(text: string | boolean | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

async function writeFolder(path: string, files: ReturnType<typeof exportFiles>): Promise<void> {
  await mkdir(path);
  for (const { name, pieces } of files) await writeFile(join(path, name), pieces(), { flag: "wx" });
}
