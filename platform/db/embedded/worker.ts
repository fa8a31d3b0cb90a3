/**
 * The embedded database: PGlite (PostgreSQL as WebAssembly) behind its socket, in a thread of its own, so that a long query
 * does not stop the web server. Everything else speaks to it with the ordinary `pg` driver.
 */
import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

const { folder, socket } = workerData as { folder: string; socket: string };
const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");

const database = await PGlite.create({ dataDir: folder });
endWithTheEngine(database);
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 100 });
await server.start();

/** How long those who work through this process may finish when it stops: a backup, say. */
const PATIENCE = 10_000;

port.on("message", async (message) => {
  if (message !== "close") return;
  const giveUpAt = Date.now() + PATIENCE;
  while (server.getStats().activeConnections > 0 && Date.now() < giveUpAt) await setTimeout(20);
  await server.stop();
  await database.close();
  port.postMessage("closed");
  port.close();
});
port.postMessage("ready");

/**
 * An error of SQL is an answer. What is thrown is the engine itself breaking down, after which its socket would keep everyone
 * waiting for ever: so this thread ends by it, and the next start recovers from the log.
 */
function endWithTheEngine(engine: PGlite): void {
  const execute = engine.execProtocolRawStream.bind(engine);
  engine.execProtocolRawStream = async (message, options) => {
    try {
      await execute(message, options);
    } catch (error) {
      setImmediate(() => {
        throw error;
      });
      throw error;
    }
  };
}
