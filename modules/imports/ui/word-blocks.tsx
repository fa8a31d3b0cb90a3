import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { Note } from "#ui/note/note.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import { TextField } from "#ui/text-field/text-field.tsx";
import type { ImportView } from "../present-page.ts";

interface Asked {
  reason: string | undefined;
  error: string | undefined;
}

/** A person's word: publish, or publish past what holds it back. */
export function PublishBlock({ view, reason, error }: Asked & { view: ImportView }) {
  const t = useTranslations("imports");
  const { stops, bounds } = view;
  const isHeld = stops.length > 0;
  return (
    <Block heading={t(isHeld ? "stops-heading" : "publish-heading")} id="publish">
      <Stack>
        {isHeld && (
          <>
            <ul>
              {stops.map((stop) => (
                <li key={stop}>{stop}</li>
              ))}
            </ul>
            <Note>{t("stops-bound", { limit: bounds.rows, percent: bounds.percent })}</Note>
          </>
        )}
        <form method="post" noValidate>
          <FormLayout>
            {isHeld && (
              <TextField
                name="reason"
                label={t("override-reason")}
                hint={t("override-hint")}
                error={error}
                defaultValue={reason}
                autoComplete="off"
              />
            )}
            <ActionRow>
              <Button first={!isHeld} name="do" value="publish">
                {t(isHeld ? "override" : "publish")}
              </Button>
              <Button plain name="do" value="abandon">
                {t("abandon")}
              </Button>
            </ActionRow>
          </FormLayout>
        </form>
      </Stack>
    </Block>
  );
}

export function RevertBlock({ reason, error }: Asked) {
  const t = useTranslations("imports");
  return (
    <Block heading={t("revert-heading")} id="revert">
      <Stack>
        <p>{t("revert-lede")}</p>
        <form method="post" noValidate>
          <FormLayout>
            <TextField
              name="reason"
              label={t("revert-reason")}
              hint={t("override-hint")}
              error={error}
              defaultValue={reason}
              autoComplete="off"
            />
            <ActionRow>
              <Button name="do" value="revert">
                {t("revert")}
              </Button>
            </ActionRow>
          </FormLayout>
        </form>
      </Stack>
    </Block>
  );
}
