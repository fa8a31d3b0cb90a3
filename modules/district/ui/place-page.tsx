import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, Button } from "#ui/button/button.tsx";
import { Crumb } from "#ui/crumb/crumb.tsx";
import { EmptyState } from "#ui/empty-state/empty-state.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { FormLayout } from "#ui/form-layout/form-layout.tsx";

interface PlacePageProps {
  title: string;
  lede: string;
  /** The fields of its form. */
  children: ReactNode;
  /** Null for something new. */
  removal: { href: string; words: string } | null;
}

/** A school, a department or a school year: its form, and the way to take it away again. */
export function PlacePage({ title, lede, children, removal }: PlacePageProps) {
  const t = useTranslations("district");
  return (
    <>
      <title>{title}</title>
      <Finding
        over={<Crumb label={t("crumb")} steps={[{ href: "/district", text: t("title") }, { text: title }]} />}
        lede={lede}
      >
        {title}
      </Finding>
      <form method="post" id="form" noValidate>
        <FormLayout>
          {children}
          <ActionRow>
            <Button first>{t("save")}</Button>
            <a href="/district">{t("back")}</a>
          </ActionRow>
        </FormLayout>
      </form>
      {removal && (
        <Block heading={removal.words} id="removal">
          <EmptyState
            actions={
              <form method="post" action={removal.href}>
                <Button>{removal.words}</Button>
              </form>
            }
          >
            <p>{t("removal-text")}</p>
          </EmptyState>
        </Block>
      )}
    </>
  );
}
