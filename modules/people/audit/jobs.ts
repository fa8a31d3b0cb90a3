/** Once a day a server lets go of what each district's rule says is old enough. Nothing is remembered of it: what is due is due. */
import { claimsOf, system } from "#modules/district/actor.ts";
import { listDistrictIds } from "#modules/district/queries.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { isConnectionLost } from "#platform/db/connection-lost.ts";
import type { Database } from "#platform/db/database.ts";
import { log } from "#platform/log/log.ts";
import { letGoOfLogs } from "./let-go.ts";

const DAY = 86_400_000;
/** Whoever starts the program wants its pages first. */
const AT_FIRST = 600_000;

export interface LogWork {
  /** Lets what is under way end. */
  stop(): Promise<void>;
}

export function startLogWork(database: Database): LogWork {
  let working: Promise<void> = Promise.resolve();
  const work = (): void => {
    working = letGoEverywhere(database).catch((error: unknown) => {
      if (!isConnectionLost(error)) log({ level: "error", what: "letting-go-failed" }, error);
    });
  };
  const first = setTimeout(work, AT_FIRST).unref();
  const daily = setInterval(work, DAY).unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(daily);
      return working;
    },
  };
}

/** A log that is not whole keeps everything, and whoever runs the installation is told. */
export async function letGoEverywhere(database: Database): Promise<void> {
  for (const districtId of await database.desk(NOBODY).read(listDistrictIds)) {
    const actor = system(districtId);
    for (const { log: name, rows, problem } of await letGoOfLogs(database.desk(claimsOf(actor)), actor)) {
      if (problem !== null)
        log({ level: "error", what: "log-not-whole", district: districtId, log: name, problem: problem.kind });
      else if (rows > 0) log({ level: "info", what: "let-go-of-log", district: districtId, log: name, rows });
    }
  }
}
