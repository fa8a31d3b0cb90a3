/** What this program is: its version, as the package says it. */
import description from "../package.json" with { type: "json" };

export const PROGRAM = { version: description.version };
