// What the tests need of a machine: a PostgreSQL of their own, and Chromium. Both come from Debian where this may install.
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const isRoot = process.getuid?.() === 0;

function apt(...packages) {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  process.stderr.write(`Installing ${packages.join(", ")} from Debian …\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const get = (...args) =>
    spawnSync("apt-get", ["-qq", "-y", ...args], { env: environment, stdio: ["ignore", "ignore", 2] });
  get("update");
  return get("install", "--no-install-recommends", ...packages).status === 0;
}

/** The path of a Chromium, or null. */
export function installChromium() {
  const found = () =>
    [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
      (path) => path && existsSync(path),
    );
  return found() ?? (apt("chromium") ? (found() ?? null) : null);
}

/** The folder of the newest PostgreSQL's programs, or null. */
function programs() {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root)
    ? readdirSync(root)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  return versions.length === 0 ? null : join(root, String(Math.max(...versions)), "bin");
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A cluster in a folder of its own, whose owner is no superuser, as in a careful district. Null where there is none. */
export async function startPostgres() {
  const bin = programs() ?? (apt("postgresql") ? programs() : null);
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "guidepost-postgres-"));
  const port = await freePort();
  const as = accountToRunAs(folder);
  const run = (program, ...args) =>
    spawnSync(join(bin, program), args, { stdio: ["ignore", "ignore", 2], cwd: folder, ...as });
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200`;
  run(
    "initdb",
    "-D",
    join(folder, "data"),
    "-A",
    "trust",
    "-U",
    "postgres",
    "--no-sync",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
  );
  const started = run("pg_ctl", "-D", join(folder, "data"), "-o", settings, "-l", join(folder, "log"), "-w", "start");
  if (started.status !== 0) return null;
  run(
    "psql",
    "-q",
    "-h",
    folder,
    "-p",
    String(port),
    "-U",
    "postgres",
    "-c",
    "create role district login createdb createrole",
  );
  return {
    url: `postgres://district@127.0.0.1:${port}/postgres`,
    stop: async () => {
      run("pg_ctl", "-D", join(folder, "data"), "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as Debian's own account for it. */
function accountToRunAs(folder) {
  if (!isRoot) return {};
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((each) => each.startsWith("postgres:"));
  if (line === undefined) return {};
  const [, , uid, gid] = line.split(":").map(Number);
  chownSync(folder, uid, gid);
  return { uid, gid };
}
