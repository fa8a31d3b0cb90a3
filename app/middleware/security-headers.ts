/**
 * Headers that every answer carries. Nothing is allowed that a page does not need: styles, fonts and pictures from here, no
 * frames, no other origin; scripts not at all, or on a page that has them, by a nonce of this one answer. `framed` is for the one
 * page that other sites may show in a frame.
 */
export interface Safety {
  /** Null where a page has no script. */
  nonce: string | null;
  /** Reached by https. */
  secure: boolean;
  framed: boolean;
}

export function contentSecurityPolicy({ nonce, secure, framed }: Safety): string {
  const rules = [
    "default-src 'none'",
    nonce === null ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${framed ? "'none'" : "'self'"}`,
    `frame-ancestors ${framed ? "*" : "'none'"}`,
    "base-uri 'none'",
  ];
  return (secure ? [...rules, "upgrade-insecure-requests"] : rules).join("; ");
}

export function setSecurityHeaders(headers: Headers, safety: Safety): void {
  const { secure, framed } = safety;
  headers.set("Content-Security-Policy", contentSecurityPolicy(safety));
  headers.set("X-Content-Type-Options", "nosniff");
  if (!framed) headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", framed ? "cross-origin" : "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (secure) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}
