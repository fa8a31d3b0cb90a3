import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { said, test } from "#tests/support/browser.ts";

const title = (page: Page) => said(page.getByRole("heading", { level: 1 }));
const main = (page: Page) => said(page.getByRole("main"));

async function handIn(page: Page, text: string): Promise<void> {
  await page.goto("/imports/hand-in");
  await page.locator("#files").setInputFiles({ name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByLabel("What do they hold?").selectOption({ label: "Staff list" });
  await page.getByRole("button", { name: "Read and rehearse" }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
}

const people = (from: number, count: number, email: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `Person ${from + n},${email(from + n)}\n`).join("");

describe("loading a staff list", () => {
  test("from the files to the publication and back, followed by itself", { timeout: 240_000 }, async ({ open }) => {
    const wren = await open("/imports", { as: "wren" });
    expect(await main(wren)).toContain("No file has been loaded yet.");
    await handIn(wren, `Name,EMAIL\nBram Osei,bram@haywater.example\nNo Mail,=nowhere\n`);
    await wren.getByRole("button", { name: "Publish" }).waitFor();
    expect(await title(wren)).toBe("Publishing would add 1.");
    expect(await main(wren)).toContain("Expected is an e-mail address, such as ada@example.org.");

    const [download] = await Promise.all([
      wren.waitForEvent("download"),
      wren.getByRole("link", { name: "Download the refused rows of staff.csv" }).click(),
    ]);
    const file = Buffer.concat(await (await download.createReadStream()).toArray()).toString("utf8");
    expect(file).toBe(
      '\ufeffName,EMAIL,Why it was refused\r\nNo Mail,\'=nowhere,"email: Expected is an e-mail address, such as ada@example.org."\r\n',
    );

    await wren.getByRole("button", { name: "Publish" }).click();
    await wren.getByRole("heading", { name: "Published: 1 added." }).waitFor();
    await wren.getByLabel("Why?").fill("It was last year’s list");
    await wren.getByRole("button", { name: "Take this import back" }).click();
    await wren.getByRole("heading", { name: "This import was taken back" }).waitFor();
    expect(await main(wren)).toContain("It was last year’s list");
    await handIn(wren, "name,email\nBram Osei,bram@haywater.example\n");
    await wren.getByRole("heading", { name: "Publishing would add 1." }).waitFor();
    await wren.getByRole("button", { name: "Give up this import" }).click();
    await wren.getByRole("heading", { name: "This import was given up" }).waitFor();
    await wren.goto("/log?kind=import");
    expect(await main(wren)).toContain("Rows that an import refused were downloaded.");
  });

  test("without script, held back, and published for a reason", { timeout: 240_000 }, async ({ open }) => {
    const wren = await open("/imports", { as: "wren", script: false });
    await handIn(
      wren,
      `name,email\n${people(0, 20, (n) => `p${n}@haywater.example`)}${people(20, 20, () => "nowhere")}`,
    );
    await wren.getByRole("button", { name: "Publish all the same" }).waitFor();
    expect(await title(wren)).toBe("This export looks wrong, so it is held back.");
    expect(await main(wren)).toContain("20 of the 40 rows of staff.csv are refused.");
    await wren.getByRole("button", { name: "Publish all the same" }).click();
    expect(await said(wren.getByRole("alert"))).toContain("Say why");

    const second = await open("/imports/hand-in", { as: "wren", script: false });
    await second
      .locator("#files")
      .setInputFiles({ name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from("name,email\nA,a@b.example\n") });
    await second.getByLabel("What do they hold?").selectOption({ label: "Staff list" });
    await second.getByRole("button", { name: "Read and rehearse" }).click();
    expect(await said(second.getByRole("alert"))).toContain("Wren Castellanos handed them in on");

    await wren.getByLabel("Why is it right all the same?").fill("Half of them have no address yet");
    await wren.getByRole("button", { name: "Publish all the same" }).click();
    await wren.getByRole("heading", { name: "Published: 20 added." }).waitFor();
    expect(await main(wren)).toContain("Half of them have no address yet");
  });

  test("is for those who load files: a teacher is told so, and sees no section of that name", async ({ open }) => {
    const teacher = await open("/home", { as: "dmitri" });
    expect(await said(teacher.getByRole("banner"))).not.toContain("Files");
    const answer = await teacher.goto("/imports");
    expect(answer?.status()).toBe(403);
    expect(await main(teacher)).toContain("Only the data steward and the plan steward load files.");
  });
});
