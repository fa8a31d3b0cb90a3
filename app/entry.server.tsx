/** Renders a page to HTML: whole, not streamed, because every page is small and its status must be true. */
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, isRouteErrorResponse, type RouterContextProvider, ServerRouter } from "react-router";
import { log } from "#platform/log/log.ts";
import { type Visit, visitContext } from "./context.ts";
import { isFramed } from "./middleware/framed.ts";
import { setSecurityHeaders } from "./middleware/security-headers.ts";
import { needsScript } from "./needs-script.ts";

/** The server (outside this bundle) puts the installation into this very context. */
export { installationContext } from "./context.ts";

export const streamTimeout = 10_000;

export default async function render(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const visit = visitIn(context);
  const hasScript = needsScript(routerContext.staticHandlerContext.matches.map(({ route }) => route));
  const nonce = hasScript ? visit?.nonce : undefined;
  const secure = visit?.installation.settings.baseUrl.protocol === "https:";
  setSecurityHeaders(headers, { nonce: nonce ?? null, secure, framed: isFramed(request) && status < 500 });
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (request.method === "HEAD") return new Response(null, { status, headers });

  const page = <ServerRouter context={routerContext} url={request.url} {...(nonce && { nonce })} />;
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      ...(nonce && { nonce }),
      onAllReady: () => {
        const body = new PassThrough();
        text(body).then(resolve, reject);
        pipe(body);
        clearTimeout(timer);
      },
      onShellError: reject,
      onError: reject,
    });
    const timer = setTimeout(() => abort(), streamTimeout);
  });
  return new Response(html, { status, headers });
}

function visitIn(context: Readonly<RouterContextProvider>): Visit | undefined {
  try {
    return context.get(visitContext);
  } catch {
    return undefined;
  }
}

/** Called for errors that loaders, actions and rendering throw; refusals are values and never come here. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Readonly<RouterContextProvider> },
): void {
  if (request.signal.aborted) return;
  // A method or an address that no route has is the visitor's mistake, and has its page.
  if (isRouteErrorResponse(error) && error.status < 500) return;
  const { pathname } = new URL(request.url);
  const reference = visitIn(context)?.reference ?? "";
  log({ level: "error", what: "request-failed", method: request.method, path: pathname, reference }, error);
}
