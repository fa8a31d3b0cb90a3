// `npm start`: installs, builds, and serves. Runs on any Node from 18; the program itself runs on Node 24.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install, node24, ROOT } from "./install.mjs";

install();
build();

// The channel ends when this process dies, however it dies: then the server stops too, instead of living on unseen.
const server = spawn(node24(), [join(ROOT, "cli", "main.ts"), "serve", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
process.on("SIGINT", () => {}); // the terminal tells the server as well
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));

// npm puts a shell between itself and this, which dies of a polite kill without passing it on.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) server.kill("SIGTERM");
  }, 500).unref();
}
server.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
