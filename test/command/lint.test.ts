import { expect, test } from "vitest";
import { configuration, givenProject, specification } from "../build/project.ts";
import { called } from "./given.ts";

const two = {
  "redocly.yaml": `${configuration("alpha", "beta")}rules: { info-license: warn }\n`,
  "alpha.yaml": specification("getAlpha"),
  "beta.yaml": specification("getBeta").replace("type: string", "type: strng"),
};

test("openapi-jobs lint shows all faults on standard output, and writes nothing", async () => {
  const project = givenProject(two);
  const { code, out, err } = await called("lint", project);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out.match(/^\S+ {2}\w+/gm)).toEqual([
    "alpha.yaml:2:1  warning",
    "beta.yaml:2:1  warning",
    "beta.yaml:8:93  error",
  ]);
  expect(out.endsWith("\n\n2 APIs: 1 error, at beta.yaml:8:93; 2 warnings.\n")).toBe(true);
  expect(project.generated()).toEqual({});
});

test("openapi-jobs lint is content with warnings", async () => {
  const { code, out } = await called("lint alpha", givenProject(two));
  expect(code).toBe(0);
  expect(out.endsWith("1 API: 1 warning.\n")).toBe(true);
});

test("openapi-jobs lint is as strict as `redocly.yaml`, where generating is content", async () => {
  const project = givenProject(two);
  expect((await called("lint beta", project)).code).toBe(1);
  expect((await called("generate beta", project)).code).toBe(0);
});

test("openapi-jobs lint finds what only the reading of the document finds", async () => {
  const project = givenProject({
    "redocly.yaml": configuration("alpha"),
    "alpha.yaml": specification("getAlpha").replace(
      "responses:",
      "parameters: [{ name: sid, in: cookie, schema: {} }]\n      responses:",
    ),
  });
  const generated = await called("generate", project);
  const { code, out } = await called("lint", project);
  expect(code).toBe(generated.code);
  expect(out.split("\n")[0]).toMatch(
    /^alpha\.yaml:8:20 {2}warning {2}The parameter sid in cookie is left out/,
  );
  expect(generated.err.split("\n")[0]).toBe(out.split("\n")[0]);
});

test("openapi-jobs lint says how to look for jobs where none is declared", async () => {
  const job = "x-polling: { job: work, status: $response.body, succeeded: [done] }";
  const project = givenProject({
    "redocly.yaml": `${configuration("alpha", "beta")}rules: { info-license: off, jobs/starter: off }\n`,
    "alpha.yaml": specification("getAlpha").replace("operationId", `${job}\n      operationId`),
    "beta.yaml": specification("getBeta"),
  });
  expect(await called("lint", project)).toEqual({
    code: 0,
    out: "2 APIs: no problems.\n",
    err: "\nNo job is declared in beta.yaml. To look for some: npx openapi-jobs suggest beta.yaml\n",
  });
  expect((await called("lint alpha", project)).err).toBe("");
  expect((await called("lint --json", project)).err).toBe("");
});

test("openapi-jobs lint reports as JSON", async () => {
  const { out } = await called("lint --json alpha", givenProject(two));
  expect(JSON.parse(out)).toMatchObject({
    command: "lint",
    ok: true,
    apis: [{ name: "alpha", state: "built" }],
    files: [],
    problems: [{ severity: "warning", code: "info-license", file: "alpha.yaml" }],
  });
});
