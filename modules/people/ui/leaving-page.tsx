import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { History } from "../leaving/owned.ts";
import type { GrantLine } from "../present.ts";
import { GrantsTable } from "./grants-table.tsx";

export interface LeavingPageProps {
  person: { id: string; name: string };
  grants: readonly GrantLine[];
  hasLink: boolean;
  things: readonly { id: string; kind: string; name: string; href: string }[];
  history: readonly { of: History; count: number }[];
  takers: readonly { id: string; name: string }[];
  form: FormState;
}

/** For the steward: what is in this one's hands, who takes it, and from what day? */
export function LeavingPage(props: LeavingPageProps) {
  const { person, grants, hasLink, things, history } = props;
  const t = useTranslations("standing");
  const people = useTranslations("people");
  const isEmpty = grants.length === 0 && things.length === 0 && !hasLink;
  return (
    <>
      <title>{t("leaving-title", { name: person.name })}</title>
      <Finding
        over={
          <Crumb
            label={people("crumb")}
            steps={[
              { href: "/people", text: people("people-title") },
              { href: `/people/${person.id}`, text: person.name },
              { text: t("leaving") },
            ]}
          />
        }
        lede={isEmpty ? t("leaving-nothing") : t("leaving-lede")}
      >
        {t("leaving-title", { name: person.name })}
      </Finding>
      {grants.length > 0 && (
        <Block heading={t("leaving-ends")} id="ends">
          <GrantsTable caption={people("own-caption")} lines={grants} ofOne />
          {hasLink && <Note>{t("leaving-link")}</Note>}
        </Block>
      )}
      {things.length > 0 && (
        <Block heading={t("leaving-in-hand")} id="in-hand">
          <ul>
            {things.map(({ id, kind, name, href }) => (
              <li key={id}>
                <a href={href}>{name}</a>, {t(`thing.${kind}` as "thing.review")}
              </li>
            ))}
          </ul>
        </Block>
      )}
      {history.length > 0 && (
        <Block heading={t("leaving-stays")} id="stays">
          <ul>
            {history.map(({ of, count }) => (
              <li key={of}>{t(`history.${of}`, { count })}</li>
            ))}
          </ul>
          <Note>{t("leaving-stays-note")}</Note>
        </Block>
      )}
      {!isEmpty && (
        <Block heading={t("leaving-settle")} id="settle">
          <LeavingForm {...props} />
        </Block>
      )}
    </>
  );
}

function LeavingForm({ person, things, takers, form: { typed, problem } }: LeavingPageProps) {
  const t = useTranslations("standing");
  const people = useTranslations("people");
  return (
    <form method="post" id="form" noValidate>
      <FormLayout>
        <DateField
          name="lastDay"
          label={t("last-day")}
          hint={t("last-day-hint")}
          optional={people("optional")}
          error={problem("lastDay")}
          defaultValue={typed.lastDay}
        />
        {things.length > 0 && (
          <SelectField
            name="toId"
            label={t("taker")}
            hint={t("taker-hint")}
            error={problem("toId")}
            defaultValue={typed.toId ?? ""}
            options={[
              { value: "", text: t("taker-choose") },
              ...takers.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )}
        <TextField
          name="because"
          label={people("because")}
          hint={t("leaving-because-hint")}
          optional={people("optional")}
          error={problem("because")}
          defaultValue={typed.because}
          autoComplete="off"
        />
        <ActionRow>
          <Button first>{t("leaving-button")}</Button>
          <a href={`/people/${person.id}`}>{t("back")}</a>
        </ActionRow>
      </FormLayout>
    </form>
  );
}
