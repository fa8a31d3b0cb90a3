/**
 * Kills a program at moments that no one chose, again and again over one database, and asks each time what is left. Any kind of
 * work can be put through it: what it does is an `Ordeal`.
 */
import fc from "fast-check";
import { must } from "#db/seed/seed-cast.ts";
import { type Database, openDatabase } from "#platform/db/database.ts";
import type { TestPlace } from "#tests/support/engine.ts";
import type { Program } from "./program.ts";

export interface Ordeal<Deed> {
  /** Starts the program and resolves when it is ready to work. */
  begin(place: TestPlace, round: number): Promise<Program>;
  /**
   * Works until killed: over HTTP, or by listening to a script. `done` is called with each deed that the program has answered,
   * so that it may not be lost any more. What fails after the kill is no failure.
   */
  work(program: Program, done: (deed: Deed) => void): Promise<void>;
  /** Sentences about what is half done, or lost although it was answered. The database was opened anew. */
  check(database: Database, deeds: readonly Deed[]): Promise<string[]>;
}

export interface Survival<Deed> {
  /** Everything that was answered before a kill. */
  deeds: Deed[];
  wounds: string[];
}

/** `longest`: milliseconds after `begin` within which the kill comes. */
export async function killAtRandom<Deed>(
  place: TestPlace,
  ordeal: Ordeal<Deed>,
  { times, longest, seed }: { times: number; longest: number; seed: number },
): Promise<Survival<Deed>> {
  const deeds: Deed[] = [];
  const wounds: string[] = [];
  const moments = fc.sample(fc.integer({ min: 0, max: longest }), { numRuns: times, seed });
  for (const [round, moment] of moments.entries()) {
    const program = await ordeal.begin(place, round);
    let isAlive = true;
    const working = ordeal
      .work(program, (deed) => deeds.push(deed))
      .catch((error: unknown) => {
        if (isAlive) throw error;
      });
    await Promise.race([new Promise((resolve) => setTimeout(resolve, moment)), working]);
    isAlive = false;
    await program.kill("SIGKILL");
    await working;

    const database = must(await openDatabase(place));
    try {
      const found = await ordeal.check(database, deeds);
      wounds.push(...found.map((wound) => `killed ${moment} ms into round ${round}: ${wound}`));
    } finally {
      await database.close();
    }
  }
  return { deeds, wounds };
}
