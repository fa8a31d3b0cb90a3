/** What is shown where a page cannot be: what is so, and a way on. */
import { isRouteErrorResponse, useRouteLoaderData } from "react-router";
import { useTranslations } from "use-intl";
import type { Conflict } from "#app/replies.ts";
import type { loader } from "#app/root.tsx";
import { ActionRow, ButtonLink } from "#ui/button/button.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { Page } from "#ui/page/page.tsx";
import { PublicHead } from "#ui/public-head/public-head.tsx";

/** The words alone, for a place inside a frame. */
export function Problem({ error }: { error: unknown }) {
  const { title, lede, on } = useProblem(error);
  return (
    <>
      <title>{title}</title>
      <Finding
        lede={lede}
        stand={
          <ActionRow>
            <ButtonLink href={on.href}>{on.text}</ButtonLink>
          </ActionRow>
        }
      >
        {title}
      </Finding>
    </>
  );
}

/** The same with a frame that needs nothing: for when the frame itself could not be made. */
export function ErrorPage({ error }: { error: unknown }) {
  const t = useTranslations("common");
  return (
    <Page
      skip={t("skip")}
      head={<PublicHead maker={{ name: t("guidepost"), href: "/" }} label={t("plan-site")} links={[]} />}
    >
      <Problem error={error} />
    </Page>
  );
}

interface Shown {
  title: string;
  lede: string;
  on: { href: string; text: string };
}

function useProblem(error: unknown): Shown {
  const t = useTranslations("common");
  const reference = useRouteLoaderData<typeof loader>("root")?.reference ?? "";
  const first = { href: "/", text: t("not-found-home") };
  const broken = { title: t("broken-title"), lede: t("broken", { reference }), on: first };
  if (!isRouteErrorResponse(error)) return broken;
  switch (error.status) {
    case 403:
      return { title: t("not-allowed-title"), lede: String(error.data), on: first };
    case 404:
    case 405:
      return { title: t("not-found-title"), lede: t("not-found"), on: first };
    case 409: {
      const { sentence, to } = error.data as Conflict;
      return { title: t("conflict-title"), lede: sentence, on: { href: to, text: t("conflict-on") } };
    }
    case 503:
      return { title: t("unavailable-title"), lede: t("unavailable"), on: first };
    default:
      return error.status < 500 ? { title: t("not-understood-title"), lede: t("not-understood"), on: first } : broken;
  }
}
