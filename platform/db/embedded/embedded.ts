/** Starts and stops the embedded database of a data folder, or finds the one that another process of ours has running. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type FolderProblem, holderOf, holdFolder, socketDirOf } from "./hold.ts";

export interface Embedded {
  /** What `pg` takes as host: it appends `/.s.PGSQL.5432`. */
  socketDir: string;
  close(): Promise<void>;
}

const SOCKET = ".s.PGSQL.5432";

export type EmbeddedProblem =
  | FolderProblem
  /** Its files are damaged, or of another PostgreSQL than this engine. */
  | { kind: "not-openable"; folder: string };

/** Opens the database, alone. Refuses if another process holds the folder. */
export async function startEmbedded(dataDir: string): Promise<Result<Embedded, EmbeddedProblem>> {
  const hold = await holdFolder(dataDir);
  if (!hold.ok) return hold;
  const { socketDir, release } = hold.value;
  const socket = join(socketDir, SOCKET);
  await rm(socket, { force: true });
  try {
    const worker = await startWorker(join(dataDir, "database"), socket);
    return ok({
      socketDir,
      close: async () => {
        await stopWorker(worker);
        await release();
      },
    });
  } catch {
    await release();
    return refuse({ kind: "not-openable", folder: join(dataDir, "database") });
  }
}

/** The database that another process of ours serves from this folder, or null if none does. */
export async function findEmbedded(dataDir: string): Promise<Embedded | null> {
  const socketDir = await socketDirOf(dataDir).catch(() => dataDir);
  const held = await holderOf(join(socketDir, "held.sock"));
  return held === null ? null : { socketDir, close: async () => {} };
}

function startWorker(folder: string, socket: string): Promise<Worker> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: { folder, socket } });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", () => {
      worker.off("error", reject);
      // Without its database the process can do nothing right: end, and let the next start recover from the log.
      worker.on("error", (error) => {
        console.error("The embedded database stopped.", error);
        process.exit(1);
      });
      resolve(worker);
    });
  });
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.postMessage("close");
  });
}
