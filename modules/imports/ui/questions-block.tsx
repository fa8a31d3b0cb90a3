import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import type { ImportView } from "../present-page.ts";

interface QuestionsBlockProps extends Pick<ImportView, "questions"> {
  error: string | undefined;
}

/** What only a person can say of a file. */
export function QuestionsBlock({ questions, error }: QuestionsBlockProps) {
  const t = useTranslations("imports");
  return (
    <Block heading={t("questions-heading")} id="answers">
      <Stack>
        <p>{t("questions-lede")}</p>
        <form method="post" noValidate>
          <FormLayout>
            {questions.map(({ ask, file, column, shown, rows, choices }, n) => (
              <SelectField
                key={`${file} ${column} ${shown}`}
                name={`answer-${n}`}
                label={
                  ask === "date"
                    ? t("question-date", { file, column, day: shown })
                    : t("question-code", { file, column, code: shown, rows })
                }
                error={n === 0 ? error : undefined}
                options={[
                  { value: "", text: t("choose") },
                  ...(ask === "date"
                    ? [
                        { value: "mdy", text: t("month-first") },
                        { value: "dmy", text: t("day-first") },
                      ]
                    : [
                        ...choices.map((choice) => ({ value: choice, text: choice })),
                        { value: "nothing", text: t("means-nothing") },
                      ]),
                ]}
              />
            ))}
            <ActionRow>
              <Button first name="do" value="answer">
                {t("answer")}
              </Button>
            </ActionRow>
          </FormLayout>
        </form>
      </Stack>
    </Block>
  );
}
