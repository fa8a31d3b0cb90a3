/** What people do with their own account. It belongs to no district, so the log knows of it only where they work. */
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Actor } from "#modules/district/actor.ts";
import type { Desk } from "#platform/db/desk.ts";
import type { Accounts, Session } from "#platform/sign-in/accounts.ts";
import { type PasswordProblem, passwordProblem } from "#platform/sign-in/passwords.ts";
import { writeEvent } from "./event-log.ts";

/** Every other session of the account ends: whoever came in with the old password is out. */
export async function changePassword(
  { accounts }: { accounts: Accounts },
  desk: Desk,
  actor: Actor,
  account: { id: string; email: string; session: Session },
  { password, newPassword }: { password: string; newPassword: string },
): Promise<Result<null, PasswordProblem | { kind: "password-wrong" }>> {
  if (!(await accounts.isPasswordOf(account.id, password))) return refuse({ kind: "password-wrong" });
  const weak = passwordProblem(newPassword, [account.email, actor.person?.name ?? ""]);
  if (weak) return refuse(weak);
  await accounts.setPassword(account.id, newPassword);
  await accounts.endAllSessions(account.id, account.session.id);
  const { person } = actor;
  if (person === null) return ok(null);
  return desk.write(async (tx) => {
    await writeEvent(tx, actor, { action: "change-password", subject: { kind: "person", id: person.id } });
    return ok(null);
  });
}
