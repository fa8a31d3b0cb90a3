import { useTranslations } from "use-intl";
import { Block } from "#ui/block/block.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Stops } from "#ui/stops/stops.tsx";

/** Where there is no plan yet: the stops from a document to a page for everyone. */
export function WayBlock({ keeps }: { keeps: boolean }) {
  const t = useTranslations("home");
  return (
    <Block heading={t("way")} id="way">
      <Stops
        stops={[
          {
            heading: t("stop-1"),
            now: true,
            children: (
              <>
                <p>{t("stop-1-text")}</p>
                {keeps && (
                  <ActionRow>
                    <ButtonLink first href="/plan/documents">
                      {t("hand-in")}
                    </ButtonLink>
                  </ActionRow>
                )}
              </>
            ),
          },
          { heading: t("stop-2"), children: <p>{t("stop-2-text")}</p> },
          { heading: t("stop-3"), children: <p>{t("stop-3-text")}</p> },
          { heading: t("stop-4"), children: <p>{t("stop-4-text")}</p> },
        ]}
      />
    </Block>
  );
}
