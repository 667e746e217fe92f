import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Plan, Step } from "../../test/platforms/program.ts";
import { bundled } from "./bundle.ts";
import type { Outcome } from "./outcome.ts";

const NAMES = ["chromium", "chromium-headless-shell", "google-chrome", "chrome"];

/** How long a browser may take, in milliseconds. */
const PATIENCE = 60_000;

/** Runs the program in a page of a browser without a window, and in a worker of that page; both are of another origin. */
export async function inBrowser(
  sources: string,
  outside: string,
  profile: string,
  plan: Plan,
): Promise<Outcome[]> {
  const [binary, version = ""] = findBrowser();
  const [page, worker] = ["page", "worker of a page"];
  if (binary === undefined) {
    const absent = `none of ${NAMES.join(", ")} is on the PATH`;
    return [page, worker].map((where) => ({ platform: `Chromium, ${where}`, absent }));
  }
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    "/": ["text/html", '<!doctype html><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", await bundled(join(sources, "page.ts"), outside)],
    "/web-worker.js": ["text/javascript", await bundled(join(sources, "web-worker.ts"), outside)],
    "/plan.json": ["application/json", JSON.stringify(plan)],
  };
  const server = createServer();
  const found = new Promise<string>((resolve) => {
    server.on("request", async (request, response) => {
      if (request.method === "POST") resolve(await text(request));
      const [type, content] = files[request.url ?? ""] ?? ["text/plain", ""];
      response.writeHead(200, { "content-type": type }).end(content);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const browser = spawn(binary, [...flags(profile), `http://127.0.0.1:${port}/`], {
    stdio: ["ignore", "ignore", "pipe"],
    // a group of its own, for what is on the PATH may be a script that starts the browser
    detached: true,
  });
  try {
    const told = JSON.parse(await within(found, browser)) as Record<"page" | "worker", readonly Step[]>;
    return [
      { platform: `Chromium ${version}, ${page}`, steps: told.page },
      { platform: `Chromium ${version}, ${worker}`, steps: told.worker },
    ];
  } finally {
    if (browser.pid !== undefined && browser.exitCode === null) process.kill(-browser.pid, "SIGKILL");
    server.close();
    server.closeAllConnections();
  }
}

function findBrowser(): readonly [binary?: string, version?: string] {
  for (const name of NAMES) {
    const { status, stdout } = spawnSync(name, ["--version", "--no-sandbox"], { encoding: "utf8" });
    if (status === 0) return [name, /\d+(\.\d+)+/.exec(stdout)?.[0] ?? ""];
  }
  return [];
}

function flags(profile: string): readonly string[] {
  // root, as in a container, may not have Chromium's own sandbox
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return ["--headless", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${profile}`, ...root];
}

/** What the page told; what the browser said, if it never did. */
async function within(found: Promise<string>, browser: ChildProcess): Promise<string> {
  let said = "";
  browser.stderr?.on("data", (piece) => {
    said += piece;
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const give = (why: string) => reject(new Error(`The browser ${why}. It said:\n${said}`));
    timer = setTimeout(() => give(`told nothing within ${PATIENCE} ms`), PATIENCE);
    browser.once("exit", (code) => give(`ended with ${code}`));
  });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
