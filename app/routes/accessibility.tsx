/** The accessibility statement. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { listStewards } from "#modules/people/queries.ts";
import { Block } from "#ui/block/block.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Notice } from "#ui/notice/notice.tsx";
import type { Route } from "./+types/accessibility.ts";

const CHECKED = ["axe", "keyboard", "no-script", "themes", "narrow", "print", "languages"] as const;
const OPEN = ["screen-reader", "browsers", "documents"] as const;
type Point = (typeof CHECKED)[number] | (typeof OPEN)[number];

export async function loader({ context }: Route.LoaderArgs) {
  const { district, installation, today } = visitOf(context);
  if (district === null) return { district: null, stewards: [] };
  // Whom to write to is the one thing about people that everyone may know.
  const all = installation.database.desk(claimsOf(system(district.id)));
  return { district: district.name, stewards: await all.read((tx) => listStewards(tx, district.id, today)) };
}

export default function Accessibility({ loaderData: { district, stewards } }: Route.ComponentProps) {
  const t = useTranslations("accessibility");
  return (
    <>
      <title>{t("title")}</title>
      <Finding lede={t("lede")}>{t("finding")}</Finding>
      <Block heading={t("contact")} id="contact">
        <Notice says={t("contact-says", { district: district ?? t("this-site") })}>
          <p>{t("contact-text")}</p>
          {stewards.map(({ name, email }) => (
            <p key={email}>
              {name}, <a href={`mailto:${email}`}>{email}</a>
            </p>
          ))}
        </Notice>
      </Block>
      <Points heading={t("checked")} id="checked" points={CHECKED} />
      <Points heading={t("open")} id="open" points={OPEN} />
    </>
  );
}

function Points({ heading, id, points }: { heading: string; id: string; points: readonly Point[] }) {
  const t = useTranslations("accessibility");
  return (
    <Block heading={heading} id={id}>
      <Facts
        layout="across"
        items={points.map((point) => ({ key: point, term: t(`point.${point}.name`), value: t(`point.${point}.text`) }))}
      />
    </Block>
  );
}
