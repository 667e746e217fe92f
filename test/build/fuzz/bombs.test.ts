import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { configuration, givenProject, specification } from "../project.ts";

/** Ten of the one before in each of ten, which is more than any memory holds. */
function aliases(one: (items: string) => string): string {
  const lines = Array.from({ length: 10 }, (_, level) => {
    const items =
      level === 0
        ? "x"
        : Array(10)
            .fill(`*a${level - 1}`)
            .join(", ");
    return `x-a${level}: &a${level} ${one(items)}\n`;
  });
  return lines.join("");
}

const schema = (text: string): string => specification("getThings").replace("{ type: string }", text);
const schemas = (text: string): string => `components: { schemas: { ${text} } }\n`;
const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join(", ");

/** Documents that would hang or fell a careless reader, and the one code that each gives; none where all is well. */
const bombs: readonly (readonly [what: string, document: string, code?: string])[] = [
  ["aliases of aliases in a list", aliases((items) => `[${items}]`) + specification("a"), "alias-bomb"],
  [
    "aliases of aliases in schemas",
    specification("a") + aliases((items) => `{ allOf: [${items}] }`) + schemas("A: *a9"),
    "alias-bomb",
  ],
  ["a schema inside itself by an alias", specification("a") + schemas("A: &a { not: *a }"), "alias-circle"],
  ["an extension inside itself by an alias", `${specification("a")}x-a: &a [*a]\n`, "alias-circle"],
  [
    "ten thousand brackets",
    `${specification("a")}x-deep: ${"[".repeat(1e4)}${"]".repeat(1e4)}\n`,
    "not-yaml",
  ],
  ["the same in JSON", `{"openapi":"3.1.0","x":${"[".repeat(1e4)}${"]".repeat(1e4)}}`, "not-yaml"],
  [
    "eighty schemas inside each other",
    specification("a") + schemas(`A: ${"{ items: ".repeat(80)}{}${" }".repeat(80)}`),
  ],
  [
    "two schemas that are only each other",
    schema("{ $ref: '#/components/schemas/A' }") +
      schemas("A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }"),
    "circular-ref",
  ],
  ["a path that is itself", specification("a", "  /x: { $ref: '#/paths/~1x' }"), "circular-ref"],
  [
    "a schema that is itself by way of its file",
    specification("a") + schemas("A: { $ref: 'alpha.yaml#/components/schemas/A' }"),
    "circular-ref",
  ],
  [
    "a schema that is a part of itself in every way",
    schema("{ $ref: '#/components/schemas/A' }") +
      schemas(
        "A: { allOf: [{ $ref: '#/components/schemas/A' }], anyOf: [{ $ref: '#/components/schemas/A' }], properties: { a: { $ref: '#/components/schemas/A' } } }",
      ),
  ],
  [
    "a list of itself",
    schema("{ $ref: '#/components/schemas/A' }") +
      schemas("A: { type: array, items: { $ref: '#/components/schemas/A' } }"),
  ],
  ["ten thousand values in an enum", schema(`{ enum: [${many(10_000, (index) => `v${index}`)}] }`)],
  [
    "a chain of a hundred references",
    schema("{ $ref: '#/components/schemas/A0' }") +
      schemas(
        `${many(100, (index) => `A${index}: { $ref: '#/components/schemas/A${index + 1}' }`)}, A100: {}`,
      ),
  ],
  [
    "a reference that is no text",
    specification(
      "a",
      "  /x: { post: { operationId: x, requestBody: { $ref: [] }, responses: { '204': { description: x } } } }",
    ),
  ],
  [
    "a schema that is none, of a header that looks like an extension",
    specification("a").replace(
      "description: ok",
      "description: ok, headers: { x-a: { schema: { $ref: [] } } }",
    ),
  ],
  ["a byte order mark", `\uFEFF${specification("a")}`],
  ["a NUL", `${specification("a")}x-a: "\u0000"\n`, "not-yaml"],
  ["nothing", "", "not-openapi-3"],
  ["a number", "42", "not-openapi-3"],
  ["a list", "[]", "not-openapi-3"],
  ["a version that is no text", "openapi: { toString: {} }\n", "not-openapi-3"],
  ["two documents", "openapi: 3.1.0\n---\nopenapi: 3.1.0\n", "not-yaml"],
];

describe("a document that would hang or fell its reader gives a client or one clear problem", {
  timeout: 60_000,
}, () => {
  test.each(bombs)("%s", async (_, document = "", code) => {
    const project = givenProject({ "redocly.yaml": configuration("alpha"), "alpha.yaml": document });
    const { report } = await project.build();
    const errors = report.problems.filter(({ severity }) => severity === "error");
    expect(errors.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
    expect(Object.keys(project.generated())).toHaveLength(code === undefined ? 3 : 0);
  });
});

describe("a specification reads files of its project only", () => {
  const secret = "the secret of this machine";

  test.each([
    ["as a schema", "{ $ref: '../secret.yaml' }"],
    ["by its whole path", "{ $ref: 'SECRET' }"],
    ["as a description", "{ type: string, description: { $ref: '../secret.yaml' } }"],
    ["by way of a link", "{ $ref: 'link.yaml' }"],
    ["by way of a linked folder", "{ $ref: 'folder/secret.yaml' }"],
    ["as an example", "{ type: string, examples: [{ $ref: '../secret.yaml' }] }"],
  ])("%s", async (_, text) => {
    const project = givenProject({
      "secret.yaml": `description: ${secret}\n`,
      "api/redocly.yaml": configuration("alpha"),
    });
    fs.symlinkSync(`${project.folder}/secret.yaml`, `${project.folder}/api/link.yaml`);
    fs.symlinkSync(project.folder, `${project.folder}/api/folder`);
    project.write({ "api/alpha.yaml": schema(text.replace("SECRET", `${project.folder}/secret.yaml`)) });
    const { report, errors } = await project.build({ configuration: `${project.folder}/api/redocly.yaml` });
    expect(errors + JSON.stringify([report, project.generated()])).not.toContain(secret);
    if (text.includes("examples")) return;
    expect(report.problems.map(({ code }) => code)).toContain("ref-outside");
  });

  test("but whoever writes the configuration may name any", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getThings"),
      "api/redocly.yaml": "apis: { alpha: { root: ../alpha.yaml, overlays: [../ours.yaml] } }\n",
      "ours.yaml":
        "overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nactions: [{ target: $.info, update: { title: Ours } }]\n",
    });
    const { errors } = await project.build({ configuration: `${project.folder}/api/redocly.yaml` });
    expect(errors).toBe("");
  });
});
