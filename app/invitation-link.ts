/** Giving a link away: on the page, this once, and by mail where the installation has a mail server. */
import { sayDayOf } from "#lib/dates/say.ts";
import { translatorIn } from "#locales/translator.ts";
import { INVITATION_DAYS } from "#modules/people/domain.ts";
import type { DistrictHere, Visit } from "./context.ts";

export interface GivenLink {
  person: { id: string; name: string; email: string };
  link: string;
  expiresAt: Date;
  /** Someone new is invited; someone who lost their password gets another. */
  isNew: boolean;
  mail: "sent" | "not-sent" | "no-server";
}

interface Receiver {
  id: string;
  name: string;
  email: string;
  isNew: boolean;
}

export async function giveLink(
  visit: Visit & { district: DistrictHere },
  { isNew, id, name, email }: Receiver,
  token: string,
): Promise<GivenLink> {
  const { settings, mail } = visit.installation;
  const link = new URL(`/invitations/${token}`, settings.baseUrl).href;
  const expiresAt = new Date(visit.now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  const person = { id, name, email };
  if (mail === null) return { person, link, expiresAt, isNew, mail: "no-server" };
  const sent = await mail.send({ to: email, ...letter(visit, { name, isNew }, link, expiresAt) });
  return { person, link, expiresAt, isNew, mail: sent.ok ? "sent" : "not-sent" };
}

/** In the language of the district: what the receiver reads is not known yet. */
function letter(
  { district, actor }: Visit & { district: DistrictHere },
  { name, isNew }: { name: string; isNew: boolean },
  link: string,
  expiresAt: Date,
): { subject: string; text: string } {
  const t = translatorIn(district.language);
  const until = sayDayOf(expiresAt, district.language, district.timeZone);
  const told = { name, link, until, district: district.name, inviter: actor.person?.name ?? district.name };
  return isNew
    ? { subject: t("people.letter.subject", told), text: t("people.letter.text", told) }
    : { subject: t("people.letter.again-subject", told), text: t("people.letter.again-text", told) };
}
