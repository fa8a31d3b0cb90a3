/** `guidepost …`: finds the command, reads its options, says its answer. */
import "./production.ts";
import { parseArgs } from "node:util";
import { isConnectionLost } from "#platform/db/connection-lost.ts";
import { type Answer, type Command, misused, unusable } from "./command.ts";
import { COMMANDS } from "./commands.ts";

const ALWAYS = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } } as const;

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => usage(command).length));
  const lines = COMMANDS.map((command) => `  ${usage(command).padEnd(width)}  ${command.summary}`);
  return `guidepost: the home of a strategic plan\n\n${lines.join("\n")}\n\nEach takes --help and --json. Settings are environment variables: docs/guide/settings.md.\n`;
}

const usage = (command: Command): string => (command.takes ? `${command.name} ${command.takes}` : command.name);

function help(command: Command): string {
  const options = Object.entries({ ...command.describes, json: "answer as JSON, for programs", help: "this" });
  const width = Math.max(...options.map(([name]) => name.length));
  const lines = options.map(([name, what]) => `  --${name.padEnd(width)}  ${what}`);
  const more = command.more ? `\n${command.more}\n` : "";
  return `guidepost ${usage(command)}\n\n${command.summary}\n${more}\n${lines.join("\n")}\n`;
}

/** The command whose name the words begin with; the longest name wins ("plan read" before "plan"). */
function find(words: readonly string[]): Command | undefined {
  return COMMANDS.filter((command) => words.slice(0, command.name.split(" ").length).join(" ") === command.name).sort(
    (one, other) => other.name.length - one.name.length,
  )[0];
}

async function answer(words: string[]): Promise<{ answer: Answer; json: boolean }> {
  const json = words.includes("--json");
  const command = find(words);
  if (command === undefined) {
    const asked = words.length === 0 || words[0] === "help" || words[0] === "--help" || words[0] === "-h";
    if (asked)
      return {
        json,
        answer: { code: 0, text: overview(), json: COMMANDS.map(({ name, summary }) => ({ name, summary })) },
      };
    return { json, answer: misused(`There is no command "${words.join(" ")}". See: guidepost --help`) };
  }
  try {
    const rest = words.slice(command.name.split(" ").length);
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...ALWAYS, ...command.options },
      allowPositionals: true,
    });
    if (values.help) return { json: false, answer: { code: 0, text: help(command), json: {} } };
    const told = {
      values: values as Record<string, string | boolean | undefined>,
      words: positionals,
      environment: process.env,
    };
    return { json, answer: await command.run(told) };
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith("ERR_PARSE_ARGS")) {
      return { json, answer: misused(`${(error as Error).message}\nSee: guidepost ${command.name} --help`) };
    }
    return { json, answer: isConnectionLost(error) ? lost() : broken(error) };
  }
}

const lost = (): Answer =>
  unusable("The database went away in the middle of the work. What was not finished was not begun: try again.", {
    kind: "connection-lost",
  });

/** A mistake of ours, told with what helps to find it. */
function broken(error: unknown): Answer {
  const sentence = "This is a mistake in Guidepost, not yours. Please report it with the lines below.";
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 70, text: `${sentence}\n\n${trace}`, json: { error: { kind: "bug", sentence, trace } } };
}

const said = await answer(process.argv.slice(2));
const text = said.json ? `${JSON.stringify(said.answer.json, null, 2)}\n` : said.answer.text.replace(/\n?$/, "\n");
(said.answer.code === 0 || said.json ? process.stdout : process.stderr).write(text, () => {
  process.exitCode = said.answer.code;
});
