import { existsSync } from "node:fs";
import type { Settings } from "#platform/config/settings.ts";
import { isThisMachine } from "#platform/config/this-machine.ts";
import { ROOT } from "../with-installation.ts";
import { type Finding, note, well, wrong } from "./finding.ts";

export function checkProgram({ baseUrl, host, databaseUrl, secret }: Settings): Finding[] {
  const { node } = process.versions;
  const isSecure = baseUrl.protocol === "https:" || isThisMachine(baseUrl.hostname);
  return [
    Number(node.split(".")[0]) >= 24 ? well(`Node ${node}`) : wrong(`Node ${node}: Guidepost needs 24 or newer`),
    existsSync(`${ROOT}build/server/index.js`)
      ? well("the pages are built")
      : note("the pages are not built yet: `npm start` builds them"),
    isSecure
      ? well(`people come to ${baseUrl.origin}`)
      : wrong(`people come to ${baseUrl.origin}, where passwords travel unencrypted: set BASE_URL to an https address`),
    isThisMachine(host) ? well(`listens on ${host}: this machine only`) : well(`listens on ${host}`),
    ...(databaseUrl !== null && secret === null
      ? [note("SECRET is not set: a second machine for the same database would not know the first one's sessions")]
      : []),
  ];
}

/** The sample's passwords are printed in the guide. */
export function checkSample({ host, baseUrl }: Settings, hasSample: boolean): Finding[] {
  if (!hasSample) return [];
  const isReachable = !isThisMachine(host) || !isThisMachine(baseUrl.hostname);
  return isReachable
    ? [
        wrong(
          "the sample district, whose passwords everyone knows, can be reached from other machines: set SAMPLE_DISTRICT=no and begin with a new database",
        ),
      ]
    : [note("the sample district is here, whose passwords everyone knows")];
}
