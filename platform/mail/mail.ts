/** Letters by SMTP, where the installation has a mail server. Plain text, one at a time. */
import { createTransport } from "nodemailer";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Settings } from "#platform/config/settings.ts";
import { log } from "#platform/log/log.ts";

export interface Letter {
  to: string;
  subject: string;
  text: string;
}

export interface Mail {
  /** Answers once the mail server has taken the letter, or has not within ten seconds. */
  send(letter: Letter): Promise<Result<null, { kind: "not-sent" }>>;
}

const PATIENCE = 10_000;

/** Null where no mail server is set. */
export function openMail({ smtpUrl, mailFrom }: Pick<Settings, "smtpUrl" | "mailFrom">): Mail | null {
  if (smtpUrl === null) return null;
  const patience = { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE };
  const transport = createTransport({ url: smtpUrl, ...patience });
  return {
    async send(letter) {
      try {
        await transport.sendMail({ from: mailFrom, disableFileAccess: true, disableUrlAccess: true, ...letter });
        return ok(null);
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        log({ level: "error", what: "mail-not-sent", code, responseCode });
        return refuse({ kind: "not-sent" });
      }
    },
  };
}
