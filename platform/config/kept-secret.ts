/** The installation's secret, made on the first start and kept in the data folder. It signs sessions. */
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result, refuse } from "#lib/result.ts";

export type SecretProblem =
  | { kind: "folder-not-writable"; folder: string; code: string }
  | { kind: "secret-too-short"; file: string };

const SHORTEST = 32;

export async function keptSecret(dataDir: string): Promise<Result<string, SecretProblem>> {
  const file = join(dataDir, "secret");
  try {
    const secret = (await read(file)) ?? (await make(dataDir, file));
    return secret.length >= SHORTEST ? ok(secret) : refuse({ kind: "secret-too-short", file });
  } catch (error) {
    return refuse({ kind: "folder-not-writable", folder: dataDir, code: (error as NodeJS.ErrnoException).code ?? "" });
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** The file gets its name once it is whole; of two starts at once, both take the one that was first. */
async function make(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(fresh, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    await link(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(fresh);
  }
  return (await readFile(file, "utf8")).trim();
}
