import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import { IMPORT_KINDS } from "#app/import-kinds.ts";
import { serve, stopServing } from "#app/server.ts";
import { seedSample } from "#db/seed/sample.ts";
import { type ImportWork, startImportWork } from "#modules/imports/jobs.ts";
import { type LogWork, startLogWork } from "#modules/people/audit/jobs.ts";
import { openInstallation } from "#platform/installation.ts";
import { type Answer, type Command, done, unusable } from "../command.ts";
import { databaseSentence } from "../database-sentence.ts";
import { welcome } from "../welcome.ts";
import { ROOT, withSettings } from "../with-installation.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "serve the pages until stopped",
  more: "Run `npm start` instead where the pages may not be built yet. PORT, HOST, DATA_DIR and DATABASE_URL say where.",
  options: {},
  describes: {},
  run: (told) =>
    withSettings(told, async (settings): Promise<Answer> => {
      const build = (await import(pathToFileURL(`${ROOT}build/server/index.js`).href).catch(
        () => null,
      )) as ServerBuild | null;
      if (build === null)
        return unusable("The pages are not built yet. Run `npm start`, which builds them, or `npm run build`.");
      const opened = await openInstallation(settings);
      if (!opened.ok) return unusable(databaseSentence(opened.problem), opened.problem);
      const installation = opened.value;
      let imports: ImportWork | null = null;
      let logs: LogWork | null = null;
      try {
        // Refused where there is a district already: nothing to do.
        if (settings.sampleDistrict) await seedSample(installation);
        const stopped = untilStopped();
        const server = await serve(installation, build);
        logs = startLogWork(installation.database);
        imports = startImportWork({ ...installation, kinds: IMPORT_KINDS, folder: settings.importDir });
        const address = server.address();
        const port = typeof address === "object" && address !== null ? address.port : settings.port;
        process.stdout.write(await welcome(installation, port));
        const why = await stopped;
        process.stdout.write(`Stopping (${why}) …\n`);
        await stopServing(server);
        return done("Stopped; everything is kept.");
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
        const reason = code === "EACCES" ? "may not be used by this account" : "is in use by another program";
        return unusable(
          `Port ${settings.port} ${reason}. Set PORT to another number, such as PORT=${settings.port + 1} npm start.`,
        );
      } finally {
        await imports?.stop();
        await logs?.stop();
        await installation.close();
      }
    }),
};

/** Ctrl-C, a polite kill, or the end of whoever started us. */
async function untilStopped(): Promise<string> {
  const why = await new Promise<string>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve(signal));
    process.once("disconnect", () => resolve("the program that started this one ended"));
  });
  // Listening to the channel keeps this process alive, while the other end waits for it to go.
  process.removeAllListeners("disconnect");
  return why;
}
