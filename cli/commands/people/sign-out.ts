import { type Command, done, refused } from "../../command.ts";
import { AT, DESCRIBES_AT } from "../../with-district.ts";
import { withPerson } from "./one.ts";

export const peopleSignOut: Command = {
  name: "people sign-out",
  takes: "EMAIL",
  summary: "end all sessions of someone, on every device",
  options: AT,
  describes: DESCRIBES_AT,
  run: (told) =>
    withPerson(told, async ({ installation }, person) => {
      const accountId = await installation.accounts.findAccount(person.email);
      if (accountId === null) return refused(`${person.name} has never signed in.`, { kind: "not-found" });
      const sessions = await installation.accounts.listSessions(accountId);
      await installation.accounts.endAllSessions(accountId);
      return done(`${person.name} is signed out everywhere (${sessions.length}).`, { sessions: sessions.length });
    }),
};
