import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PlanFile, writePlanFile } from "#modules/plan/file/plan-file.ts";
import { fingerprintOf } from "#modules/plan/text/fingerprint.ts";
import type { VersionText } from "#modules/plan/text/version-text.ts";
import { wholeFile } from "#tests/support/plan-file.ts";
import type { Command } from "../../command.ts";
import { planDiff } from "./diff.ts";
import { planVerify } from "./verify.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guidepost-plan-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function kept(name: string, file: PlanFile): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, writePlanFile(file));
  return path;
}

/** The whole file with a second version, which says what `change` makes of the first. */
function amended(change: (text: VersionText) => void): PlanFile {
  const file = wholeFile();
  const [first] = file.versions;
  if (!first) throw new Error("a plan file has a version");
  const text = structuredClone(first.text);
  change(text);
  return { ...file, versions: [first, { ...first, n: 2, text, fingerprint: fingerprintOf(text) }] };
}

const told = (command: Command, ...words: string[]) => command.run({ words, values: {}, environment: {} });

describe("a citizen with a plan file on their own machine", () => {
  test("checks that every version is the one that was sealed", async () => {
    const file = await kept("plan.json", wholeFile());
    const { fingerprint } = wholeFile().versions[0] as PlanFile["versions"][number];
    const { code, text } = await told(planVerify, file);
    expect({ code, isSaid: text.includes(fingerprint) }).toEqual({ code: 0, isSaid: true });
  });

  test("is told that someone has changed a target in the file", async () => {
    const forged = writePlanFile(wholeFile()).replace('"65%"', '"55%"');
    await writeFile(join(folder, "forged.json"), forged);
    expect(await told(planVerify, join(folder, "forged.json"))).toMatchObject({
      code: 1,
      text: expect.stringMatching(/^forged\.json, at versions\[0\]: the text is not the one that was sealed\./),
    });
  });

  test("sees what the second version took out, put in and moved", async () => {
    const file = await kept(
      "amended.json",
      amended((text) => {
        for (const measure of text.measures) measure.target = "60%";
        for (const node of text.nodes) if (node.address === "goal-1") node.title = "Reading and writing";
        text.nodes = text.nodes.filter(({ address }) => address !== "goal-2");
      }),
    );
    const { code, text } = await told(planDiff, `${file}#1`, file);
    expect(code).toBe(0);
    expect(text).toContain("goal dropped: node goal-2, Goal 2 Belonging");
    expect(text).toContain("title: Reading{+ and writing+}");
    expect(text).toContain("target moved: measure measure-1");
    expect(text).toContain("target: [-65-]{+60+}%");
    expect((await told(planDiff, file, file)).text).toBe("Nothing changed.");
  });

  test("is told which versions there are, and which file is not there", async () => {
    const file = await kept("one.json", wholeFile());
    expect(await told(planDiff, file, `${file}#7`)).toMatchObject({
      code: 1,
      text: `${file} has no version 7; it has 1.`,
    });
    expect(await told(planDiff, file, join(folder, "none.json"))).toMatchObject({ code: 1 });
    expect(await told(planDiff, file)).toMatchObject({ code: 2 });
  });
});
