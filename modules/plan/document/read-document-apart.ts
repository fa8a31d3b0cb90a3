import { Worker } from "node:worker_threads";
import { type Result, refuse } from "#lib/result.ts";
import type { Incoming, ReadDocument } from "./read-document.ts";
import { type Origin, originOf, type Refusal, refusalOf, Stop } from "./refusal.ts";

type Answer = Result<ReadDocument, Refusal>;

/** What a reading may cost before it is ended. */
export interface Bounds {
  milliseconds: number;
  /** Of memory, for objects and bytes together; watched four times a second, so a hungry file may briefly take more. */
  megabytes: number;
  /**
   * Where the project's files lie. The server that Vite builds is one file elsewhere, and a path relative to this module would
   * point into the build; Node runs the worker from its source, so the caller says where that is. Without it, this module's own
   * place counts, which is right wherever the source runs unbundled (tests, command line).
   */
  root?: URL;
}

const WATCH_EVERY = 250;
const WORKER = "modules/plan/document/read-document-worker.ts";

/**
 * `readDocument` in a thread of its own, for files of strangers: one that takes too long or too much memory is a refusal, and
 * the process that asked goes on.
 */
export function readDocumentApart(incoming: Incoming, bounds: Bounds): Promise<Answer> {
  const worker = startWorker(bounds);
  const origin: Origin = "text" in incoming ? { name: "", from: "paste" } : originOf(incoming.name, "file");
  const refusing = (stop: Stop): Answer => refuse(refusalOf(stop, origin));
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(() => {
      const seconds = Math.max(1, Math.round(bounds.milliseconds / 1_000));
      end(() => resolve(refusing(new Stop("too-slow", { seconds }))));
    }, bounds.milliseconds);
    const tooHeavy = (): void => end(() => resolve(refusing(new Stop("too-heavy", { megabytes: bounds.megabytes }))));
    const watch = setInterval(async () => {
      if ((await megabytesOf(worker)) > bounds.megabytes) tooHeavy();
    }, WATCH_EVERY);
    worker.once("message", (answer: Answer) => end(() => resolve(answer)));
    worker.once("error", (error) => {
      // Any other error is a mistake of ours and stays one.
      if (isOutOfMemory(error)) tooHeavy();
      else end(() => reject(error));
    });
    worker.once("exit", () => end(() => reject(new Error("The reader of documents ended without an answer"))));
    send(worker, incoming);
  });
}

function send(worker: Worker, incoming: Incoming): void {
  if ("text" in incoming) {
    worker.postMessage(incoming);
    return;
  }
  // A copy of the file alone: a small file's bytes may be a view into a large buffer that others use.
  const bytes = new Uint8Array(incoming.bytes);
  worker.postMessage({ bytes, name: incoming.name } satisfies Incoming, [bytes.buffer]);
}

function startWorker({ megabytes, root }: Bounds): Worker {
  const file = root === undefined ? new URL("./read-document-worker.ts", import.meta.url) : new URL(WORKER, root);
  return new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 } });
}

/** The engine's own limit knows objects alone; a packed stream of a pdf grows as bytes, which it does not count. */
async function megabytesOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size, external_memory } = await worker.getHeapStatistics();
    return (used_heap_size + external_memory) / 1e6;
  } catch {
    return 0; // it ended meanwhile
  }
}

function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  // A single string or buffer that is beyond what the engine allows is the same to the person who sent the file.
  return (
    code === "ERR_WORKER_OUT_OF_MEMORY" ||
    code === "ERR_STRING_TOO_LONG" ||
    /^Array buffer allocation failed|^Invalid (?:string|array) length/.test(error.message)
  );
}
