/** The frame of pages that anyone may read. */
import { Outlet } from "react-router";
import { useLocale, useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { isStaff } from "#modules/district/actor.ts";
import { Page } from "#ui/page/page.tsx";
import { PublicHead } from "#ui/public-head/public-head.tsx";
import type { Route } from "./+types/public.ts";
import { SiteFoot } from "./foot.tsx";
import { useLanguageLinks } from "./reader-links.ts";

export function loader({ context }: Route.LoaderArgs) {
  const { district, actor } = visitOf(context);
  return { name: district?.name ?? null, isSample: district?.isSample ?? false, isStaff: isStaff(actor) };
}

export default function PublicFrame({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("common");
  const languages = useLanguageLinks(useLocale() as "en" | "es");
  const { name, isStaff } = loaderData;
  const links =
    name === null ? [] : [isStaff ? { href: "/home", text: t("nav-home") } : { href: "/sign-in", text: t("sign-in") }];
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
      foot={<SiteFoot />}
    >
      <Outlet />
    </Page>
  );
}
