/** A password comes from GUIDEPOST_PASSWORD or from standard input: never from the command line, which every process can read. */
import { text } from "node:stream/consumers";
import type { Told } from "./command.ts";

export async function readPassword({ environment }: Told): Promise<string> {
  const given = environment.GUIDEPOST_PASSWORD;
  if (given) return given;
  if (process.stdin.isTTY) return ask();
  return (await text(process.stdin)).replace(/\r?\n$/, "");
}

/** Asks at a terminal and shows nothing of what is typed. */
function ask(): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write("Password: ");
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  return new Promise((resolve) => {
    let typed = "";
    const listen = (chunk: string): void => {
      for (const key of chunk) {
        if (key === "\r" || key === "\n" || key === "\u0004") {
          finish();
          return;
        }
        if (key === "\u0003") process.exit(130);
        typed = key === "\u007f" ? [...typed].slice(0, -1).join("") : typed + key;
      }
    };
    const finish = (): void => {
      stdin.setRawMode(false);
      stdin.off("data", listen);
      stdin.pause();
      stderr.write("\n");
      resolve(typed);
    };
    stdin.on("data", listen);
    stdin.resume();
  });
}
