import { describe, expect, test } from "vitest";
import { called } from "../../command/given.ts";
import { givenProject } from "../project.ts";

const prints = `openapi: 3.1.0
info: { title: Prints, version: '1', license: { name: MIT, identifier: MIT } }
servers: [{ url: https://api.example }]
security: []
paths:
  /prints:
    post:
      operationId: begin
      summary: Begins a print.
      responses:
        '202':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/Begun' } } }
          links: { status: { operationId: look, parameters: { id: $response.body#/id } } }
        '400': { $ref: '#/components/responses/Bad' }
  /prints/{id}:
    get:
      operationId: look
      summary: Tells of a print.
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      x-polling: { job: print, status: $response.body#/status, pending: [waiting], succeeded: [done] }
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Print' } } } }
        '400': { $ref: '#/components/responses/Bad' }
components:
  responses:
    Bad: { description: no, content: { application/json: { schema: { $ref: '#/components/schemas/Fault' } } } }
  schemas:
    Begun: { type: object, properties: { id: { type: string } } }
    Fault: { type: object, properties: { message: { type: string } } }
    Print: { type: object, properties: { status: { enum: [waiting, done] } } }
`;
const until = (end: string): string => prints.slice(0, prints.indexOf(end));

/** A project whose client was generated from the whole document, and which has another one since. */
async function nowWith(
  document: string,
  { overlay = "", rules = "" } = {},
): Promise<ReturnType<typeof givenProject>> {
  const project = givenProject({
    "package.json": "{}",
    "redocly.yaml": "apis: { prints: { root: prints.yaml } }\n",
    "prints.yaml": prints,
  });
  expect((await called("generate", project)).code).toBe(0);
  const overlays = overlay === "" ? "" : ", overlays: [prints.overlay.yaml]";
  project.write({
    "redocly.yaml": `apis: { prints: { root: prints.yaml${overlays} } }\nrules: { ${rules} }\n`,
    "prints.yaml": document,
    "prints.overlay.yaml": `overlay: 1.0.0\ninfo: { title: More, version: '1' }\nactions:\n${overlay}`,
  });
  return project;
}

/** The heads of the problems that a command tells of. */
function heads(text: string): readonly string[] {
  return text.match(/^prints.*? {2}(?:error|warning) {2}.*/gm) ?? [];
}

