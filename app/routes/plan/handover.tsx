/** For a new superintendent: what was promised in every plan here, decided when, by whom and why, and what is open. */
import { useTranslations } from "use-intl";
import { staffVisit } from "#app/replies.ts";
import { presentHandover } from "#modules/plan/reading/handover.ts";
import { readHandover } from "#modules/plan/reading/read-handover.ts";
import { HandoverPage } from "#modules/plan/reading/ui/handover-page.tsx";
import type { Route } from "./+types/handover.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { district, desk, today } = staffVisit(context, request);
  const rows = await desk.read((tx) => readHandover(tx, district));
  return { plans: presentHandover(rows, today), today, language: district.language };
}

export default function Handover({ loaderData }: Route.ComponentProps) {
  const t = useTranslations("reading.handover");
  return (
    <>
      <title>{t("title")}</title>
      <HandoverPage {...loaderData} />
    </>
  );
}
