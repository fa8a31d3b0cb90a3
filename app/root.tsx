/** The frame of every answer: the document, its language and theme, and what is shown when something is not there or breaks. */

import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, useMatches, useRouteLoaderData } from "react-router";
import { IntlProvider } from "use-intl";
import { MESSAGES } from "#locales/messages.ts";
import type { Route } from "./+types/root.ts";
import { visitOf } from "./context.ts";
import { ErrorPage } from "./frames/error-page.tsx";
import { pageMemory } from "./middleware/page-memory.ts";
import { visitMiddleware } from "./middleware/visit.ts";
import { needsScript } from "./needs-script.ts";
import stylesheet from "./styles.css?url";

export const middleware: Route.MiddlewareFunction[] = [pageMemory, visitMiddleware];

export const links: Route.LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export function loader({ context }: Route.LoaderArgs) {
  const { language, theme, reference, district } = visitOf(context);
  return { language, theme, reference, timeZone: district?.timeZone ?? "UTC" };
}

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
        <IntlProvider locale={language} messages={MESSAGES[language]} timeZone={root?.timeZone ?? "UTC"}>
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
  return <ErrorPage error={error} />;
}
