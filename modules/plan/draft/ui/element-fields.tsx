/** The fields of an element: first its words, then what is known about it. */
import type { ReactNode } from "react";
import { CheckGroup } from "#ui/check-box/check-box.tsx";
import { Disclosure } from "#ui/disclosure/disclosure.tsx";
import { FieldRow, FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { TextArea } from "#ui/text-area/text-area.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import { MEASURE_ROLES, STATEMENT_KINDS } from "../../document/reading.ts";
import { YEAR_UNSAID } from "../../domain.ts";
import type { EditedKind } from "../edit.ts";
import { useDraftWords } from "./words.ts";

export interface FieldsOf {
  element: EditedKind;
  /** What stands in each field: as it is, or as it was typed. */
  value(field: string): string;
  values(field: string): string[];
  problem(field: string): string | undefined;
  levels: { value: string; text: string }[];
  years: string[];
  /** All that a measure may prove or watch. */
  nodes: { value: string; text: string }[];
  guardrails: { value: string; text: string }[];
  /** A point of a statement is of the kind of the whole. */
  isPoint: boolean;
}

export function ElementFields(form: FieldsOf) {
  switch (form.element) {
    case "statement":
      return <StatementFields {...form} />;
    case "node":
      return <NodeFields {...form} />;
    case "guardrail":
      return <GuardrailFields {...form} />;
    case "measure":
      return <MeasureFields {...form} />;
  }
}

function useFields(form: FieldsOf) {
  const { fieldOf } = useDraftWords();
  const field = (name: string) => ({
    name,
    label: fieldOf(name),
    defaultValue: form.value(name),
    error: form.problem(name),
  });
  return {
    area: (name: string, rows: number, required = false): ReactNode => (
      <TextArea key={name} {...field(name)} rows={rows} required={required} />
    ),
    line: (name: string, width?: "short" | "half"): ReactNode => (
      <TextField key={name} {...field(name)} {...(width && { width })} maxLength={1_000} />
    ),
    choice: (name: string, options: { value: string; text: string }[]): ReactNode => (
      <SelectField key={name} {...field(name)} options={options} />
    ),
  };
}

function StatementFields(form: FieldsOf) {
  const { kindOf } = useDraftWords();
  const { area, line, choice } = useFields(form);
  return (
    <FormLayout>
      {area("text", 5, true)}
      {!form.isPoint &&
        choice(
          "kind",
          STATEMENT_KINDS.map((kind) => ({ value: kind, text: kindOf(kind) })),
        )}
      {line("owner")}
    </FormLayout>
  );
}

function NodeFields(form: FieldsOf) {
  const { t } = useDraftWords();
  const { area, line, choice } = useFields(form);
  const marks = ["", "new", "modified", "continuing"] as const;
  const more = ["phase", "horizon", "tag", "amount", "mark"];
  return (
    <FormLayout>
      {area("title", 2)}
      {area("statement", 2)}
      <FieldRow>
        {line("code", "short")}
        {choice("level", form.levels)}
      </FieldRow>
      <FieldRow>
        {line("owner")}
        {line("dates")}
      </FieldRow>
      <Years {...form} />
      <Disclosure summary={t("more")} open={more.some((name) => form.value(name) !== "")}>
        <FormLayout>
          <FieldRow>
            {line("phase")}
            {line("horizon")}
          </FieldRow>
          <FieldRow>
            {line("tag")}
            {line("amount")}
          </FieldRow>
          {choice(
            "mark",
            marks.map((mark) => ({ value: mark, text: mark === "" ? t("none") : t(`mark.${mark}`) })),
          )}
        </FormLayout>
      </Disclosure>
    </FormLayout>
  );
}

/** The years that name it as their work: those that the plan names, and one more. */
function Years({ values, years }: FieldsOf) {
  const { t, fieldOf } = useDraftWords();
  const named = values("years");
  const known = [...new Set([...years, ...named])];
  return (
    <>
      {known.length > 0 && (
        <CheckGroup
          small
          name="years"
          id="years-named"
          legend={fieldOf("years")}
          options={known.map((year) => ({ value: year, label: year === YEAR_UNSAID ? t("year-unsaid") : year }))}
          defaultValues={named}
        />
      )}
      <TextField
        name="years"
        id="years"
        label={known.length > 0 ? t("another-year") : fieldOf("years")}
        hint={t("year-hint")}
        width="short"
        maxLength={100}
      />
    </>
  );
}

function GuardrailFields(form: FieldsOf) {
  const { area, line } = useFields(form);
  return (
    <FormLayout>
      {area("text", 4, true)}
      <FieldRow>
        {line("code", "short")}
        {line("actor")}
      </FieldRow>
    </FormLayout>
  );
}

function MeasureFields(form: FieldsOf) {
  const { t, roleOf, fieldOf } = useDraftWords();
  const { area, line, choice } = useFields(form);
  const proven = new Set(form.values("nodes"));
  const none = { value: "", text: t("none") };
  return (
    <FormLayout>
      {area("text", 4, true)}
      <FieldRow>
        {line("baseline")}
        {line("target")}
      </FieldRow>
      <FieldRow>
        {line("byWhen")}
        {line("code", "short")}
      </FieldRow>
      {choice(
        "role",
        MEASURE_ROLES.map((role) => ({ value: role, text: roleOf(role) })),
      )}
      {proven.size > 0 && (
        <CheckGroup
          small
          name="nodes"
          id="nodes-proven"
          legend={fieldOf("nodes")}
          options={form.nodes
            .filter(({ value }) => proven.has(value))
            .map(({ value, text }) => ({ value, label: text }))}
          defaultValues={[...proven]}
        />
      )}
      <SelectField
        name="nodes"
        id="nodes"
        label={proven.size > 0 ? t("another-node") : fieldOf("nodes")}
        options={[none, ...form.nodes.filter(({ value }) => !proven.has(value))]}
      />
      {form.guardrails.length > 0 && choice("guardrail", [none, ...form.guardrails])}
      {line("tag")}
    </FormLayout>
  );
}
