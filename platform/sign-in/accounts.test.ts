import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "#tests/support/story.ts";
import { openAccounts } from "./accounts.ts";

const PASSWORDS = ["seven herons at dusk", "nine otters at dawn"] as const;

test("of two who ask for one address at the same moment one gets it whole, and signs in with their own password", async ({
  database,
}) => {
  const accounts = openAccounts(database.signIn, "a secret of thirty-two characters", new URL("http://localhost"));
  for (let round = 0; round < 5; round += 1) {
    const email = `Twice-${round}@haywater.example`;
    const answers = await Promise.all(
      PASSWORDS.map((password) => accounts.addAccount({ name: "Twice", email, password })),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, problem: { kind: "email-taken" } });
    const winner = PASSWORDS[answers.findIndex((answer) => answer.ok)] as string;
    expect(await accounts.openSession({ email, password: winner }, new Headers())).not.toBeNull();
    const loser = PASSWORDS[answers.findIndex((answer) => !answer.ok)] as string;
    expect(await accounts.openSession({ email, password: loser }, new Headers())).toBeNull();
  }
  const halves = await sql`
    select email from sign_in.account_holder h
    where (select count(*) from sign_in.credential c where c.user_id = h.id) <> 1
  `.execute(database.signIn);
  expect(halves.rows).toEqual([]);
});