describe("of a document that ends before what its jobs are read from", { timeout: 30_000 }, () => {
  const lost = [
    "prints.yaml:23:74  error  `#/components/schemas/Print` leads nowhere, and `print` reads `$response.body#/status` from there.  (job-without-schema)",
  ];

  test("no client is written, and the reference is told of once", async () => {
    const project = await nowWith(until("    Print: {"));
    const before = project.generated();
    const { code, out, err } = await called("generate", project);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(heads(err)).toEqual(lost);
    expect(project.generated()).toEqual(before);
    const linted = await called("lint", project);
    expect(linted.code).toBe(1);
    expect(heads(linted.out)).toEqual(lost);
  });

  test("so it is where an overlay is laid over it, at the place in the document", async () => {
    const overlay = "  - { target: $.info, update: { description: About prints. } }\n";
    const project = await nowWith(until("    Print: {"), { overlay });
    const { code, err } = await called("generate", project);
    expect(code).toBe(1);
    expect(heads(err)).toEqual(lost);
    expect(heads((await called("lint", project)).out)).toEqual(lost);
  });

  test("a client is written where an overlay has the schema", async () => {
    const overlay =
      "  - target: $.components.schemas\n    update: { Print: { type: object, properties: { status: { enum: [waiting, done] } } } }\n";
    const project = await nowWith(until("    Print: {"), { overlay });
    const { code, err } = await called("generate", project);
    expect({ code, problems: heads(err) }).toEqual({ code: 0, problems: [] });
  });

  test("a client is written where anything is to be taken for it", async () => {
    const project = await nowWith(until("    Print: {"), { rules: "jobs/references: off" });
    const { code, err } = await called("generate", project);
    expect(code).toBe(0);
    expect(heads(err)).toEqual([
      "prints.yaml:23:74  warning  `#/components/schemas/Print` leads nowhere: there is no `Print`. Anything is taken for one.  (no-unresolved-refs)",
    ]);
  });

  test("a schema that no job is read from may be missing", async () => {
    const project = await nowWith(prints.replace("    Fault: {", "    Toner: {"));
    const { code, err } = await called("generate", project);
    expect(code).toBe(0);
    expect(heads(err)).toEqual([
      "prints.yaml:27:68  warning  `#/components/schemas/Fault` leads nowhere: there is no `Fault`. Anything is taken for one.  (no-unresolved-refs)",
    ]);
  });

  test("a slip in the reference is told as one", async () => {
    const { err } = await called(
      "generate",
      await nowWith(prints.replace("schemas/Print'", "schemas/Prnt'")),
    );
    expect(heads(err)).toEqual([
      "prints.yaml:23:74  error  `#/components/schemas/Prnt` leads nowhere: there is no `Prnt`.  (no-unresolved-refs)",
    ]);
    expect(err).toContain("Did you mean #/components/schemas/Print?");
  });

  test("a reference without its first slash leads there all the same", async () => {
    const project = await nowWith(
      prints.replace("'#/components/schemas/Print'", "'#components/schemas/Print'"),
    );
    const { code, err } = await called("generate", project);
    expect(code).toBe(0);
    expect(heads(err)).toEqual([
      "prints.yaml:23:74  warning  `#components/schemas/Print` leads nowhere: what leads into the document begins with `#/`. It is taken as if it did.  (no-unresolved-refs)",
    ]);
  });
});

describe("of a document that refers to schemas and has none", { timeout: 30_000 }, () => {
  const said = (count: number): string =>
    `prints.yaml  error  The document refers to ${count} schemas and has none of them, for there is no \`components.schemas\`. It seems to be cut off, or to be a part of another one.  (cut-off)`;

  test.each([
    ["before its schemas", "  schemas:\n", 3],
    ["before all of its components", "components:\n", 2],
  ])("that is said once, where it ends %s", async (_, end, count) => {
    const overlay = "  - { target: $.info, update: { description: About prints. } }\n";
    for (const laid of [{}, { overlay }]) {
      const project = await nowWith(until(end), laid);
      const before = project.generated();
      const { code, out, err } = await called("generate", project);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(heads(err)).toEqual([said(count)]);
      expect(project.generated()).toEqual(before);
      expect(heads((await called("lint", project)).out)).toEqual([said(count)]);
    }
  });

  test("an overlay may say that there are none, and then each was forgotten", async () => {
    const overlay = "  - { target: $, update: { components: { schemas: {} } } }\n";
    const project = await nowWith(until("  schemas:\n").replace("x-polling", "x-other"), { overlay });
    const { code, err } = await called("generate", project);
    expect(code).toBe(0);
    expect(heads(err).map((head) => head.replace(/^.*?(\w+)` leads nowhere: .*?\. /, "$1: "))).toEqual([
      "Begun: Anything is taken for one.  (no-unresolved-refs)",
      "Fault: Anything is taken for one.  (no-unresolved-refs)",
      "Print: Anything is taken for one.  (no-unresolved-refs)",
    ]);
  });

  test("one that is alone was forgotten", async () => {
    const one = until("  schemas:\n")
      .replace("x-polling", "x-other")
      .replaceAll(/schemas\/(Begun|Print)/g, "schemas/Fault");
    expect((await called("generate", await nowWith(one))).code).toBe(0);
  });

  test("a slip in the name of the list is told of at the references", async () => {
    const { err } = await called("generate", await nowWith(prints.replace("  schemas:", "  schema:")));
    expect(err).toContain("Did you mean #/components/schema/Print?");
    expect(err).not.toContain("cut-off");
  });
});
