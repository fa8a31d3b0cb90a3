import { useTranslations } from "use-intl";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { FileField } from "#ui/file-field/file-field.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";
import { SelectField } from "#ui/select-field/select-field.tsx";

interface HandInPageProps {
  kind: string;
  kinds: readonly { kind: string; title: string }[];
  problems: { kind: string | undefined; files: string | undefined };
}

export function HandInPage({ kind, kinds, problems }: HandInPageProps) {
  const t = useTranslations("imports");
  return (
    <>
      <title>{t("hand-in-title")}</title>
      <Finding
        over={<Crumb label={t("title")} steps={[{ href: "/imports", text: t("title") }, { text: t("hand-in") }]} />}
        lede={t("hand-in-lede")}
      >
        {t("hand-in-title")}
      </Finding>
      <form method="post" action="/imports/hand-in" encType="multipart/form-data" noValidate>
        <FormLayout>
          <FileField
            name="files"
            label={t("files")}
            hint={t("files-hint")}
            error={problems.files}
            accept=".csv,.tsv,.txt,.zip"
            multiple
          />
          <SelectField
            name="kind"
            label={t("kind")}
            error={problems.kind}
            defaultValue={kind}
            options={[
              { value: "", text: t("kind-by-name") },
              ...kinds.map((each) => ({ value: each.kind, text: each.title })),
            ]}
          />
          <ActionRow>
            <Button first>{t("read")}</Button>
            <a href={kind === "" ? "/imports#kinds" : `/imports/kinds/${kind}`}>{t("what-they-hold")}</a>
          </ActionRow>
        </FormLayout>
      </form>
    </>
  );
}
