import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { Stack } from "#ui/stack/stack.tsx";

export interface OwnerlessPageProps {
  things: readonly { id: string; kind: string; name: string; href: string; owner: string }[];
  takers: readonly { id: string; name: string }[];
  form: FormState;
}

/** For the steward: what is in the hands of someone who has no work here any more? */
export function OwnerlessPage({ things, takers, form }: OwnerlessPageProps) {
  const t = useTranslations("standing");
  const people = useTranslations("people");
  return (
    <>
      <title>{t("ownerless-title")}</title>
      <Finding
        over={
          <Crumb
            label={people("crumb")}
            steps={[{ href: "/people", text: people("people-title") }, { text: t("ownerless") }]}
          />
        }
        lede={t("ownerless-lede")}
      >
        {t("ownerless-finding", { count: things.length })}
      </Finding>
      {things.length === 0 ? (
        <EmptyState>
          <p>{t("ownerless-none")}</p>
        </EmptyState>
      ) : (
        things.map(({ id, kind, name, href, owner }) => (
          <Block key={id} heading={name} id={`thing-${id}`} more={<a href={href}>{t("thing-open")}</a>}>
            <form method="post">
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="id" value={id} />
              <Stack>
                <p>{t("ownerless-held", { kind: t(`thing.${kind}` as "thing.review"), owner })}</p>
                <SelectField
                  name="toId"
                  id={`to-${id}`}
                  label={t("taker")}
                  error={form.typed.id === id ? form.problem("toId") : undefined}
                  defaultValue={form.typed.id === id ? (form.typed.toId ?? "") : ""}
                  options={[
                    { value: "", text: t("taker-choose") },
                    ...takers.map((taker) => ({ value: taker.id, text: taker.name })),
                  ]}
                />
                <ActionRow>
                  <Button>{t("give")}</Button>
                </ActionRow>
              </Stack>
            </form>
          </Block>
        ))
      )}
    </>
  );
}
