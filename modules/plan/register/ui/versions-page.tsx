/** Every version of a plan: when it came into force, by whose vote, its fingerprint, and how anyone checks it. */
import { useTranslations } from "use-intl";
import { useDates } from "#locales/use-dates.ts";
import { WholeFingerprint } from "#ui/adoption-line/adoption-line.tsx";
import { Block } from "#ui/block/block.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Register } from "#ui/register/register.tsx";
import { useDecided, useTally } from "../../adoption/ui/decided.tsx";
import { InPlan, type PlanPlace, Words } from "../../ui/plan-words.tsx";
import type { VersionLine } from "../versions.ts";

export interface VersionsPageProps extends PlanPlace {
  title: string;
  lines: VersionLine[];
}

export function VersionsPage({ title, lines, ...place }: VersionsPageProps) {
  const t = useTranslations("register");
  const { day, dayOf } = useDates();
  const decided = useDecided();
  const tally = useTally();
  const { base, slug } = place;
  const index = lines.length - 1;
  return (
    <InPlan {...place}>
      <Crumb
        label={t("place")}
        steps={[{ href: `${base}/${slug}`, text: <Words>{title}</Words> }, { text: t("versions") }]}
      />
      <Finding lede={t("versions-lede")}>{t("versions-finding", { title, count: lines.length })}</Finding>
      <Register
        caption={t("versions")}
        heads={[t("since"), t("versions"), t("vote")]}
        rows={lines.map(({ n, status, createdAt, decision, before }) => ({
          key: String(n),
          on: decision?.on ?? createdAt.toISOString().slice(0, 10),
          when: decision ? day(decision.on) : dayOf(createdAt),
          what: (
            <>
              <strong>
                <a href={`${base}/${slug}/versions/${n}`}>{t("version-of", { n, status })}</a>
              </strong>{" "}
              {decision ? decided(decision) : t("never-adopted")}
              {before !== null && (
                <>
                  {" "}
                  <a href={`${base}/${slug}/compare?from=${before}&to=${n}`}>{t("compare-with", { n: before })}</a>
                </>
              )}
              {decision && <WholeFingerprint value={decision.fingerprint} />}
            </>
          ),
          by: decision?.votes ? tally(decision.votes) : "",
        }))}
      />
      <Block heading={t("check")} id="check">
        <p>{t.rich("check-how", { file: (words) => <a href={`${base}/${slug}/plan.json`}>{words}</a> })}</p>
        <pre className="register-command">
          <code>{`jq -cjS '.versions[${index}].text' plan.json | sha256sum`}</code>
        </pre>
      </Block>
    </InPlan>
  );
}
