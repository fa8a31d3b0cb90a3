/**
 * The one page that other sites may show in a frame. Nobody is known there: no session and no choice of the reader is read, so
 * that a frame shows what the public sees, and no cookie is set. Written so that what is not exactly this address is not it.
 */
const FRAMED = /^\/plans\/[a-z0-9-]+\/embed$/;

export const isFramed = (request: Request): boolean => FRAMED.test(new URL(request.url).pathname);

/** The cookies that a request may be known by. */
export const cookiesOf = (request: Request): string => (isFramed(request) ? "" : (request.headers.get("Cookie") ?? ""));
