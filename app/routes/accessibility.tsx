/** The accessibility statement. */
import { useTranslations } from "use-intl";
import { visitOf } from "#app/context.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { listStewards } from "#modules/people/queries.ts";
import { Block } from "#ui/block/block.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Stack } from "#ui/stack/stack.tsx";
import type { Route } from "./+types/accessibility.ts";

const CHECKED = ["axe", "keyboard", "no-script", "themes", "narrow", "print", "languages"] as const;
const OPEN = ["screen-reader", "zoom", "documents"] as const;

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
        <Stack room="tight">
          <p>{t("contact-text", { district: district ?? t("this-site") })}</p>
          {stewards.map(({ name, email }) => (
            <p key={email}>
              {name}, <a href={`mailto:${email}`}>{email}</a>
            </p>
          ))}
        </Stack>
      </Block>
      <Points heading={t("checked")} id="checked" points={CHECKED.map((point) => t(`checked-${point}`))} />
      <Points heading={t("open")} id="open" points={OPEN.map((point) => t(`open-${point}`))} />
    </>
  );
}

function Points({ heading, id, points }: { heading: string; id: string; points: readonly string[] }) {
  return (
    <Block heading={heading} id={id}>
      <Stack room="tight">
        {points.map((point) => (
          <p key={point}>{point}</p>
        ))}
      </Stack>
    </Block>
  );
}
