import fs from "node:fs";
import path from "node:path";
import type { UsualPlan } from "../mock/answer/plan.ts";
import type { End } from "../mock/answer/story.ts";
import type { Answering } from "../mock/listen.ts";
import { parseDuration } from "../vocabulary/duration.ts";
import { nearest } from "../vocabulary/nearest.ts";
import type { Arguments, Command } from "./command.ts";
import { exitCodes, UsageError } from "./command.ts";
import type { Shell } from "./shell.ts";

/** `openapi-jobs mock` */
export const mockHere: Command = {
  name: "mock",
  operands: "[api…]",
  most: Infinity,
  summary: "Plays the APIs that clients were generated for, jobs included, on a port of this machine.",
  details: `Give a client the address that is printed, as its baseUrl, and any token. Operations answer with samples; jobs
go through their statuses and end. A request whose header x-mock-end is failed or canceled starts a job that ends
so. What was generated is read when this starts.`,
  options: {
    port: { value: "PORT", help: "Default: 4010; 0 takes any that is free." },
    duration: { value: "TIME", help: "How long a job takes: 500ms, 3s, 2m. Default: 3s." },
    end: { value: "STATE", help: "How jobs end: succeeded, failed or canceled. Default: succeeded." },
    out: { value: "FOLDER", help: "Where the clients are. Default: generated." },
  },
  lists: [],
  async run(given, shell) {
    const { createPlayer, ends, listen } = await import("../mock/tools.ts");
    const jobs = planOf(given, ends);
    const port = portOf(given);
    const folder = path.resolve(shell.folder, given.values.get("out") ?? "generated");
    const apis = new Map<string, Answering>();
    for (const [name, document] of documentsIn(folder, given.operands, shell)) {
      const { answer } = createPlayer(document, { jobs });
      apis.set(name, answer);
    }
    const onAnswer = (method: string, at: string, status: number): void =>
      shell.warn(`${status} ${method} ${at}\n`);
    const server = await listen(apis, { port, onAnswer }).catch(taken(port));
    const width = Math.max(...[...apis.keys()].map((name) => name.length));
    for (const [name, url] of server.urls) shell.print(`${name.padEnd(width)}  ${url}\n`);
    shell.warn("Each address is the baseUrl of a client. Ctrl-C ends.\n");
    await aborted(shell.signal);
    await server.close();
    return exitCodes.interrupted;
  },
};

function planOf({ values }: Arguments, ends: readonly End[]): UsualPlan {
  const [time, state] = [values.get("duration"), values.get("end")];
  const duration = parseDuration(time);
  if (time !== undefined && duration === undefined)
    throw new UsageError(`--duration takes a number and ms, s, m, h or d, such as 3s, and not ${time}.`);
  const end = ends.find((each) => each === state);
  if (state !== undefined && end === undefined)
    throw new UsageError(`--end takes ${ends.join(", ")}, and not ${state}.`);
  return { ...(duration === undefined ? {} : { duration }), ...(end === undefined ? {} : { end }) };
}

function portOf({ values }: Arguments): number {
  const port = values.get("port") ?? "4010";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port takes a number up to 65535, and not ${port}.`);
  return Number(port);
}

/** What lies in the folders of APIs, of all or of those that are named. */
function documentsIn(
  folder: string,
  operands: readonly string[],
  { folder: here }: Shell,
): ReadonlyMap<string, unknown> {
  const fileOf = (name: string): string => path.join(folder, name, "openapi.json");
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => fs.existsSync(fileOf(name)))
    : [];
  const shown = path.relative(here, folder) || ".";
  if (names.length === 0)
    throw new UsageError(
      `There is no client in ${shown}. First call openapi-jobs generate; what that writes is played here.`,
    );
  const unknown = operands.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    const others = near === undefined ? `there are ${names.join(", ")}.` : `did you mean ${near}?`;
    throw new UsageError(`There is no client of ${unknown} in ${shown}; ${others}`);
  }
  const chosen = operands.length === 0 ? names : operands;
  return new Map(chosen.map((name) => [name, JSON.parse(fs.readFileSync(fileOf(name), "utf8"))]));
}

function taken(port: number): (error: unknown) => never {
  return (error) => {
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!isTaken) throw error;
    throw new UsageError(`The port ${port} is taken, perhaps by another mock. Name one: --port ${port + 1}.`);
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
