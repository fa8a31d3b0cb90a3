import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { Facts } from "#ui/facts/facts.tsx";
import { Note } from "#ui/note/note.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { TestReport as Report } from "../../sign-on/domain.ts";

/** What the last test brought back: who came, and whom that would sign in here. */
export function TestReport({ report }: { report: Report }) {
  const t = useTranslations("signOn");
  const { moment } = useDates();
  const told = { on: moment(new Date(report.at)), by: report.by ?? "" };
  const why = report.problem;
  return (
    <Notice says={t(why === null ? "test-well" : "test-failed", told)}>
      {why !== null && <p>{t(`test-problem.${why}` as "test-problem.student")}</p>}
      {report.detail && <Note>{t("test-detail", { detail: report.detail })}</Note>}
      {report.subject !== undefined && <Told report={report} />}
    </Notice>
  );
}

function Told({ report }: { report: Report }) {
  const t = useTranslations("signOn");
  const { issuer, subject, email, emailVerified, roles = [] } = report;
  const verified = emailVerified === true ? "yes" : emailVerified === false ? "no" : "unsaid";
  return (
    <Facts
      items={[
        { term: t("report-issuer"), value: issuer },
        { term: t("report-subject"), value: subject },
        { term: t("report-email"), value: email ?? t("report-none"), missing: !email },
        { term: t("report-verified"), value: t(`verified-${verified}`) },
        { term: t("report-roles"), value: roles.join(", ") || t("report-none"), missing: roles.length === 0 },
        { term: t("report-match"), value: <Match match={report.match} /> },
      ]}
    />
  );
}

function Match({ match }: { match: Report["match"] }) {
  const t = useTranslations("signOn");
  if (match === undefined) return t("report-none");
  if (match.kind !== "nobody") return t(`match-${match.kind}`, { person: match.person });
  const [own, other] = [`match-problem.${match.problem}`, `test-problem.${match.problem}`] as const;
  return t("match-nobody", {
    why: t((t.has(own as "match-problem.no-person") ? own : other) as "match-problem.no-person"),
  });
}
