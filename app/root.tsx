/** The frame of every answer: the document, its language and theme, and what is shown when something is not there or breaks. */

import type { ReactNode } from "react";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from "react-router";
import { IntlProvider, useTranslations } from "use-intl";
import { MESSAGES } from "#locales/messages.ts";
import stylesheet from "#ui/index.css?url";
import type { Route } from "./+types/root.ts";
import { visitOf } from "./context.ts";
import { ErrorPage } from "./frames/error-page.tsx";
import { visitMiddleware } from "./middleware/visit.ts";

export const middleware: Route.MiddlewareFunction[] = [visitMiddleware];

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function loader({ context }: Route.LoaderArgs) {
  const { language, theme, reference } = visitOf(context);
  return { language, theme, reference };
}

/** Pages that improve with script say so in their handle; every other page carries none. */
const needsScript = (matches: { handle?: unknown }[]): boolean =>
  matches.some((match) => (match.handle as { script?: boolean } | undefined)?.script === true);

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const language = root?.language ?? "en";
  const script = needsScript(useMatches());
  return (
    <html lang={language} data-theme={root?.theme === "auto" ? undefined : root?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <IntlProvider locale={language} messages={MESSAGES[language]} timeZone="UTC">
          {children}
        </IntlProvider>
        {script && <Scripts />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const t = useTranslations("common");
  const reference = useRouteLoaderData<typeof loader>("root")?.reference ?? "";
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <ErrorPage title={t("not-found-title")}>{t("not-found")}</ErrorPage>;
  }
  if (isRouteErrorResponse(error) && error.status === 403) {
    return <ErrorPage title={t("not-allowed-title")}>{String(error.data)}</ErrorPage>;
  }
  if (isRouteErrorResponse(error) && error.status === 503) {
    return <ErrorPage title={t("unavailable-title")}>{t("unavailable")}</ErrorPage>;
  }
  return <ErrorPage title={t("broken-title")}>{t("broken", { reference })}</ErrorPage>;
}
