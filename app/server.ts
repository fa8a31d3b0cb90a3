/**
 * The web server: Node's own http, static files from the build, everything else to React Router. It holds back what is too
 * large before it is read, tells the program where a request really comes from, and stops without losing anything.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestListener } from "@react-router/node";
import compression from "compression";
import { RouterContextProvider, type ServerBuild } from "react-router";
import sirv from "sirv";
import type { Installation } from "#platform/installation.ts";
import { log } from "#platform/log/log.ts";
import type { installationContext } from "./context.ts";
import { isForeign } from "./foreign-origin.ts";
import { endWithItsFile } from "./lost-file.ts";

const CLIENT = fileURLToPath(new URL("../build/client", import.meta.url));

/** Forms are small; a document handed in is at most this (its own limit, with a better sentence, is lower). */
const LARGEST_FORM = 1024 * 1024;
const LARGEST_UPLOAD = 64 * 1024 * 1024;
const UPLOADS = /^\/(?:plan\/documents|imports\/hand-in)(?:\.data)?$/;
/** Anyone may send these: five thousand characters, however they are written, and little more. */
const LARGEST_COMMENT = 128 * 1024;
/** The one form that another site sends us: a SAML provider's answer. What it says is signed, and it changes nothing by itself. */
const ANSWERS = /^\/sign-on\/[0-9a-f-]{36}\/acs$/;
const COMMENTS = /^\/plans\/[^/]+\/proposal(?:\/|\.data$|$)/;

type Entry = { installationContext: typeof installationContext };

export async function serve(installation: Installation, build: ServerBuild): Promise<Server> {
  const { installationContext } = build.entry.module as unknown as Entry;
  const listener = createRequestListener({
    // The router knows nothing of a proxy that takes https off; `isForeign` has asked the question already, for every host.
    build: { ...build, allowedActionOrigins: ["**"] },
    mode: "production",
    getLoadContext: () => {
      const context = new RouterContextProvider();
      context.set(installationContext, installation);
      return context;
    },
  });
  const assets = sirv(CLIENT, { immutable: true, maxAge: 31_536_000, etag: true });
  const compress = compression();

  const server = createServer((request, response) => {
    const started = performance.now();
    endWithItsFile(response);
    response.on("finish", () => noteSlow(request, response, performance.now() - started));
    const { baseUrl, trustProxy } = installation.settings;
    const isAnswer = ANSWERS.test(pathOf(request));
    const foreign = !isAnswer && isForeign(request.method, request.headers, baseUrl);
    const refusal = foreign ? 403 : sizeProblem(request);
    if (refusal !== null) return refuse(response, refusal);
    nameTheSender(request, trustProxy);
    // biome-ignore lint/suspicious/noExplicitAny: compression is typed for Express, whose request and response are Node's.
    compress(request as any, response as any, () => assets(request, response, () => listener(request, response)));
  });
  server.headersTimeout = 20_000;
  server.requestTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(installation.settings.port, installation.settings.host, resolve);
  });
  return server;
}

/** Lets requests under way finish, for at most a few seconds. */
export function stopServing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "").split("?")[0] ?? "";

function sizeProblem(request: IncomingMessage): 411 | 413 | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const length = request.headers["content-length"];
  if (length === undefined) return request.headers["transfer-encoding"] === undefined ? null : 411;
  const path = pathOf(request);
  const most = UPLOADS.test(path) ? LARGEST_UPLOAD : COMMENTS.test(path) ? LARGEST_COMMENT : LARGEST_FORM;
  return Number(length) > most ? 413 : null;
}

/** Before there is a page, a reader or a language: both, in plain text. */
const REFUSALS = {
  403: "This form was sent from another site. Nothing was changed.\nEste formulario llegó de otro sitio. No se cambió nada.\n",
  411: "The request must say how long it is.\n",
  413: "What you sent is larger than this page accepts. Nothing was changed.\nLo que envió es más de lo que esta página acepta. No se cambió nada.\n",
} as const;

function refuse(response: ServerResponse, status: keyof typeof REFUSALS): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  response.end(REFUSALS[status]);
}

/** Only a proxy that the settings name may say where a request comes from; anyone else's word for it is dropped. */
function nameTheSender(request: IncomingMessage, trustProxy: boolean): void {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim();
  const address = trustProxy && forwarded ? forwarded : (request.socket.remoteAddress ?? "");
  request.headers["x-guidepost-address"] = address;
  request.rawHeaders.push("x-guidepost-address", address);
}

function noteSlow(request: IncomingMessage, response: ServerResponse, milliseconds: number): void {
  if (milliseconds < 2_000 && response.statusCode < 500) return;
  const path = (request.url ?? "").split("?")[0] ?? "";
  log({
    level: "warn",
    what: "slow-or-failed",
    method: request.method,
    path,
    status: response.statusCode,
    milliseconds: Math.round(milliseconds),
  });
}
