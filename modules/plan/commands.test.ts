import { describe, expect } from "vitest";
import { districtOf, makePlan } from "#tests/support/made-plan.ts";
import { NOW, test } from "#tests/support/story.ts";
import { setAudience } from "./commands.ts";
import type { Audience } from "./domain.ts";
import { findPlan, findStandingVersion, getVersionContent } from "./queries.ts";

describe("showing a plan", () => {
  test("opens it and all it says to everyone, says since when, and withdrawing closes it again", async ({
    as,
    haywater,
  }) => {
    const { districtId } = haywater;
    const [wren, visitor] = [await as("wren"), await as("public")];
    const { slug, planId, versionId } = await makePlan(wren, districtOf(haywater), "Opened", "staff");
    const seen = () =>
      visitor.desk.read(async (tx) => ({
        plan: (await findPlan(tx, districtId, slug)) !== null,
        shownAt: (await findStandingVersion(tx, districtId, planId))?.shownAt ?? null,
        nodes: (await getVersionContent(tx, districtId, versionId)).nodes.length,
      }));
    const show = (audience: Audience) => wren.desk.write((tx) => setAudience(tx, wren.actor, slug, audience, NOW));
    expect(await seen()).toEqual({ plan: false, shownAt: null, nodes: 0 });
    expect((await show("public")).ok).toBe(true);
    expect(await seen()).toEqual({ plan: true, shownAt: NOW, nodes: 2 });
    expect((await show("staff")).ok).toBe(true);
    expect(await seen()).toEqual({ plan: false, shownAt: null, nodes: 0 });
  });
});
