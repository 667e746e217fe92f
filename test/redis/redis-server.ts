import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

export function redisIsInstalled(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0;
}

/** A Redis of one's own: in memory, on a socket in a temporary folder, which goes when it is stopped. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const socket = join(folder, "socket");
  const options = { port: "0", unixsocket: socket, dir: folder, save: "", appendonly: "no" };
  const server = spawn(
    "redis-server",
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const over = once(server, "exit");
  const kill = (): void => void server.kill();
  process.once("exit", kill);
  let said = "";
  for await (const text of server.stdout.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    said += text;
    if (/ready to accept connections/i.test(said)) break;
  }
  server.stdout.resume();
  if (server.exitCode !== null) throw new Error(`redis-server did not start:\n${said}`);
  return {
    url: `unix://${socket}`,
    async stop() {
      kill();
      await over;
      process.off("exit", kill);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
