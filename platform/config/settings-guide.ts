/** The settings as a page of the guide, written from the settings themselves. */
import { SETTINGS } from "./settings.ts";

export function settingsGuide(): string {
  const rows = Object.values(SETTINGS).map(
    ({ name, fallback, purpose }) => `| \`${name}\` | ${fallback === "" ? "" : `\`${fallback}\``} | ${purpose} |`,
  );
  return [
    "# Settings",
    "",
    "<!-- Written from platform/config/settings.ts; a test keeps it true. -->",
    "",
    "Environment variables, read at the start. A wrong one stops the start with a sentence that says what to change.",
    "",
    "| Name | Without it | What for |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
