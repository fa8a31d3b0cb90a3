/** What `serve` says once it listens: where, and who can sign in. */
import { CAST, type CastName, SAMPLE_PASSWORD } from "#db/seed/cast.ts";
import { claimsOf, system } from "#modules/district/actor.ts";
import { findDistrict, findDistrictAt } from "#modules/district/queries.ts";
import { listPeople } from "#modules/people/queries.ts";
import { isThisMachine } from "#platform/config/this-machine.ts";
import { NOBODY } from "#platform/db/claims.ts";
import type { Installation } from "#platform/installation.ts";

const SHOWN: readonly CastName[] = ["wren", "ines", "joon"];

export async function welcome(installation: Installation, port: number): Promise<string> {
  const { host, baseUrl } = installation.settings;
  const here = `http://localhost:${port}`;
  const elsewhere = isThisMachine(baseUrl.hostname) ? [] : [`People come to ${baseUrl.origin}`];
  const reach = isThisMachine(host) ? [] : [`It answers everyone who can reach this machine (HOST=${host}).`];
  const lines = [`Guidepost is at ${here}`, ...elsewhere, ...reach, "", ...(await whoCanSignIn(installation, here))];
  return `${lines.join("\n")}\n\n`;
}

async function whoCanSignIn({ database, setUpCode }: Installation, here: string): Promise<string[]> {
  const districtId = await database.desk(NOBODY).read((tx) => findDistrictAt(tx, "*"));
  if (districtId === null) {
    return [
      `Nothing is set up yet. Open ${here}/ to begin.`,
      `Whoever does that from another machine is asked for this code: ${setUpCode}`,
    ];
  }
  const { district, people } = await database.desk(claimsOf(system(districtId))).read(async (tx) => ({
    district: await findDistrict(tx, districtId),
    people: await listPeople(tx, districtId),
  }));
  if (district?.isSample) return sampleSignIns(district.name);
  const count = people.filter((person) => person.hasAccount).length;
  return [`${district?.name}: ${count === 1 ? "one person" : `${count} people`} can sign in at ${here}/sign-in`];
}

function sampleSignIns(name: string): string[] {
  const members = SHOWN.map((key) => CAST[key]);
  const width = Math.max(...members.map((member) => member.email.length));
  return [
    `${name} is an invented district to look around in. Sign in at /sign-in as`,
    ...members.map(
      ({ email, name, title }) => `  ${email.padEnd(width)}  ${name}, ${title[0]?.toLowerCase()}${title.slice(1)}`,
    ),
    `with the password: ${SAMPLE_PASSWORD}`,
  ];
}
