/** Invented names, put together from syllables: no one is called so, and they are spelled as variously as real ones are. */
import type { Random } from "./random.ts";

const GIVEN_STARTS =
  "Va Io Ke Su Ti Mar Ny Ze Or Li Qua Ha Dja Eli Rho Té Ñi Ayo Wen Xa Ursa Pho Bi Ço Mei Yu Ö Ila Tham Sze".split(" ");
const GIVEN_ENDS =
  "lenka rivo shani dara mique wen tolu briel nko zara thiel máro kesh anwe lix jori pheus vani goro lune tsu bela".split(
    " ",
  );
const FAMILY_STARTS =
  "Bran Ortu Quil Sava Tem Wyx Halo Ndu Ver Cast Iri Moro Zhen Pell Kova Ash Ulu Fen Grí Dov Ran Abe Sör Lum".split(
    " ",
  );
const FAMILY_ENDS =
  "dovar mirel wick sanu thorpe quist elbe ñares okwu vandel ishi moor ruza lund ovic arte zhou penn uala stane űrd".split(
    " ",
  );
const BEFORE_FAMILY = ["de ", "O’", "van ", "Al-", "D'"] as const;

export interface PersonName {
  givenName: string;
  middleName: string;
  familyName: string;
}

const given = (random: Random): string => random.pick(GIVEN_STARTS) + random.pick(GIVEN_ENDS);
const family = (random: Random): string => random.pick(FAMILY_STARTS) + random.pick(FAMILY_ENDS);

export function nameOf(random: Random): PersonName {
  const first = given(random);
  const middleName = random.chance(0.35) ? given(random) : "";
  const last = family(random);
  if (random.chance(0.06)) return { givenName: first, middleName, familyName: `${last}-${family(random)}` };
  if (random.chance(0.05)) return { givenName: first, middleName, familyName: random.pick(BEFORE_FAMILY) + last };
  return { givenName: first, middleName, familyName: last };
}

/** A name as it stands in an address: letters without marks, nothing else. */
export const plainLetters = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
