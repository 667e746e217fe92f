import { describe, expect, test } from "vitest";
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
  expect(
    out.endsWith(
      "\n\nTo read more: https://redocly.com/docs/cli/rules (info-license, struct)\n2 APIs: 1 error, at beta.yaml:8:93; 2 warnings.\n",
    ),
  ).toBe(true);
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

describe("openapi-jobs lint, of a document without operationIds,", () => {
  const paths = Array.from(
    { length: 12 },
    (_, index) => `  /alpha/${index}:\n    get:\n      responses: { '204': { description: ok } }\n`,
  );
  const text = specification("getAlpha").replace(
    /paths:\n[\s\S]*/,
    `paths:\n${paths.join("")}security: []\n`,
  );
  const given = (rules: string): ReturnType<typeof givenProject> =>
    givenProject({
      "redocly.yaml": `${configuration("alpha")}rules: { info-license: off${rules} }\n`,
      "alpha.yaml": text,
    });

  test("says what generate says, as a warning that is counted", async () => {
    const project = given("");
    const { code, out } = await called("lint", project);
    expect(code).toBe(0);
    expect(out.match(/^alpha.*|^\d.*|^To.*/gm)).toEqual([
      "alpha.yaml:6:5  warning  GET /alpha/0 has no operationId; it is exported as getAlpha0.  (bad-operation-id)",
      "alpha.yaml:9:5  warning  GET /alpha/1 has no operationId; it is exported as getAlpha1.  (bad-operation-id)",
      "alpha.yaml:12:5  warning  GET /alpha/2 has no operationId; it is exported as getAlpha2.  (bad-operation-id)",
      "9 more warnings  (bad-operation-id): --all shows them",
      "To read more: node_modules/openapi-jobs/docs/problems/bad-operation-id.md",
      "1 API: 12 warnings.",
    ]);
    const { err } = await called("generate", project);
    expect(out.startsWith(err.slice(0, err.indexOf("9 more")))).toBe(true);
    expect((await called("lint --all", project)).out.match(/\(bad-operation-id\)/g)).toHaveLength(12);
  });

  test("counts errors, too, where redocly.yaml wants them to be some", async () => {
    const project = given(", operation-operationId: error");
    const { code, out } = await called("lint", project);
    expect(code).toBe(1);
    expect(out.match(/^alpha.*|^\d.*|^To.*/gm)).toEqual([
      "alpha.yaml:6:5  error  Operation object should contain `operationId` field.  (operation-operationId)",
      "alpha.yaml:9:5  error  Operation object should contain `operationId` field.  (operation-operationId)",
      "alpha.yaml:12:5  error  Operation object should contain `operationId` field.  (operation-operationId)",
      "9 more errors  (operation-operationId): --all shows them",
      "To read more: https://redocly.com/docs/cli/rules (operation-operationId)",
      "1 API: 12 errors, the first at alpha.yaml:6:5.",
    ]);
    expect((await called("lint --all", project)).out.match(/^alpha.* error /gm)).toHaveLength(12);
    expect((await called("generate", project)).code).toBe(0);
  });
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
