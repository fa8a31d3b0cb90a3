/**
 * Every setting of an installation, in one place: its name, its default, what it is for, and what a right value looks like.
 * `docs/guide/settings.md` is written from this list, and a wrong value stops the start with the sentence given here.
 */
import { resolve } from "node:path";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isThisMachine } from "./this-machine.ts";

export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  baseUrl: URL;
  /** Null until `secretOf` has read or made one in the data folder. */
  secret: string | null;
  sampleDistrict: boolean;
  trustProxy: boolean;
  smtpUrl: string | null;
  mailFrom: string;
  signOnHosts: string[];
  importDir: string | null;
}

export interface SettingProblem {
  name: string;
  given: string;
  sentence: string;
}

type Reading<Value> = { value: Value } | { expected: string };

export interface Setting<Value> {
  name: string;
  fallback: string;
  purpose: string;
  read(given: string, root: string): Reading<Value>;
}

const yesNo = (given: string): Reading<boolean> => {
  if (/^(yes|true|1|on)$/i.test(given)) return { value: true };
  if (/^(no|false|0|off)$/i.test(given)) return { value: false };
  return { expected: "yes or no" };
};

const optional =
  (read: (given: string) => Reading<string>) =>
  (given: string): Reading<string | null> =>
    given === "" ? { value: null } : read(given);

const urlOf = (schemes: string[], expected: string) => (given: string) => {
  const url = URL.parse(given);
  return url !== null && schemes.includes(url.protocol) ? { value: given } : { expected };
};

export const SETTINGS = {
  port: {
    name: "PORT",
    fallback: "3000",
    purpose: "The port to listen on.",
    read: (given) => {
      const port = Number(given);
      return /^\d+$/.test(given) && port <= 65_535 ? { value: port } : { expected: "a whole number from 0 to 65535" };
    },
  } satisfies Setting<number>,
  host: {
    name: "HOST",
    fallback: "127.0.0.1",
    purpose:
      "The address to listen on. 127.0.0.1 answers this machine only; 0.0.0.0 answers everyone who can reach it.",
    read: (given) =>
      /^[A-Za-z0-9.:_-]+$/.test(given) ? { value: given } : { expected: "an address such as 127.0.0.1 or 0.0.0.0" },
  } satisfies Setting<string>,
  dataDir: {
    name: "DATA_DIR",
    fallback: "./data",
    purpose: "The folder for everything that must last: the embedded database and the installation's secret.",
    read: (given, root) =>
      given.includes("\0") ? { expected: "the path of a folder" } : { value: resolve(root, given) },
  } satisfies Setting<string>,
  databaseUrl: {
    name: "DATABASE_URL",
    fallback: "",
    purpose: "PostgreSQL 15 or newer. Empty: an embedded database in the data folder.",
    read: optional(
      urlOf(["postgres:", "postgresql:"], "an address such as postgres://user:password@host:5432/guidepost"),
    ),
  } satisfies Setting<string | null>,
  baseUrl: {
    name: "BASE_URL",
    fallback: "",
    purpose: "The address people type, used in links and invitations. Empty: http://localhost:PORT.",
    read: optional(urlOf(["http:", "https:"], "an address such as https://plan.example.org")),
  } satisfies Setting<string | null>,
  secret: {
    name: "SECRET",
    fallback: "",
    purpose:
      "Signs sessions. Empty: made once and kept in the data folder. Needed when several machines serve one district.",
    read: optional((given) =>
      given.length >= 32
        ? { value: given }
        : { expected: "at least 32 random characters, as `openssl rand -base64 32` prints" },
    ),
  } satisfies Setting<string | null>,
  sampleDistrict: {
    name: "SAMPLE_DISTRICT",
    fallback: "",
    purpose:
      "Whether an empty database gets the invented sample district. Empty: yes for the embedded database on this machine only. Its passwords are public, so with PostgreSQL, or a HOST that others can reach, it must be asked for.",
    read: (given): Reading<boolean | null> => (given === "" ? { value: null } : yesNo(given)),
  } satisfies Setting<boolean | null>,
  trustProxy: {
    name: "TRUST_PROXY",
    fallback: "no",
    purpose: "Whether a proxy in front sets X-Forwarded-For. Only then is that header believed.",
    read: yesNo,
  } satisfies Setting<boolean>,
  smtpUrl: {
    name: "SMTP_URL",
    fallback: "",
    purpose: "The mail server for invitations. Empty: the steward passes the links on by hand.",
    read: optional(urlOf(["smtp:", "smtps:"], "an address such as smtps://user:password@mail.example.org")),
  } satisfies Setting<string | null>,
  mailFrom: {
    name: "MAIL_FROM",
    fallback: "guidepost@localhost",
    purpose: "The sender of that mail.",
    read: (given) => (/^[^\s@]+@[^\s@]+$/.test(given) ? { value: given } : { expected: "an e-mail address" }),
  } satisfies Setting<string>,
  importDir: {
    name: "IMPORT_DIR",
    fallback: "",
    purpose:
      "A watched folder: what is put into its folder staff, one-roster and so on is loaded by itself, as a nightly export needs no one. For an installation of one district. Empty: none.",
    read: (given, root): Reading<string | null> => {
      if (given === "") return { value: null };
      return given.includes("\0") ? { expected: "the path of a folder" } : { value: resolve(root, given) };
    },
  } satisfies Setting<string | null>,
  signOnHosts: {
    name: "SIGN_ON_HOSTS",
    fallback: "",
    purpose:
      "Hosts inside your own network that may be asked when people sign in with the district's provider, such as idp.example.local or 10.0.0.5:8443, with commas between them. Empty: public addresses by https alone.",
    read: (given) => {
      const hosts = given
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
      return hosts.every((host) => /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.test(host))
        ? { value: hosts }
        : { expected: "names of hosts with commas between them, such as idp.example.local" };
    },
  } satisfies Setting<string[]>,
};

