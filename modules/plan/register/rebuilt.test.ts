/** What the database keeps of a plan's amendments leads back to every version of it, exactly. */
import fc from "fast-check";
import { describe, expect } from "vitest";
import { arbitraryEdits, arbitraryText } from "#tests/support/arbitrary-text.ts";
import { adoptedInTurn, wholeFile } from "#tests/support/plan-file.ts";
import { NOW, test } from "#tests/support/story.ts";
import { listAdoptions } from "../adoption/queries.ts";
import { importPlan } from "../file/commands.ts";
import { findStandingVersion, getVersionContent, listOrgs, listVersions } from "../queries.ts";
import { applyChanges, invertChanges } from "../text/changes.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { inNormalForm } from "../text/normal-form.ts";
import { type VersionText, versionTextOf } from "../text/version-text.ts";

/** A plan as it was said first, and after each of its amendments. */
const told = fc.tuple(arbitraryText, fc.array(arbitraryEdits, { minLength: 1, maxLength: 4 })).map(([first, edits]) => {
  const texts = [inNormalForm(first)];
  for (const edit of edits) {
    const now = inNormalForm(edit(texts.at(-1)!));
    if (fingerprintOf(now) !== fingerprintOf(texts.at(-1)!)) texts.push(now);
  }
  return texts;
});

describe("the register of any plan", () => {
  test("gives every earlier version, word for word, from the newest one and what the amendments changed", {
    timeout: 120_000,
  }, async ({ as, haywater }) => {
    const { desk, actor } = await as("wren");
    const { districtId } = haywater;
    const orgs = await desk.read((tx) => listOrgs(tx, { id: districtId, name: "Haywater" }));
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(told, async (texts) => {
        const file = wholeFile();
        runs += 1;
        const plan = { ...file.plan, slug: `upstream-${runs}` };
        const taken = await desk.write((tx) =>
          importPlan(tx, actor, { ...file, plan, versions: adoptedInTurn(texts) }, orgs, NOW),
        );
        if (!taken.ok) throw new Error(taken.problem.kind);
        const { planId } = taken.value;
        const [standing, adoptions, versions] = await desk.read(async (tx) => {
          const version = await findStandingVersion(tx, districtId, planId);
          const text = versionTextOf(version!, await getVersionContent(tx, districtId, version!.id));
          return [text, await listAdoptions(tx, districtId, planId), await listVersions(tx, districtId, planId)];
        });
        expect(versions.length).toBe(texts.length);

        let text: VersionText = standing;
        for (const { n, fingerprint, amendment } of adoptions.toReversed()) {
          expect(fingerprintOf(text)).toBe(fingerprint);
          expect(fingerprint).toBe(fingerprintOf(texts[n - 1]!));
          if (amendment === null) continue;
          const before = applyChanges(text, invertChanges(amendment.changes));
          if (!before.ok) throw new Error(JSON.stringify(before.problem));
          text = before.value;
        }
      }),
      { seed: 4115, numRuns: 12 },
    );
  });
});
