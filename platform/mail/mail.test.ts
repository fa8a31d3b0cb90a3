import { expect, test } from "vitest";
import { openMailSink } from "#tests/support/mail-sink.ts";
import { openMail } from "./mail.ts";

const letter = {
  to: "priya@haywater.example",
  subject: "An invitation",
  text: "Good day, Priya Nand.\nhttp://localhost/x\n",
};
const from = "guidepost@haywater.example";

test("a letter reaches the mail server as plain text", async () => {
  const sink = await openMailSink();
  const mail = openMail({ smtpUrl: sink.url, mailFrom: from });
  expect(await mail?.send(letter)).toEqual({ ok: true, value: null });
  expect(sink.letters).toHaveLength(1);
  expect(sink.letters[0]).toContain("To: priya@haywater.example");
  expect(sink.letters[0]).toContain("Good day, Priya Nand.");
  expect(sink.letters[0]).toMatch(/Content-Type: text\/plain/);
  await sink.close();
});

test("a letter that the server does not take, or no server at all, is a refusal and not an accident", async () => {
  const sink = await openMailSink({ refuses: true });
  expect(await openMail({ smtpUrl: sink.url, mailFrom: from })?.send(letter)).toMatchObject({ ok: false });
  await sink.close();
  expect(await openMail({ smtpUrl: sink.url, mailFrom: from })?.send(letter)).toMatchObject({ ok: false });
});

test("without a mail server there is no mail", () => {
  expect(openMail({ smtpUrl: null, mailFrom: from })).toBeNull();
});
