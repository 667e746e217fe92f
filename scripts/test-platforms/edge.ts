import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Plan } from "../../test/platforms/program.ts";
import { run } from "../test-package/run.ts";
import { bundled } from "./bundle.ts";
import type { Outcome } from "./outcome.ts";

/** Runs the program in workerd, on which Cloudflare's workers run. It sees the sandbox's port and nothing of the disk. */
export async function onEdge(
  binaries: string,
  sources: string,
  outside: string,
  plan: Plan,
): Promise<Outcome> {
  const binary = join(binaries, "@cloudflare/workerd-linux-64/bin/workerd");
  if (!existsSync(binary))
    return { platform: "workerd", absent: "not installed: the binaries are for Linux on x64" };
  const folder = join(outside, "edge");
  mkdirSync(folder);
  writeFileSync(
    join(folder, "edge.js"),
    await bundled(join(sources, "edge.ts"), outside, ["workerd", "worker"]),
  );
  writeFileSync(join(folder, "config.capnp"), config);
  const version = /\d{4}-\d\d-\d\d/.exec(await run(binary, ["--version"], folder))?.[0] ?? "";
  const workerd = spawn(binary, ["serve", "config.capnp", "--control-fd=3"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const port = await portOf(workerd.stdio[3] as Readable);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: JSON.stringify(plan) });
    return { platform: `workerd ${version}`, steps: await answer.json() };
  } finally {
    workerd.kill("SIGKILL");
  }
}

/** It tells on its control channel, once it listens: `{"event":"listen","socket":"http","port":8080}`. */
async function portOf(control: Readable): Promise<number> {
  const [line] = await once(control, "data");
  return JSON.parse(String(line)).port;
}

const config = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "program", worker = .program),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "program")],
);

const program :Workerd.Worker = (
  modules = [(name = "edge.js", esModule = embed "edge.js")],
  compatibilityDate = "2024-09-23",
);
`;
