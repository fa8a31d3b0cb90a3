/** The frame of pages for people who work in the district; everyone else is sent to sign in. */
import { Outlet, useLocation } from "react-router";
import { useTranslations } from "use-intl";
import { staffVisit } from "#app/replies.ts";
import { mayInvite } from "#modules/people/policy.ts";
import { Page } from "#ui/page/page.tsx";
import { StaffHead } from "#ui/staff-head/staff-head.tsx";
import type { Route } from "./+types/staff.ts";
import { SiteFoot } from "./foot.tsx";

export function loader({ context, request }: Route.LoaderArgs) {
  const { district, actor } = staffVisit(context, request);
  return { district: district.name, person: actor.person?.name ?? "", keepsPeople: mayInvite(actor, actor).allowed };
}

export default function StaffFrame({ loaderData, matches }: Route.ComponentProps) {
  const t = useTranslations("common");
  const { pathname } = useLocation();
  const { district, person, keepsPeople } = loaderData;
  const sections = [
    { href: "/home", text: t("nav-home") },
    { href: "/plan", text: t("nav-plan") },
    { href: "/people", text: t("nav-people") },
    ...(keepsPeople ? [{ href: "/district", text: t("nav-district") }] : []),
  ];
  const bench = matches.some((match) => (match?.handle as { bench?: boolean } | undefined)?.bench === true);
  return (
    <Page
      skip={t("skip")}
      kind={bench ? "bench" : "page"}
      head={
        <StaffHead
          maker={{ name: district, href: "/" }}
          label={t("sections")}
          menu={t("sections")}
          links={sections.map((link) => ({
            ...link,
            current: pathname === link.href || pathname.startsWith(`${link.href}/`),
          }))}
          self={<a href="/account">{person}</a>}
        />
      }
      foot={bench ? undefined : <SiteFoot />}
    >
      <Outlet />
    </Page>
  );
}
