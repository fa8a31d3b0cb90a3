/**
 * The embedded database: PGlite (PostgreSQL as WebAssembly) behind its socket, in a thread of its own, so that a long query
 * does not stop the web server. Everything else speaks to it with the ordinary `pg` driver.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

const { folder, socket } = workerData as { folder: string; socket: string };
const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");

const database = await PGlite.create({ dataDir: folder });
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 100 });
await server.start();

port.on("message", async (message) => {
  if (message !== "close") return;
  await server.stop();
  await database.close();
  port.postMessage("closed");
  port.close();
});
port.postMessage("ready");
