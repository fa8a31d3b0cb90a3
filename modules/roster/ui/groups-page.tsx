import { useTranslations } from "use-intl";
import type { FormState } from "#lib/form-state.ts";
import { useDates } from "#locales/use-dates.ts";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { DateField } from "#ui/date-field/date-field.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout, FormPart } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { Table } from "#ui/table/table.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { Group } from "../groups/domain.ts";
import { PARTS, partField } from "../groups/schema.ts";
import { useWords } from "./use-words.ts";

interface GroupsPageProps {
  groups: readonly Group[];
  mayKeep: boolean;
  form: FormState;
}

/** Which student groups there are, and how a state's own is made of them. */
export function GroupsPage({ groups, mayKeep, form }: GroupsPageProps) {
  const t = useTranslations("roster");
  return (
    <>
      <title>{t("groups-title")}</title>
      <Finding lede={t("groups-lede")}>{t("groups-title")}</Finding>
      <Block heading={t("groups-list")} id="groups">
        <GroupTable groups={groups} mayKeep={mayKeep} />
      </Block>
      {mayKeep && <Define programs={groups.filter(({ kind }) => kind === "program")} form={form} />}
    </>
  );
}

function GroupTable({ groups, mayKeep }: Pick<GroupsPageProps, "groups" | "mayKeep">) {
  const t = useTranslations("roster");
  const { group: named } = useWords();
  const { day } = useDates();
  const labels = (keys: readonly string[]): string =>
    keys.map((key) => named(groups.find((each) => each.key === key) ?? { key, label: null })).join(", ");
  const made = ({ kind, anyOf, allOf, noneOf }: Group): string =>
    kind === "composite"
      ? [
          ...(anyOf.length > 0 ? [t("made-any", { groups: labels(anyOf) })] : []),
          ...(allOf.length > 0 ? [t("made-all", { groups: labels(allOf) })] : []),
          ...(noneOf.length > 0 ? [t("made-none", { groups: labels(noneOf) })] : []),
        ].join("; ")
      : t(`group-kind.${kind}`);
  const when = ({ fromOn, untilOn }: Group): string =>
    [fromOn && t("group-from", { day: day(fromOn) }), untilOn && t("group-until", { day: day(untilOn) })]
      .filter(Boolean)
      .join(", ");
  return (
    <Table
      quietCaption
      narrow="stack"
      caption={t("table-of", { heading: t("groups-list") })}
      columns={[
        { head: t("head-group") },
        { head: t("head-code") },
        { head: t("head-made") },
        { head: t("head-told") },
        ...(mayKeep ? [{ head: t("head-end"), quiet: true }] : []),
      ]}
      rows={groups.map((group) => ({
        key: group.key,
        cells: [
          named(group),
          group.code ?? "",
          [made(group), when(group)].filter(Boolean).join(". "),
          t(group.confidential ? "told-confided" : "told-all"),
          ...(mayKeep ? [<End key="end" group={group} />] : []),
        ],
      }))}
    />
  );
}

function End({ group: { key, kind, label, untilOn } }: { group: Group }) {
  const t = useTranslations("roster");
  if (kind !== "composite" || untilOn !== null) return null;
  return (
    <form method="post">
      <input type="hidden" name="ends" value={key} />
      <Button>{t("end-group", { group: label ?? key })}</Button>
    </form>
  );
}

function Define({ programs, form: { typed, problem } }: { programs: readonly Group[]; form: FormState }) {
  const t = useTranslations("roster");
  const { group: named } = useWords();
  const parts = [{ value: "", text: t("part-no") }, ...PARTS.map((part) => ({ value: part, text: t(`part-${part}`) }))];
  return (
    <Block heading={t("define")} id="define">
      <form method="post" id="form" noValidate>
        <FormLayout>
          <TextField
            name="label"
            label={t("define-label")}
            hint={t("define-hint")}
            error={problem("label")}
            defaultValue={typed.label}
            autoComplete="off"
            required
          />
          <FormPart legend={t("define-parts")}>
            {programs.map((program) => (
              <SelectField
                key={program.key}
                name={partField(program.key)}
                label={named(program)}
                error={problem(partField(program.key))}
                defaultValue={typed[partField(program.key)] ?? ""}
                options={parts}
              />
            ))}
          </FormPart>
          <DateField
            name="fromOn"
            label={t("define-from")}
            optional={t("optional")}
            error={problem("fromOn")}
            defaultValue={typed.fromOn}
          />
          <ActionRow>
            <Button first>{t("define-button")}</Button>
          </ActionRow>
        </FormLayout>
      </form>
    </Block>
  );
}
