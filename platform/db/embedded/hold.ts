/**
 * Who works in a data folder. PGlite lets two processes open one folder and then both lose; so the folder is held by whoever
 * listens on a socket in it. The kernel ends that with the process, however it dies: a left-over file answers no one.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, realpath, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ok, type Result, refuse } from "#lib/result.ts";

export type FolderProblem =
  | { kind: "folder-not-writable"; folder: string; code: string }
  | { kind: "folder-held"; folder: string; process: string };

export interface Hold {
  /** Where sockets of this data folder live: the folder itself, or a short path where its own is too long for one. */
  socketDir: string;
  release(): Promise<void>;
}

/** Unix allows about a hundred bytes for the path of a socket (sun_path). */
const LONGEST_SOCKET_DIR = 80;

export async function socketDirOf(dataDir: string): Promise<string> {
  if (Buffer.byteLength(dataDir) <= LONGEST_SOCKET_DIR) return dataDir;
  const short = createHash("sha256")
    .update(await realpath(dataDir))
    .digest("hex")
    .slice(0, 16);
  return join(tmpdir(), `guidepost-${short}`);
}

/** Makes the folder if need be, proves that it can be written, and holds it until released or the process ends. */
export async function holdFolder(dataDir: string): Promise<Result<Hold, FolderProblem>> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // Of this try alone: another start may be trying the same at this moment.
    const probe = join(dataDir, `.can-write-${randomUUID()}`);
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    return refuse({ kind: "folder-not-writable", folder: dataDir, code: (error as NodeJS.ErrnoException).code ?? "" });
  }
  const socketDir = await socketDirOf(dataDir);
  await mkdir(socketDir, { recursive: true, mode: 0o700 });
  const path = join(socketDir, "held.sock");

  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(path);
    if (server !== null) {
      return ok({ socketDir, release: () => new Promise((resolve) => server.close(() => resolve())) });
    }
    const holder = await holderOf(path);
    if (holder !== null) return refuse({ kind: "folder-held", folder: dataDir, process: holder });
    await clearLeftOver(path);
  }
  return refuse({ kind: "folder-held", folder: dataDir, process: "" });
}

/** The process that holds the folder, as it names itself, or null if none does. */
export function holderOf(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let said = "";
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      said += chunk.toString("utf8");
    });
    socket.on("error", () => resolve(null));
    socket.on("connect", () => socket.on("close", () => resolve(said)));
  });
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(String(process.pid));
    });
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

/**
 * Takes a socket file away that no process answers on. Two starts may do so at once, and the slower one must not take away
 * the fresh socket of the faster: so it is moved aside first, asked once more, and put back if it is alive.
 */
async function clearLeftOver(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  if ((await holderOf(aside)) === null) {
    await unlink(aside).catch(() => {});
    return;
  }
  const free = await stat(path).then(
    () => false,
    () => true,
  );
  if (free) await rename(aside, path);
}
