import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { unfinishedCall } from "./calls.ts";
import { median } from "./measure.ts";
import type { Tool } from "./tools.ts";
import { home } from "./tools.ts";
import { writeTsconfig } from "./workspace.ts";

export interface Completion {
  /** Milliseconds from the question to the answer, after an edit, once warm. */
  readonly latency: number;
  /** The name of the parameter was among what was offered. */
  readonly isHelpful: boolean;
}

const [warmup, rounds] = [3, 15];

/** Completes the argument object of a call, through the language server that editors use. */
export async function measureCompletion(tool: Tool, folder: string): Promise<Completion> {
  const { text, offset, name } = unfinishedCall(tool);
  const file = `${folder}/calls.ts`;
  writeFileSync(file, text);
  writeTsconfig(folder);
  const server = openServer();
  const before = text.slice(0, offset).split("\n");
  const position = { file, line: before.length, offset: (before.at(-1)?.length ?? 0) + 1 };
  server.tell("open", { file, fileContent: text });
  const times: number[] = [];
  let entries: readonly string[] = [];
  for (let round = 0; round < warmup + rounds; round++) {
    // a person has typed something since: the file has to be looked at again
    const end = { endLine: position.line, endOffset: position.offset };
    server.tell("change", { ...position, ...end, insertString: " " });
    const begin = performance.now();
    entries = await server.complete(position);
    if (round >= warmup) times.push(performance.now() - begin);
  }
  server.end();
  return { latency: median(times), isHelpful: entries.includes(name) };
}

interface Server {
  tell(command: string, args: object): void;
  complete(position: object): Promise<readonly string[]>;
  end(): void;
}

/** tsserver speaks JSON over its standard streams, one message on a line. */
function openServer(): Server {
  const child = spawn(
    process.execPath,
    [
      "--max-old-space-size=4096",
      `${home}node_modules/typescript/lib/tsserver.js`,
      "--disableAutomaticTypingAcquisition",
    ],
    { stdio: ["pipe", "pipe", "ignore"] },
  );
  const answers = new Map<number, (body: unknown) => void>();
  const ended = once(child, "exit").then(() => {
    throw new Error("The language server ended.");
  });
  ended.catch(() => {});
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const message: { type: string; request_seq?: number; body?: unknown } = JSON.parse(line);
    if (message.type === "response") answers.get(message.request_seq ?? 0)?.(message.body);
  });
  let last = 0;
  const tell = (command: string, args: object): void => {
    last++;
    child.stdin.write(`${JSON.stringify({ seq: last, type: "request", command, arguments: args })}\n`);
  };
  return {
    tell,
    async complete(position) {
      const answer = new Promise<unknown>((resolve) => {
        tell("completionInfo", position);
        answers.set(last, resolve);
      });
      const body = await Promise.race([answer, ended]);
      // an answer without a body offers nothing
      const { entries = [] } = (body ?? {}) as { entries?: readonly { name: string }[] };
      return entries.map(({ name }) => name);
    },
    end: () => child.kill(),
  };
}
