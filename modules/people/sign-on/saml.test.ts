/** SAML 2.0, against a real identity provider and the ways in which its answers are bent. */
import { describe, expect, vi } from "vitest";
import { readMetadata } from "#platform/sign-in/provider/saml.ts";
import {
  answerTo,
  type Bent,
  encode,
  KEYS,
  metadataOf,
  readRequest,
  type SamlPerson,
} from "#tests/support/sign-on/saml-provider.ts";
import { bring, leaveAs, test as story, whyNot } from "#tests/support/sign-on/sign-on-story.ts";
import type { Provider } from "./domain.ts";
import { addressesOf, arrive } from "./trip.ts";

const ISSUER = "https://idp.haywater.example/metadata";
const SIGN_IN = "https://idp.haywater.example/sign-in";
const INES: SamlPerson = { subject: "x-17", email: "ines@haywater.example" };

const test = story.extend<{
  provider: Provider;
  /** Leaves, lets the provider answer (bent as one likes), and comes back with it. */
  there: (change?: (xml: string) => string, bent?: Bent, person?: SamlPerson) => ReturnType<typeof bring>;
}>({
  provider: async ({ setUp }, use) => {
    const metadata = metadataOf(ISSUER, SIGN_IN);
    await use(await setUp("saml", async () => ({ issuer: ISSUER, settings: { metadata } })));
  },
  there: async ({ house, provider }, use) => {
    await use(async (change = (xml) => xml, bent = {}, person = INES) => {
      const left = await leaveAs(house, provider);
      const sent = encode(change(await answerTo(left.url, ISSUER, person, bent)));
      const arrival = await arrive(house, provider, sent, new Date());
      return bring(house, provider, left.cookie, new URLSearchParams({ arrival }));
    });
  },
});

describe("an answer of the district's SAML provider", () => {
  test("says who someone is", async ({ there }) => {
    expect((await there())?.word).toEqual({
      ok: true,
      value: {
        issuer: ISSUER,
        subject: "x-17",
        email: "ines@haywater.example",
        emailVerified: null,
        name: null,
        roles: [],
        organization: null,
      },
    });
  });

  test("is asked for at the provider's address, in our name, and comes to one address only", async ({
    house,
    provider,
  }) => {
    const { url } = await leaveAs(house, provider);
    expect(url.startsWith(`${SIGN_IN}?SAMLRequest=`)).toBe(true);
    const { entityId, acsUrl } = addressesOf(house.baseUrl, provider.id);
    expect(await readRequest(url)).toMatchObject({
      issuer: entityId,
      assertionConsumerServiceURL: acsUrl,
      destination: SIGN_IN,
    });
  });

  test("may be signed as a whole instead", async ({ there }) => {
    expect(whyNot(await there(undefined, { signAssertion: false, signResponse: true }))).toBeNull();
    expect(whyNot(await there(undefined, { signAssertion: true, signResponse: true }))).toBeNull();
  });

  test("says what someone is by any of the usual names", async ({ there }) => {
    const role = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    const person = { ...INES, attributes: { [role]: ["Student", "Band"], department: "Student services" } };
    const returned = await there(undefined, {}, person);
    expect(returned?.word).toMatchObject({ ok: true, value: { roles: ["Student", "Band"] } });
  });

  test("by a name that holds only once names no one", async ({ there }) => {
    const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    expect(whyNot(await there(undefined, { format }))).toBe("subject-fleeting");
  });
});

const another = (name: string) => (xml: string) => xml.replaceAll("x-17", name).replaceAll("ines@", "wren@");

