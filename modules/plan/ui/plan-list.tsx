/** All plans of a district, for people who work here: what stands, what is shown, what is still being reviewed. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { PlanLine, PlanListView, ReviewLine } from "../present-list.ts";
import { usePeriod } from "./plan-words.tsx";

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const HEADINGS = { district: "of-district", school: "of-schools", department: "of-departments" } as const;

export function PlanList({ groups, reviews, keeps }: PlanListView & { keeps: boolean }) {
  const t = useTranslations("plan.staff");
  const word = useTranslations("plan");
  const plans = groups.flatMap((group) => group.plans);
  const shown = plans.filter(({ audience }) => audience === "public").length;
  const number = (count: number) => word("number", { n: String(count) });
  const isOpen = shown === 0 ? "none" : shown === plans.length ? "all" : shown === 1 ? "one" : "some";
  const isEmpty = plans.length === 0 && reviews.length === 0;
  const handIn = keeps && (
    <ActionRow>
      <ButtonLink first href="/plan/documents">
        {t("hand-in")}
      </ButtonLink>
      <a href="/plan/authorities">{t("authorities")}</a>
    </ActionRow>
  );
  return (
    <>
      <Finding
        lede={plans.length > 0 && capital(t("lede", { public: isOpen, number: number(shown) }))}
        stand={!isEmpty && handIn}
      >
        {capital(t("finding", { plans: plans.length, number: number(plans.length), open: reviews.length }))}
      </Finding>
      {plans.length > 0 && (
        <p>
          <a href="/plan/handover">{t("handover")}</a>
        </p>
      )}
      {isEmpty && (
        <EmptyState actions={handIn} example={keeps && <p>{t("empty-example")}</p>}>
          <p>{t(keeps ? "empty" : "empty-others")}</p>
        </EmptyState>
      )}
      {reviews.length > 0 && <Reviews reviews={reviews} />}
      {groups.map(({ kind, plans: lines }) => (
        <Block key={kind} heading={t(HEADINGS[kind])} id={kind}>
          <Plans caption={t("table-of", { heading: t(HEADINGS[kind]) })} plans={lines} />
        </Block>
      ))}
    </>
  );
}

function Plans({ caption, plans }: { caption: string; plans: PlanLine[] }) {
  const t = useTranslations("plan.staff");
  const period = usePeriod();
  return (
    <Table
      caption={caption}
      quietCaption
      narrow="stack"
      columns={[{ head: t("plan") }, { head: t("whose") }, { head: t("period") }, { head: t("state") }]}
      rows={plans.map((plan) => ({
        key: plan.slug,
        cells: [
          <a key="plan" href={`/plan/${plan.slug}`}>
            {plan.title}
          </a>,
          plan.org.name,
          plan.period === null ? "" : period(plan.period),
          <span key="state">
            <Tag>{t("state-of", { status: plan.status, audience: plan.audience })}</Tag>{" "}
            {plan.isFollowed && t("followed")}
          </span>,
        ],
      }))}
    />
  );
}

function Reviews({ reviews }: { reviews: ReviewLine[] }) {
  const t = useTranslations("plan.staff");
  const { dayOf } = useDates();
  return (
    <Block heading={t("in-review")} id="reviews">
      <Table
        caption={t("table-of", { heading: t("in-review") })}
        quietCaption
        narrow="stack"
        columns={[
          { head: t("document") },
          { head: t("whose") },
          { head: t("holder") },
          { head: t("open-lines"), numeric: true },
          { head: t("steps"), numeric: true },
        ]}
        rows={reviews.map(({ id, documentName, org, holder, openLines, steps }) => ({
          key: id,
          cells: [
            <a key="document" href={`/plan/reviews/${id}`}>
              {documentName}
            </a>,
            org,
            holder === null ? t("nobody") : t("since", { who: holder.name, day: dayOf(holder.since) }),
            t("open-count", { count: openLines }),
            steps,
          ],
        }))}
      />
    </Block>
  );
}
