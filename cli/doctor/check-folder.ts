import { access, constants, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "#platform/config/settings.ts";
import { type Finding, note, well, wrong } from "./finding.ts";

const MEGABYTE = 1024 * 1024;
/** The embedded database stops where there is no room for its log. */
const LEAST_MEGABYTES = 500;

export async function checkDataFolder({ dataDir, databaseUrl, secret }: Settings): Promise<Finding[]> {
  const folder = await stat(dataDir).catch(() => null);
  if (folder === null) return [note(`the data folder ${dataDir} is not there yet: the first start makes it`)];
  if (!folder.isDirectory()) return [wrong(`${dataDir} is a file: set DATA_DIR to a folder`)];
  const findings = [await checkWritable(dataDir), checkMode(dataDir, folder.mode)];
  if (databaseUrl === null) findings.push(await checkSpace(dataDir));
  if (secret === null) findings.push(await checkSecret(join(dataDir, "secret")));
  return findings;
}

async function checkWritable(folder: string): Promise<Finding> {
  const isWritable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return isWritable
    ? well(`the data folder ${folder} can be written`)
    : wrong(`the data folder ${folder} cannot be written by this account`);
}

const isOpenToOthers = (mode: number): boolean => process.platform !== "win32" && (mode & 0o077) !== 0;

function checkMode(path: string, mode: number): Finding {
  return isOpenToOthers(mode)
    ? wrong(`other accounts of this machine may look into ${path}: chmod 700 ${path}`)
    : well("only this account may look into it");
}

async function checkSecret(file: string): Promise<Finding> {
  const there = await stat(file).catch(() => null);
  if (there === null) return note("the installation's secret is not there yet: the first start makes it");
  return isOpenToOthers(there.mode)
    ? wrong(`other accounts of this machine may read the installation's secret: chmod 600 ${file}`)
    : well("only this account may read the installation's secret");
}

async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const megabytes = Math.floor((bavail * bsize) / MEGABYTE);
  return megabytes >= LEAST_MEGABYTES
    ? well(`${megabytes} MB are free for the database`)
    : wrong(`only ${megabytes} MB are free where the database lives: make room, ${LEAST_MEGABYTES} MB at least`);
}
