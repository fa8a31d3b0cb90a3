/** The first page of people who work here: what waits, for this person. */

import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { readEventNames, SMALL_STEPS } from "#app/event-names.ts";
import { readImportWork } from "#app/import-work.ts";
import { type PlanWork, readPlanWork } from "#app/plan-work.ts";
import { staffVisit } from "#app/replies.ts";
import { numberWordFirst } from "#lib/text/number-word.ts";
import { useDates } from "#locales/use-dates.ts";
import { listEvents } from "#modules/people/event-log.ts";
import { presentEvents } from "#modules/people/log/present.ts";
import { mayInvite, maySeeEvents } from "#modules/people/policy.ts";
import { invitedLines } from "#modules/people/present.ts";
import { listInvitations } from "#modules/people/queries.ts";
import { EventRegister } from "#modules/people/ui/event-register.tsx";
import { Block } from "#ui/block/block.tsx";
import { Columns } from "#ui/columns/columns.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import type { Route } from "./+types/staff-home.ts";
import { CommentsBlock } from "./home/comments-block.tsx";
import { ImportsBlock } from "./home/imports-block.tsx";
import { InvitedBlock } from "./home/invited-block.tsx";
import { PlansBlock } from "./home/plans-block.tsx";
import { ReviewsBlock } from "./home/reviews-block.tsx";
import { WayBlock } from "./home/way-block.tsx";

const LATEST = 6;

export async function loader({ context, request }: Route.LoaderArgs) {
  const visit = staffVisit(context, request);
  const { actor, district, now, today } = visit;
  const seesLog = maySeeEvents(actor, actor).allowed;
  return visit.desk.read(async (tx) => ({
    today,
    work: await readPlanWork(tx, actor, district),
    imports: await readImportWork(tx, visit),
    invites: mayInvite(actor, actor).allowed,
    invited: invitedLines(await listInvitations(tx, district.id), now),
    seesLog,
    events: seesLog
      ? presentEvents(
          await listEvents(tx, district.id, { limit: LATEST, without: SMALL_STEPS }),
          await readEventNames(tx, district.id),
        )
      : [],
  }));
}

export default function StaffHome({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("home");
  const { weekday } = useDates();
  const { today, work, imports, invites, invited, seesLog, events } = loaderData;
  const isEmpty = work.plans.length === 0 && work.reviews.length === 0;
  return (
    <>
      <title>{t("title")}</title>
      <Finding over={weekday(today)} lede={isEmpty ? t(work.keeps ? "lede-empty" : "lede-waiting") : undefined}>
        <Sentence work={work} invited={invites ? invited.length : 0} />
      </Finding>
      {isEmpty ? (
        <Columns kind="lead">
          <WayBlock keeps={work.keeps} />
          {invites && <InvitedBlock invited={invited} />}
        </Columns>
      ) : (
        <>
          {work.comments.length > 0 && <CommentsBlock comments={work.comments} />}
          {work.reviews.length > 0 && <ReviewsBlock reviews={work.reviews} />}
          {work.plans.length > 0 && <PlansBlock plans={work.plans} keeps={work.keeps} />}
          {invites && <InvitedBlock invited={invited} />}
        </>
      )}
      {imports && <ImportsBlock imports={imports} />}
      {seesLog && (
        <Block heading={t("lately")} id="lately" more={<a href="/log">{t("lately-all")}</a>}>
          <EventRegister brief caption={t("lately")} events={events} />
        </Block>
      )}
    </>
  );
}

/** What a colleague would say at the door. */
function Sentence({ work: { plans, reviews, comments }, invited }: { work: PlanWork; invited: number }) {
  const t = useTranslations("home");
  const link = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>;
  const language = useLocale();
  const say = (count: number, href: string) => ({ count, number: numberWordFirst(count, language), link: link(href) });
  const waiting = comments.reduce((sum, { count }) => sum + count, 0);
  const own = reviews.filter((review) => review.isOwn).length;
  const parts = [
    ...(plans.length === 0 && reviews.length === 0 ? [t("finding-empty")] : []),
    ...(waiting > 0 ? [t.rich("finding-comments", say(waiting, "#comments"))] : []),
    ...(reviews.length > 0 ? [t.rich("finding-reviews", { ...say(reviews.length, "#reviews"), own })] : []),
    ...(plans.length > 0 ? [t.rich("finding-plans", say(plans.length, "#plans"))] : []),
    ...(invited > 0 ? [t.rich("finding-invited", say(invited, "#invited"))] : []),
  ];
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no identity but their place
    <span key={at}>{part} </span>
  ));
}
