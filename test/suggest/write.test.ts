import { describe, expect, test } from "vitest";
import { givenProject } from "../build/project.ts";
import { called } from "../command/given.ts";
import { json, object, stages, text } from "./given.ts";

/** A document with a job, and one without. */
const lab = documentOf("Film Lab API v2", {
  "/prints": { post: { responses: { 202: json(object({ id: text })) } } },
  "/prints/{id}": {
    parameters: [{ name: "id", in: "path", required: true, schema: text }],
    get: { responses: { 200: json(object({ id: text, status: stages })) } },
  },
});
const jobless = documentOf("Shelf", { "/films": { get: { responses: { 200: json(text) } } } });

function documentOf(title: string, paths: unknown): string {
  const servers = [{ url: "https://lab.example" }];
  return JSON.stringify({ openapi: "3.1.0", info: { title, version: "1" }, servers, paths }, null, 2);
}

describe("openapi-jobs suggest --write", () => {
  test("writes the overlay and a redocly.yaml that generate takes as they are", async () => {
    const project = givenProject({ "package.json": "{}", "openapi.json": lab });
    const { code, out, err } = await called("suggest openapi.json --write", project);
    expect([code, out]).toEqual([0, ""]);
    expect(err.slice(err.indexOf("\nWrote"))).toBe(
      "\nWrote openapi.overlay.yaml and redocly.yaml. Look through openapi.overlay.yaml. To go on: npx openapi-jobs generate --program index.mts\n",
    );
    // the file is called as most are, so the title names the API
    expect(project.read("redocly.yaml")).toBe(`apis:
  film-lab:
    root: openapi.json
    overlays:
      - openapi.overlay.yaml
`);
    const generated = await called("generate --program index.ts", project);
    expect(generated.code).toBe(0);
    expect(project.read("index.ts")).toContain("const job = await start(filmLab, postPrints);\n");
  });

  test("names another file for the first program where there is an index.ts", async () => {
    const project = givenProject({ "package.json": "{}", "index.ts": "", "openapi.json": lab });
    const { err } = await called("suggest openapi.json --write", project);
    expect(err).toMatch(/ To go on: npx openapi-jobs generate --program film-lab\.mts\n$/);
  });

  test.each([
    ["apis/lab.openapi.json", "apis/lab.openapi.json", "apis/lab.overlay.yaml"],
    ["@lab.json", '"@lab.json"', '"@lab.overlay.yaml"'],
  ])("writes the overlay beside %s, and in quotes what is odd in a path", async (file, root, overlay) => {
    const project = givenProject({ "package.json": "{}" });
    project.write({ [file]: lab });
    await called(`suggest ${file} --write`, project);
    expect(project.read("redocly.yaml")).toBe(`apis:
  lab:
    root: ${root}
    overlays:
      - ${overlay}
`);
    expect((await called("generate", project)).code).toBe(0);
  });

  test("leaves a redocly.yaml as it is, and shows what to add", async () => {
    const mine = "apis: { other: { root: other.json } }\n";
    const project = givenProject({ "lab.json": lab, "redocly.yaml": mine, "other.json": jobless });
    const { code, err } = await called("suggest lab.json --write --out jobs.yaml", project);
    expect(code).toBe(0);
    expect(
      err.slice(err.indexOf("\nLook")),
    ).toBe(`\nLook through jobs.yaml, then add it to redocly.yaml, which is there already and was left as it is:

apis:
  lab:
    root: lab.json
    overlays:
      - jobs.yaml
`);
    expect(project.read("redocly.yaml")).toBe(mine);
    expect(project.read("jobs.yaml")).toContain("x-polling");
  });

  test("writes nothing where the overlay is there already", async () => {
    const project = givenProject({ "lab.json": lab, "lab.overlay.yaml": "mine" });
    expect(await called("suggest lab.json --write", project)).toEqual({
      code: 2,
      out: "",
      err: "lab.overlay.yaml is there already, perhaps with changes of yours; name another file: --out FILE.\nSee: openapi-jobs suggest --help\n",
    });
    expect(project.read("lab.overlay.yaml")).toBe("mine");
    expect(() => project.read("redocly.yaml")).toThrow("ENOENT");
  });

  test("writes redocly.yaml alone, or says what to add to it, where no job was found", async () => {
    const project = givenProject({ "package.json": "{}", "shelf.json": jobless });
    const { code, err } = await called("suggest shelf.json --write", project);
    expect([code, err]).toEqual([
      0,
      "0 of 1 operations tell the status of a job.\nNothing was written to shelf.overlay.yaml.\n\nWrote redocly.yaml. To go on: npx openapi-jobs generate --program index.mts\n",
    ]);
    expect(project.read("redocly.yaml")).toBe("apis:\n  shelf:\n    root: shelf.json\n");
    expect((await called("suggest shelf.json --write", project)).err).not.toContain("redocly.yaml");
    project.write({ "more.json": jobless });
    expect((await called("suggest more.json --write", project)).err).toMatch(
      /\n\nTo generate a client, add the document to redocly\.yaml, which is there already and was left as it is:\n\napis:\n {2}more:\n {4}root: more\.json\n$/,
    );
  });

  test("lists in --json what was written", async () => {
    const written = async (call: string): Promise<unknown> =>
      JSON.parse((await called(call, givenProject({ "lab.json": lab }))).out).written;
    expect(await written("suggest lab.json --json")).toEqual([]);
    expect(await written("suggest lab.json --json --write")).toEqual(["lab.overlay.yaml", "redocly.yaml"]);
    expect(await written("suggest lab.json --json --write --out second.yaml")).toEqual([
      "second.yaml",
      "redocly.yaml",
    ]);
  });

  test.each([
    ["lab.json", "Film Lab", "lab"],
    ["openapi.json", "Film Lab", "film-lab"],
    ["swagger.json", "The Film Lab's REST API (v3)", "the-film-labs"],
    ["api.json", "API", "api"],
    ["swagger.json", "All that one can do with films", "swagger"],
    ["openapi.json", "", "my-api"],
  ])("calls the API in %s, titled %j, %s", async (file, title, name) => {
    const project = givenProject({ [file]: documentOf(title, { "/films": { get: {} } }) });
    await called(`suggest ${file} --write`, project);
    expect(project.read("redocly.yaml")).toBe(`apis:\n  ${name}:\n    root: ${file}\n`);
  });
});
