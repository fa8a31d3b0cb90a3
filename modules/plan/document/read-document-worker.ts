/** The thread in which documents of strangers are read. */
import { parentPort } from "node:worker_threads";
import { type Incoming, readDocument } from "./read-document.ts";

parentPort?.once("message", async (incoming: Incoming) => {
  parentPort?.postMessage(await readDocument(incoming));
});
