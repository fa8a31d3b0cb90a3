import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { settingsGuide } from "./settings-guide.ts";

describe("settings", () => {
  test("an installation that sets nothing gets the embedded database, the sample district and this machine only", () => {
    const read = readSettings({}, "/srv/guidepost");
    expect(read).toMatchObject({
      ok: true,
      value: { port: 3000, host: "127.0.0.1", dataDir: "/srv/guidepost/data", databaseUrl: null, sampleDistrict: true },
    });
  });

  test("a district on PostgreSQL does not get the sample district unless it asks", () => {
    const url = "postgres://plan:plan@db/plan";
    expect(readSettings({ DATABASE_URL: url }, "/")).toMatchObject({ value: { sampleDistrict: false } });
    expect(readSettings({ DATABASE_URL: url, SAMPLE_DISTRICT: "yes" }, "/")).toMatchObject({
      value: { sampleDistrict: true },
    });
  });

  test("an installation that others can reach gets no sample district with its public passwords, unless it asks", () => {
    expect(readSettings({ HOST: "0.0.0.0" }, "/")).toMatchObject({ value: { sampleDistrict: false } });
    expect(readSettings({ HOST: "localhost" }, "/")).toMatchObject({ value: { sampleDistrict: true } });
    expect(readSettings({ HOST: "0.0.0.0", SAMPLE_DISTRICT: "yes" }, "/")).toMatchObject({
      value: { sampleDistrict: true },
    });
  });

  test.each([
    ["PORT", "http", "a whole number from 0 to 65535"],
    ["PORT", "70000", "a whole number"],
    ["PORT", "-1", "a whole number"],
    ["DATABASE_URL", "mysql://x", "postgres://"],
    ["BASE_URL", "plan.example.org", "https://"],
    ["SECRET", "short", "32 random characters"],
    ["SAMPLE_DISTRICT", "perhaps", "yes or no"],
    ["SMTP_URL", "mail.example.org", "smtps://"],
    ["HOST", "not an address", "127.0.0.1"],
    ["SIGN_ON_HOSTS", "https://idp.example.local/", "names of hosts"],
  ])("a wrong %s (%s) stops the start with a sentence that says what to change", (name, given, expected) => {
    const read = readSettings({ [name]: given }, "/");
    if (read.ok) throw new Error("was not refused");
    expect(read.problem).toHaveLength(1);
    expect(read.problem[0]?.sentence).toMatch(new RegExp(`^${name} is wrong`));
    expect(read.problem[0]?.sentence).toContain(expected);
  });

  test("two wrong settings are told at once, and a secret is never repeated", () => {
    const read = readSettings({ PORT: "x", SECRET: "hunter2" }, "/");
    if (read.ok) throw new Error("was not refused");
    expect(read.problem.map((problem) => problem.name)).toEqual(["PORT", "SECRET"]);
    expect(read.problem[1]?.sentence).not.toContain("hunter2");
  });
});

test("the guide names every setting as it is", async () => {
  await expect(settingsGuide()).toMatchFileSnapshot("../../docs/guide/settings.md");
});