describe("an answer is not believed", () => {
  test("that no one signed, another signed, or that names another's key", async ({ there }) => {
    expect(whyNot(await there(undefined, { signAssertion: false }))).toBe("signature-wrong");
    expect(whyNot(await there(undefined, KEYS.stranger))).toBe("signature-wrong");
    // Signed by a stranger who says that it was the provider.
    expect(whyNot(await there(undefined, { ...KEYS.stranger, cert: KEYS.provider.cert }))).toBe("signature-wrong");
  });

  test("that was changed after it was signed", async ({ there }) => {
    expect(whyNot(await there(another("x-99")))).toBe("signature-wrong");
    expect(whyNot(await there((xml) => xml.replace("ines@haywater.example", "wren@haywater.example")))).toBe(
      "signature-wrong",
    );
    expect(whyNot(await there((xml) => xml.replace(/<Signature[\s\S]*<\/Signature>/, "")))).toBe("signature-wrong");
  });

  test("whose signature was wrapped: the signed words are there, and others are read", async ({ there }) => {
    const assertionOf = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? "";
    const evil = (signed: string, inside = "") =>
      another("x-99")(signed)
        .replace(/ID="[^"]+"/, 'ID="_evil"')
        .replace(/<Signature[\s\S]*<\/Signature>/, inside);
    const wraps: ((xml: string, signed: string) => string)[] = [
      // beside it, before and after
      (xml, signed) => xml.replace(signed, evil(signed) + signed),
      (xml, signed) => xml.replace(signed, signed + evil(signed)),
      // around it
      (xml, signed) => xml.replace(signed, evil(signed, signed)),
      (xml, signed) => xml.replace(signed, evil(signed).replace("</saml:Assertion>", `${signed}</saml:Assertion>`)),
      // the signature moved to the false one, the true one hidden
      (xml, signed) => {
        const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? "";
        const bare = signed.replace(signature, "");
        const object = `<Object xmlns="http://www.w3.org/2000/09/xmldsig#">${bare}</Object>`;
        return xml.replace(signed, evil(signed, signature.replace("</Signature>", `${object}</Signature>`)));
      },
      (xml, signed) =>
        xml
          .replace(signed, evil(signed))
          .replace("</samlp:Response>", `<Extensions>${signed}</Extensions></samlp:Response>`),
      // with the very id of the true one
      (xml, signed) =>
        xml.replace(signed, another("x-99")(signed).replace(/<Signature[\s\S]*<\/Signature>/, "") + signed),
    ];
    for (const wrap of wraps) {
      const returned = await there((xml) => wrap(xml, assertionOf(xml)));
      expect(whyNot(returned)).toBe("signature-wrong");
    }
  });

  test("with a comment or an entity in the middle of a name", async ({ there }) => {
    expect(whyNot(await there(undefined, {}, { ...INES, subject: "x-17<!---->.elsewhere" }))).toBeNull();
    const commented = await there((xml) => xml.replace("x-17", "x-<!-- -->17"));
    // Canonical words have no comments: the whole name is read, not the part before it.
    expect(commented?.word.ok ? commented.word.value.subject : "x-17").toBe("x-17");
    const entity = '<!DOCTYPE x [<!ENTITY who "x-99">]>';
    expect(whyNot(await there((xml) => entity + xml.replace("x-17", "&who;")))).toBe("response-wrong");
  });

  test("signed with what is weak by now", async ({ there }) => {
    expect(whyNot(await there(undefined, { signatureAlgorithm: "rsa-sha1" }))).toBe("algorithm-weak");
    expect(whyNot(await there(undefined, { digestAlgorithm: "sha1" }))).toBe("algorithm-weak");
  });

  test("of another issuer, or for another than us", async ({ there }) => {
    expect(whyNot(await there(undefined, { issuer: "https://elsewhere.example" }))).toBe("issuer-wrong");
    expect(whyNot(await there(undefined, { audience: "https://another.example" }))).toBe("audience-wrong");
    expect(whyNot(await there(undefined, { recipient: "https://another.example/acs" }))).toBe("recipient-wrong");
    expect(whyNot(await there(undefined, { destination: "https://another.example/acs" }))).toBe("recipient-wrong");
  });

  test("that has run out", async ({ there }) => {
    expect(whyNot(await there(undefined, { lifetimeInSeconds: -400 }))).toBe("not-valid-now");
    // Two clocks may differ a little.
    expect(whyNot(await there(undefined, { lifetimeInSeconds: -60 }))).toBeNull();
  });

  test("that is not valid yet", async ({ house, provider }) => {
    const left = await leaveAs(house, provider);
    const sent = encode(await answerTo(left.url, ISSUER, INES));
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 10 * 60_000 });
    const arrival = await arrive(house, provider, sent, new Date()).finally(() => vi.useRealTimers());
    expect(JSON.parse((await house.arrivals.open(arrival)) ?? "").word).toEqual({
      ok: false,
      problem: { kind: "not-valid-now" },
    });
  });

  test("that answers no request, or another", async ({ there }) => {
    expect(whyNot(await there(undefined, { inResponseTo: undefined }))).toBe("request-unknown");
    expect(whyNot(await there(undefined, { inResponseTo: "_another" }))).toBe("request-unknown");
  });

  test("that says no", async ({ there }) => {
    const samlStatusCode = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
    expect(whyNot(await there(undefined, { samlStatusCode }))).toBe("provider-said-no");
  });

  test("that is no answer at all", async ({ house, provider }) => {
    const left = await leaveAs(house, provider);
    for (const sent of ["", "%%%", encode("<a>"), encode("no"), encode("<a/>"), encode("<a/>".repeat(200_000))]) {
      const arrival = await arrive(house, provider, sent, new Date());
      const returned = await bring(house, provider, left.cookie, new URLSearchParams({ arrival }));
      expect(returned?.word.ok).toBe(false);
    }
    for (const arrival of ["", "00", "nonsense"]) {
      expect(await bring(house, provider, left.cookie, new URLSearchParams({ arrival }))).toBeNull();
    }
  });
});