/** Secrets may stand in the given value, so a sentence never repeats the values of these. */
const UNSPOKEN = new Set(["DATABASE_URL", "SECRET", "SMTP_URL"]);

/** Reads every setting from an environment; `root` is what a relative folder is relative to. Refuses with each wrong one. */
export function readSettings(
  environment: Record<string, string | undefined>,
  root: string,
): Result<Settings, SettingProblem[]> {
  const problems: SettingProblem[] = [];
  const take = <Value>(setting: Setting<Value>): Value => {
    const given = environment[setting.name]?.trim() || setting.fallback;
    const reading = setting.read(given, root);
    if ("value" in reading) return reading.value;
    const shown = UNSPOKEN.has(setting.name) ? "The value given" : `"${given}"`;
    const sentence = `${setting.name} is wrong. ${shown} cannot be used; set it to ${reading.expected}, or leave it out.`;
    problems.push({ name: setting.name, given, sentence });
    return undefined as never;
  };

  const port = take(SETTINGS.port);
  const databaseUrl = take<string | null>(SETTINGS.databaseUrl);
  const baseUrl = take<string | null>(SETTINGS.baseUrl) ?? `http://localhost:${port}`;
  const host = take(SETTINGS.host);
  const sampleDistrict =
    take<boolean | null>(SETTINGS.sampleDistrict) ?? (databaseUrl === null && isThisMachine(host ?? ""));
  const rest = {
    host,
    dataDir: take(SETTINGS.dataDir),
    secret: take<string | null>(SETTINGS.secret),
    trustProxy: take(SETTINGS.trustProxy),
    smtpUrl: take<string | null>(SETTINGS.smtpUrl),
    mailFrom: take(SETTINGS.mailFrom),
    signOnHosts: take(SETTINGS.signOnHosts),
    importDir: take(SETTINGS.importDir),
  };
  if (problems.length > 0) return refuse(problems);
  return ok({ port, databaseUrl, baseUrl: new URL(baseUrl), sampleDistrict, ...rest });
}
