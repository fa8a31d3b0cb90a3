import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressProblem,
  domainOf,
  isInside,
  isStudent,
  mayUsePassword,
  NO_RULES,
  needsSecondFactor,
} from "./domain.ts";

const DOMAINS = ["haywater.example", "schools.haywater.example"];
const seed = 20_261_122;

describe("a domain", () => {
  test("is what a district has: no address, no page, not everyone's", () => {
    expect(domainOf(" Haywater.EXAMPLE ")).toBe("haywater.example");
    expect(domainOf("@haywater.example")).toBe("haywater.example");
    expect(domainOf("schöne-schule.example")).toBe("xn--schne-schule-6ib.example");
    const wrong = [
      "",
      "haywater",
      "a@b.example",
      "https://a.example",
      "a.example/x",
      "*.example.org",
      "10.0.0.1",
      "gmail.com",
    ];
    expect(wrong.filter((each) => domainOf(each) !== null)).toEqual([]);
  });

  test("holds its very own addresses: none below it, beside it, or that only look like it", () => {
    expect(isInside("wren@haywater.example", DOMAINS)).toBe(true);
    expect(isInside("wren@Haywater.Example", DOMAINS)).toBe(true);
    const outside = [
      "wren@evil.haywater.example",
      "wren@haywater.example.evil.example",
      "wren@nothaywater.example",
      "wren@haywater-example",
      "wren@haywater.examp1e",
      "wren@hаywater.example", // a Cyrillic a
      "wren@haywater.example ",
      "wren@haywater.example\n",
      "wren@evil.example@haywater.example",
      '"wren@evil.example"@haywater.example',
      "@haywater.example",
      "haywater.example",
      "",
    ];
    expect(outside.filter((each) => isInside(each, DOMAINS))).toEqual([]);
  });

  test("is never taken for another, whatever stands around it", () => {
    const around = fc.stringMatching(/^[\x20-\x7e]{1,8}$/);
    fc.assert(
      fc.property(around, around, fc.constantFrom(...DOMAINS), (before, after, domain) => {
        const other = `${before}${domain}${after}`;
        expect(isInside(`wren@${other}`, DOMAINS)).toBe(DOMAINS.includes(other.toLowerCase()));
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe("an address", () => {
  const ines = { email: "ines@haywater.example", emailVerified: true, organization: null };
  const oidc = { kind: "oidc", settings: { trust: "said" }, domains: DOMAINS } as const;
  const given = { ...oidc, settings: { trust: "given" } } as const;
  const [google, saml] = [{ ...oidc, kind: "google" } as const, { ...oidc, kind: "saml" } as const];
  const why = addressProblem as (provider: object, said: object) => ReturnType<typeof addressProblem>;

  test("counts if the provider has verified it, or the district gives its addresses out itself", () => {
    expect(why(oidc, ines)).toBeNull();
    for (const emailVerified of [false, null]) expect(why(oidc, { ...ines, emailVerified })).toBe("email-not-verified");
    expect(why(given, { ...ines, emailVerified: null })).toBeNull();
    expect(why(given, { ...ines, emailVerified: false })).toBe("email-not-verified");
    expect(why(saml, { ...ines, emailVerified: null })).toBeNull();
    expect(why(oidc, { ...ines, email: null })).toBe("email-missing");
    expect(why(oidc, { ...ines, email: "ines@elsewhere.example" })).toBe("email-outside");
    expect(why({ ...oidc, domains: [] }, ines)).toBe("email-outside");
  });

  test("of a private Google account does not count, though it is the district's", () => {
    expect(why(google, ines)).toBe("organization-outside");
    expect(why(google, { ...ines, organization: "elsewhere.example" })).toBe("organization-outside");
    expect(why(google, { ...ines, organization: "haywater.example" })).toBeNull();
  });
});

test("a student is one by any of the usual names, and a student services director is not", () => {
  const students = [
    "student",
    "STUDENTS",
    "Learner",
    "urn:x:role#Student",
    "student@haywater.example",
    "Alumna",
    "role/pupil",
  ];
  expect(students.filter((role) => !isStudent([role]))).toEqual([]);
  expect(isStudent(["Teacher", "Student"])).toBe(true);
  expect(isStudent([])).toBe(false);
  expect(isStudent(["Student services", "studentteacher", "Staff", "employee@students.example"])).toBe(false);
});

test("a rule for some roles asks nothing of the others, and a steward keeps the password", () => {
  const rules = { secondFactorRoles: ["steward", "principal"], passwords: "stewards" } as const;
  expect(needsSecondFactor(rules, ["staff_member", "principal"])).toBe(true);
  expect(needsSecondFactor(rules, ["teacher", "public"])).toBe(false);
  expect(needsSecondFactor(NO_RULES, ["steward"])).toBe(false);
  expect([["steward"], ["teacher"]].map((roles) => mayUsePassword(rules, roles))).toEqual([true, false]);
});