describe("a right answer", () => {
  test("is taken once, in the browser that asked for it", async ({ house, provider }) => {
    const [mine, other] = [await leaveAs(house, provider), await leaveAs(house, provider)];
    const sent = encode(await answerTo(mine.url, ISSUER, INES));
    const arrival = new URLSearchParams({ arrival: await arrive(house, provider, sent, new Date()) });
    expect(whyNot(await bring(house, provider, "", arrival))).toBe("trip-unknown");
    expect(whyNot(await bring(house, provider, other.cookie, arrival))).toBe("request-unknown");
    expect(whyNot(await bring(house, provider, mine.cookie, arrival))).toBeNull();
    expect(whyNot(await bring(house, provider, mine.cookie, arrival))).toBe("used-already");
    const again = new URLSearchParams({ arrival: await arrive(house, provider, sent, new Date()) });
    expect(whyNot(await bring(house, provider, mine.cookie, again))).toBe("used-already");
  });

  test("of one provider opens nothing at another", async ({ house, provider, setUp }) => {
    const metadata = metadataOf("https://other.example", SIGN_IN, KEYS.stranger.cert);
    const second = await setUp("saml", async () => ({ issuer: "https://other.example", settings: { metadata } }));
    const left = await leaveAs(house, provider);
    const sent = encode(await answerTo(left.url, ISSUER, INES));
    const arrival = new URLSearchParams({ arrival: await arrive(house, second, sent, new Date()) });
    expect(await bring(house, second, left.cookie, arrival)).toBeNull();
    expect(whyNot(await bring(house, provider, left.cookie, arrival))).not.toBeNull();
  });
});

describe("the description of a provider", () => {
  test("is read for its name and where people sign in", () => {
    expect(readMetadata(metadataOf(ISSUER, SIGN_IN))).toEqual({
      ok: true,
      value: { issuer: ISSUER, signInUrl: SIGN_IN },
    });
  });

  test.each([
    ["nothing", ""],
    ["no XML", "https://idp.example/metadata"],
    ["cut off", metadataOf(ISSUER, SIGN_IN).slice(0, 400)],
    ["of a document type", `<!DOCTYPE a>${metadataOf(ISSUER, SIGN_IN)}`],
    ["without a certificate", metadataOf(ISSUER, SIGN_IN).replace(/<KeyDescriptor[\s\S]*<\/KeyDescriptor>/, "")],
    ["without a place to sign in", metadataOf(ISSUER, SIGN_IN).replace(/<SingleSignOnService[^>]*>/, "")],
    ["with a place that is no address", metadataOf(ISSUER, "javascript:alert(1)")],
    ["without a name", metadataOf("", SIGN_IN)],
    ["larger than any", `${metadataOf(ISSUER, SIGN_IN)}<!--${"x".repeat(300_000)}-->`],
  ])("that is %s is refused", (_, metadata) => {
    expect(readMetadata(metadata)).toEqual({ ok: false, problem: { kind: "metadata-wrong" } });
  });
});
