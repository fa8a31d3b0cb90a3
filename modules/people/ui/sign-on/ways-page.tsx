import { useFormatter, useTranslations } from "use-intl";
import { ROLES } from "#platform/db/claims.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button, ButtonLink } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Choice, FieldGroup } from "#ui/field/field.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { Table } from "#ui/table/table.tsx";
import { Tag } from "#ui/tag/tag.tsx";
import type { SignOnRules } from "../../sign-on/domain.ts";
import type { ProviderLine } from "../../sign-on/present.ts";

interface WaysPageProps {
  providers: readonly ProviderLine[];
  rules: SignOnRules;
}

/** For the steward: how do people come in, and what is asked of them? */
export function WaysPage({ providers, rules }: WaysPageProps) {
  const t = useTranslations("signOn");
  const district = useTranslations("district");
  return (
    <>
      <Finding
        over={
          <Crumb label={t("crumb")} steps={[{ href: "/district", text: district("title") }, { text: t("title") }]} />
        }
        lede={t("lede")}
        stand={
          <ActionRow>
            <ButtonLink first={providers.length === 0} href="/district/sign-on/new">
              {t("add")}
            </ButtonLink>
          </ActionRow>
        }
      >
        <Opening providers={providers} rules={rules} />
      </Finding>
      <Block heading={t("ways")} id="ways">
        {providers.length === 0 ? (
          <EmptyState example={<p>{t.rich("ways-example", { strong: (words) => <strong>{words}</strong> })}</p>}>
            <p>{t("ways-none")}</p>
          </EmptyState>
        ) : (
          <Ways providers={providers} />
        )}
      </Block>
      <Rules rules={rules} />
    </>
  );
}

function Opening({ providers, rules }: WaysPageProps) {
  const t = useTranslations("signOn");
  const format = useFormatter();
  const on = providers.filter(({ state }) => state === "on").map(({ name }) => name);
  if (on.length === 0) return t("finding-none");
  const names = format.list(on, { type: "disjunction" });
  return t(rules.passwords === "everyone" ? "finding-and-password" : "finding", { names });
}

function Ways({ providers }: Pick<WaysPageProps, "providers">) {
  const t = useTranslations("signOn");
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("ways-caption")}
      columns={[
        { head: t("head-name") },
        { head: t("head-kind") },
        { head: t("head-domains") },
        { head: t("head-state") },
      ]}
      rows={providers.map(({ id, name, kind, domains, state }) => ({
        key: id,
        cells: [
          <a key="name" href={`/district/sign-on/${id}`}>
            {name}
          </a>,
          t(`kind.${kind}`),
          domains.length > 0 ? domains.join(", ") : t("domains-none"),
          state === "on" ? t("state-on") : <Tag key="state">{t(state === "off" ? "state-off" : "state-untested")}</Tag>,
        ],
      }))}
    />
  );
}

function Rules({ rules }: Pick<WaysPageProps, "rules">) {
  const t = useTranslations("signOn");
  const people = useTranslations("people");
  return (
    <Block heading={t("rules")} id="rules">
      <form method="post" noValidate>
        <FormLayout>
          <FieldGroup id="roles" legend={t("rules-second")} hint={t("rules-second-hint")}>
            <div>
              {ROLES.map((role) => (
                <Choice
                  key={role}
                  kind="checkbox"
                  id={`role-${role}`}
                  name={`role-${role}`}
                  value="yes"
                  label={people(`role.${role}`)}
                  checked={rules.secondFactorRoles.includes(role)}
                />
              ))}
            </div>
          </FieldGroup>
          <RadioGroup
            name="passwords"
            legend={t("rules-passwords")}
            defaultValue={rules.passwords}
            options={[
              { value: "everyone", label: t("rules-passwords-everyone") },
              { value: "stewards", label: t("rules-passwords-stewards"), hint: t("rules-passwords-stewards-hint") },
            ]}
          />
          <ActionRow>
            <Button>{t("save")}</Button>
          </ActionRow>
        </FormLayout>
      </form>
    </Block>
  );
}
