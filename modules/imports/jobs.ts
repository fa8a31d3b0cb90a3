/**
 * The work that a server does on imports in the background: whatever is due in any district, one import after another. What is
 * due stands in the tables of imports themselves, so there is no queue that could say otherwise, and what a killed server left
 * is found by the next (decision 15). It looks when this process has written something, and every half minute for what others
 * left.
 */
import { v7 as uuidv7 } from "uuid";
import type { Language } from "#locales/messages.ts";
import { findDistrict } from "#modules/district/queries.ts";
import { type Clock, dayIn } from "#platform/clock/clock.ts";
import { NOBODY } from "#platform/db/claims.ts";
import { isConnectionLost } from "#platform/db/connection-lost.ts";
import type { Database } from "#platform/db/database.ts";
import { log } from "#platform/log/log.ts";
import { advance } from "./advance.ts";
import type { ImportDefinition } from "./definition.ts";
import { lookInFolder } from "./folder.ts";
import { listDue } from "./queries.ts";
import { sweep } from "./sweep.ts";
import { deskOf, giveUpBroken, type Job } from "./work.ts";

const LOOK_EVERY = 30_000;
/** After a write: the page that asked is answered first. */
const SOON = 200;
const SWEEP_EVERY = 3_600_000;
/** As often a mistake of ours is tried again before the import is refused for it. */
const MOST_FAILURES = 3;

export interface ImportWork {
  /** Lets the piece that is under way end. */
  stop(): Promise<void>;
}

interface Around {
  database: Database;
  clock: Clock;
  kinds: readonly ImportDefinition[];
  /** Watched for the only district of an installation; null: none. */
  folder: string | null;
}

export function startImportWork(around: Around): ImportWork {
  const worker = uuidv7();
  const failures = new Map<string, number>();
  let stopping = false;
  let working: Promise<void> | null = null;
  let again = false;
  let swept = 0;

  const look = async (): Promise<void> => {
    const districts = await listDistricts(around.database);
    const folder = districts.length === 1 ? around.folder : null;
    for (const districtId of districts) {
      if (stopping) return;
      await lookAfter({ ...around, folder }, districtId, { worker, isStopping: () => stopping }, failures);
      const now = around.clock.now().getTime();
      if (now - swept > SWEEP_EVERY) await sweep(deskOf(around.database, districtId), districtId);
    }
    swept = around.clock.now().getTime();
  };
  const work = (): void => {
    if (stopping) return;
    if (working !== null) {
      again = true;
      return;
    }
    again = false;
    working = look()
      .catch((error: unknown) => complain(error))
      .finally(() => {
        working = null;
        if (again) soon();
      });
  };
  let waiting: NodeJS.Timeout | null = null;
  const soon = (): void => {
    if (waiting !== null || stopping) return;
    waiting = setTimeout(() => {
      waiting = null;
      work();
    }, SOON);
    waiting.unref();
  };
  // What it writes itself wakes it once more, and finds nothing due.
  around.database.onWrite(() => {
    if (working === null) soon();
    else again = true;
  });
  const timer = setInterval(work, LOOK_EVERY);
  timer.unref();
  soon();
  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      if (waiting !== null) clearTimeout(waiting);
      await working;
    },
  };
}

type Hands = Pick<Job, "worker" | "isStopping">;

async function lookAfter(
  around: Around,
  districtId: string,
  hands: Hands,
  failures: Map<string, number>,
): Promise<void> {
  const { database, clock, kinds, folder } = around;
  const desk = deskOf(database, districtId);
  const district = await desk.read((tx) => findDistrict(tx, districtId));
  if (district === null) return;
  const now = clock.now();
  const today = dayIn(district.timeZone, now);
  const here = { id: districtId, today, language: district.language as Language, timeZone: district.timeZone };
  // A folder that cannot be read stops nothing else.
  if (folder !== null) await lookInFolder({ folder, database, kinds, district: here, now }).catch(complain);
  for (const { id, kind } of await desk.read((tx) => listDue(tx, districtId))) {
    const definition = kinds.find((each) => each.kind === kind);
    if (definition === undefined || hands.isStopping?.()) continue;
    const job: Job = { definition, districtId, importId: id, today, desk, ...hands };
    try {
      await advance(job);
      failures.delete(id);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      complain(error);
      failures.set(id, (failures.get(id) ?? 0) + 1);
      if (failures.get(id) === MOST_FAILURES) await giveUpBroken(job);
    }
  }
}

async function listDistricts(database: Database): Promise<string[]> {
  const rows = await database
    .desk(NOBODY)
    .read((tx) => tx.selectFrom("district.address").select("districtId").distinct().execute());
  return rows.map(({ districtId }) => districtId);
}

function complain(error: unknown): void {
  if (!isConnectionLost(error)) log({ level: "error", what: "import-failed" }, error);
}
