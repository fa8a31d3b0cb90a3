import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { useTranslations } from "use-intl";
import type { DistrictHere, Visit } from "#app/context.ts";
import { mayKeepDistrict } from "#modules/district/policy.ts";
import { mayKeepImport } from "#modules/imports/policy.ts";
import { maySeeEvents, maySeeLook } from "#modules/people/policy.ts";
import { Page } from "#ui/page/page.tsx";
import { StaffHead } from "#ui/staff-head/staff-head.tsx";
import { SiteFoot } from "./foot.tsx";
import { ViewingBand, viewingBand } from "./viewing-band.tsx";

export const staffFrame = ({ district, actor, viewing }: Visit & { district: DistrictHere }) => ({
  district: district.name,
  person: (actor.viewing?.viewer ?? actor.person)?.name ?? "",
  viewing: viewingBand(viewing),
  seesStudents: actor.reach.length > 0,
  keepsDistrict: mayKeepDistrict(actor, actor.districtId).allowed,
  loadsFiles: mayKeepImport(actor, { districtId: actor.districtId }).allowed,
  logs: [
    ...(maySeeEvents(actor, actor).allowed ? ["/log"] : []),
    ...(maySeeLook(actor, { districtId: actor.districtId, personId: null }).allowed ? ["/looks"] : []),
  ],
});

const WITHIN: Record<string, string[]> = { "/schools": ["/sections"] };

/** Head and foot of pages for people who work in the district. `bench`: a work surface that fills the window. */
export function StaffFrame({
  district,
  person,
  seesStudents,
  keepsDistrict,
  loadsFiles,
  logs,
  viewing,
  bench = false,
  children,
}: ReturnType<typeof staffFrame> & { bench?: boolean; children: ReactNode }) {
  const t = useTranslations("common");
  const { pathname } = useLocation();
  const isHere = (href: string) => pathname === href || pathname.startsWith(`${href}/`);
  const sections = [
    { href: "/home", text: t("nav-home") },
    { href: "/plan", text: t("nav-plan") },
    { href: "/schools", text: t("nav-schools") },
    ...(seesStudents ? [{ href: "/students", text: t("nav-students") }] : []),
    { href: "/people", text: t("nav-people") },
    ...(keepsDistrict ? [{ href: "/district", text: t("nav-district") }] : []),
    ...(loadsFiles ? [{ href: "/imports", text: t("nav-imports") }] : []),
    ...logs.slice(0, 1).map((href) => ({ href, text: t("nav-log") })),
  ];
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
            // Of two logs one is named here; it is marked for both. A section is a school's.
            current: (logs.includes(link.href) ? logs : [link.href, ...(WITHIN[link.href] ?? [])]).some(isHere),
          }))}
          self={
            <a href="/account" aria-current={pathname === "/account" ? "page" : undefined}>
              {person}
            </a>
          }
        />
      }
      band={viewing && <ViewingBand {...viewing} />}
      foot={bench ? undefined : <SiteFoot />}
    >
      {children}
    </Page>
  );
}
