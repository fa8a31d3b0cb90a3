import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";

interface RefusedPageProps {
  problem: string;
  /** The address that the provider said. */
  email: string | null;
  provider: { id: string; name: string };
  district: string;
  stewards: readonly { name: string; email: string }[];
}

/** For someone who came back from the provider and was not let in: why, and what now? */
export function RefusedPage({ problem, email, provider, district, stewards }: RefusedPageProps) {
  const t = useTranslations("signOn");
  const key = `refused.${problem}` as "refused.word";
  const told = { provider: provider.name, district };
  return (
    <>
      <Finding
        over={email === null ? undefined : t("refused-as", { email })}
        lede={t(t.has(key) ? key : "refused.word", told)}
        stand={
          <ActionRow>
            <ButtonLink href={`/sign-on/${provider.id}`}>{t("again")}</ButtonLink>
            <a href="/sign-in">{t("use-password")}</a>
            <a href="/">{t("read-plan")}</a>
          </ActionRow>
        }
      >
        {t("refused-title")}
      </Finding>
      {stewards.length > 0 && (
        <Block heading={t("ask")} id="ask">
          <Facts
            layout="across"
            items={stewards.map((steward) => ({
              key: steward.email,
              term: steward.name,
              value: <a href={`mailto:${steward.email}`}>{steward.email}</a>,
            }))}
          />
        </Block>
      )}
    </>
  );
}
