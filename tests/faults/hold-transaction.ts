/** Writes through whoever serves the embedded database, and never comes to an end. Run as a process of its own. */
import { sql } from "kysely";
import { must } from "#db/seed/seed-cast.ts";
import { connectDatabase } from "#platform/db/database.ts";

const database = must(await connectDatabase({ databaseUrl: null, dataDir: process.env.DATA_DIR ?? "" }, true));
await database.owner.transaction().execute(async (tx) => {
  await sql`set local role guidepost_backup`.execute(tx);
  await sql`insert into sign_in.failed_attempt (id, kind, subject, at) values ('held', 'account', 'held', now())`.execute(
    tx,
  );
  process.stdout.write("holding\n");
  await new Promise((resolve) => setTimeout(resolve, Number(process.argv[2])));
});
await database.close();
process.stdout.write("let go\n");
