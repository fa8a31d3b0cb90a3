/** What of the register to show: a form that any browser sends, and an address that can be passed on. */
import { useTranslations } from "use-intl";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { CheckGroup } from "#ui/check-box/check-box.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { isNarrowed } from "../changes-choice.ts";
import type { RegisterView } from "../present-changes.ts";

export function ChangesFilter({ view: { slug, choice, classes, years } }: { view: RegisterView }) {
  const t = useTranslations("register");
  const path = `/plans/${slug}/changes`;
  const known = new Map(classes.map((each) => [each.class, each.count]));
  // What was chosen stays to be taken back, though nothing is left of it.
  const offered = [...classes.map((each) => each.class), ...choice.classes.filter((name) => !known.has(name))];
  return (
    <form method="get" action={path} className="register-choice" data-screen>
      <CheckGroup
        name="class"
        legend={t("changes.kinds")}
        small
        options={offered.map((name) => ({
          value: name,
          label: t("changes.kind", { name: t(`classes.${name}`), count: known.get(name) ?? 0 }),
        }))}
        defaultValues={choice.classes}
      />
      <div className="register-choice-row">
        <TextField
          name="element"
          label={t("changes.element")}
          hint={t("changes.element-hint")}
          defaultValue={choice.element ?? ""}
        />
        {years.length > 1 && (
          <SelectField
            name="year"
            label={t("changes.year")}
            options={[
              { value: "", text: t("changes.every-year") },
              ...years.map((year) => ({ value: year, text: year })),
            ]}
            defaultValue={choice.year ?? ""}
          />
        )}
        <ActionRow>
          <Button>{t("changes.show")}</Button>
          {isNarrowed(choice) && <a href={path}>{t("changes.show-all")}</a>}
        </ActionRow>
      </div>
    </form>
  );
}
