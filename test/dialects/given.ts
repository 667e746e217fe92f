import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect } from "vitest";
import { start } from "../../src/index.ts";
import { configuration, givenProject } from "../build/project.ts";
import { PretendClock } from "../runtime/pretend-clock.ts";
import { Service } from "../runtime/service.ts";

const runtime = pathToFileURL(fileURLToPath(new URL("../../src/runtime/index.ts", import.meta.url))).href;

/** A description as its authors wrote it, with servers and a name that any API has. */
export function described(paths: string): string {
  return `openapi: 3.0.3
info: { title: Sample, version: 1.0.0 }
servers: [{ url: https://sample.example }]
paths:
${paths.trimEnd()}
security: []
`;
}

/** What the build says of it. */
export async function errorsOf(description: string): Promise<string> {
  const project = givenProject({ "redocly.yaml": configuration("sample"), "sample.yaml": description });
  return (await project.build()).errors;
}

export interface Played {
  /** Each request: `GET /prints/p-1`. */
  readonly log: readonly string[];
  readonly states: readonly string[];
  readonly result: unknown;
}

/** Builds the client, starts a job with it against a service that answers from a script, and waits for the end. */
export async function play(
  description: string,
  starter: string,
  params: Readonly<Record<string, unknown>>,
  answers: readonly Answer[],
): Promise<Played> {
  const project = givenProject({ "redocly.yaml": configuration("sample"), "sample.yaml": description });
  const built = await project.build({ runtime });
  expect(built.errors).toBe("");
  const url = pathToFileURL(path.join(project.folder, "generated/sample/index.ts")).href;
  // what is generated is what the description says, which the compiler cannot know here
  const client = (await import(/* @vite-ignore */ url)) as Client;
  const clock = new PretendClock();
  const service = new Service(
    clock,
    answers.map(
      ([status, body, headers]) =>
        () =>
          new Response(body === undefined ? null : JSON.stringify(body), {
            status,
            headers: { "content-type": "application/json", ...headers },
          }),
    ),
  );
  const sample = client.createSampleClient({ fetch: service.fetch });
  const states: string[] = [];
  const work = (async () => {
    const onUpdate = ({ state }: { readonly state: string }): number => states.push(state);
    // and neither what starts a job, nor with which parameters
    const begin = start as (...given: readonly unknown[]) => Promise<{ result(): Promise<unknown> }>;
    const job = await begin(sample, client[starter], params, { clock, onUpdate });
    return job.result();
  })();
  const settled = work.then(
    (result) => ({ result }),
    (error: unknown) => ({ result: error }),
  );
  await clock.pass(600_000);
  return { ...(await settled), log: service.log.map((line) => line.replace(/^\S+ /, "")), states };
}

export type Answer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>];

interface Client {
  readonly createSampleClient: (options: { fetch: unknown }) => object;
  readonly [name: string]: unknown;
}
