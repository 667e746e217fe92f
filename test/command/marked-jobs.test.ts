import { expect, test } from "vitest";
import { givenProject } from "../build/project.ts";
import { called } from "./given.ts";

const answer =
  "{ '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string }, state: { type: string, enum: [running, done] } } } } } } }";

const starts: Readonly<Record<string, string>> = { box: "startBox", copy: "startCopy" };

/** Things that are made at a path and asked for by their id. */
function things(name: string): string {
  return `
  /${name}s:
    post: { operationId: ${starts[name]}, responses: ${answer} }
  /${name}s/{id}:
    get:
      operationId: get${name}
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: ${answer}`;
}

/** What declares them as a job, below a comment. */
function declared(name: string, comment: string): string {
  return `
  - target: $.paths['/${name}s/{id}'].get
    update:${comment}
      x-polling:
        job: ${name}Job
        status: $response.body#/state
        pending: [running]
        succeeded: [done]
  - target: $.paths['/${name}s'].post.responses['200']
    update: { links: { state: { operationId: get${name}, parameters: { id: $response.body#/id } } } }`;
}

test("the first program begins with a job that suggest was sure of, as long as nobody has taken the mark of another away", async () => {
  const startedWith = async (comment: string): Promise<string | undefined> => {
    const project = givenProject({
      "openapi.yaml": `openapi: 3.1.0\ninfo: { title: Things, version: '1' }\nservers: [{ url: https://things.example }]\npaths:${things("box")}${things("copy")}\n`,
      "jobs.overlay.yaml": `overlay: 1.0.0\ninfo: { title: Jobs, version: '1' }\nactions:${declared("box", comment)}${declared("copy", "")}\n`,
      "redocly.yaml": "apis:\n  things:\n    root: openapi.yaml\n    overlays: [jobs.overlay.yaml]\n",
    });
    await called("generate --program index.ts", project);
    return /await start\(\w+, (\w+)/.exec(project.read("index.ts"))?.[1];
  };
  const mark = "\n      # check: whether this is a job at all: a box stays";
  expect(await startedWith(mark)).toBe("startCopy");
  expect(await startedWith(mark.replaceAll("\n", "\r\n"))).toBe("startCopy");
  expect(await startedWith("\n      # check: what a box is")).toBe("startCopy");
  expect(await startedWith("\n      # a box is a box")).toBe("startBox");
});
