import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Visit } from "#app/context.ts";
import { isStaff } from "#modules/district/actor.ts";
import { Page } from "#ui/page/page.tsx";
import { PublicHead } from "#ui/public-head/public-head.tsx";
import { SiteFoot } from "./foot.tsx";
import { useLanguageLinks } from "./reader-links.ts";
import { ViewingBand, viewingBand } from "./viewing-band.tsx";

export const publicFrame = ({ district, actor, account, viewing }: Visit) => ({
  name: district?.name ?? null,
  isStaff: isStaff(actor),
  isSignedIn: account !== null,
  viewing: viewingBand(viewing),
});

/** Head and foot of pages that anyone may read. */
export function PublicFrame({
  name,
  isStaff,
  isSignedIn,
  viewing,
  children,
}: ReturnType<typeof publicFrame> & { children: ReactNode }) {
  const t = useTranslations("common");
  const languages = useLanguageLinks(useLocale() as "en" | "es");
  const own = isSignedIn ? { href: "/account", text: t("nav-account") } : { href: "/sign-in", text: t("sign-in") };
  const links = name === null ? [] : [isStaff ? { href: "/home", text: t("nav-home") } : own];
  return (
    <Page
      skip={t("skip")}
      head={
        <PublicHead
          maker={{ name: name ?? t("guidepost"), href: "/" }}
          label={t("plan-site")}
          links={links}
          languages={{ label: t("language"), links: languages }}
        />
      }
      band={viewing && <ViewingBand {...viewing} />}
      foot={<SiteFoot />}
    >
      {children}
    </Page>
  );
}
