import { describe, expect, test } from "vitest";
import { configuration, givenProject } from "../project.ts";
import { runtime, typeErrors } from "../type-check.ts";

describe("a specification with faults that the output is not wrong by", () => {
  test("is generated, and the faults are warnings, whatever `redocly.yaml` makes of them", async () => {
    const project = givenProject({
      "redocly.yaml": `extends: [recommended-strict]\n${configuration("alpha")}`,
      "alpha.yaml": `openapi: 3.1.0
info: { titel: Old, contact: nobody }
servers: []
paths:
  /a:
    get:
      operationId: twice
      summary: null
      responses:
        '200':
          content:
            application/json:
              schema: { type: strng, example: 7, nullable: true, required: yes, properties: { a: null } }
  /b:
    get:
      operationId: twice
      parameters: [{ name: x }, { in: query }, nothing]
      responses: { '200': { description: ok, links: { next: { operationId: nowhere } } } }
`,
    });
    const { report } = await project.build();
    expect([...new Set(report.problems.map(({ severity }) => severity))]).toEqual(["warning"]);
    const codes = new Set<string>(report.problems.map(({ code }) => code));
    expect(codes).toContain("struct");
    expect(codes).toContain("unknown-operation");
    expect(codes).toContain("name-taken");
    expect(report.ok).toBe(true);
    expect(project.read("generated/alpha/types.ts")).toContain("a?: unknown;");
    const client = project.read("generated/alpha/index.ts");
    expect(client).toContain("export const twice: ");
    expect(client).toContain("export const twice2: ");
  });

  test.each([
    ["in one file", "schema: { type: integer }"],
    ["in several", "schema: { $ref: 'size.yaml' }"],
  ])("may have forgotten schemas and answers that it refers to, %s", async (_, size) => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /things:
    get:
      operationId: getThing
      parameters: [{ name: size, in: query, ${size} }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
        '403': { $ref: '#/components/responses/Forbidden' }
components:
  responses: { NotFound: { description: no } }
  schemas:
    Thing:
      type: object
      properties: { price: { $ref: '#/components/schemas/Price' }, kind: { $ref: '#/components/schemas/Kind' } }
    Kind:
      oneOf: [{ $ref: '#/components/schemas/Toy' }, { $ref: '#/components/schemas/Book' }]
      discriminator: { propertyName: is, mapping: { toy: '#/components/schemas/Toy', gift: '#/components/schemas/Gift' } }
    Toy: { type: object, required: [is], properties: { is: { type: string } } }
`,
      "size.yaml": "{ type: integer }\n",
    });
    const { report } = await project.build({ runtime });
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    const lost = report.problems.filter(({ message }) => message.includes("leads nowhere"));
    expect(lost.map(({ severity, message }) => `${severity}: ${message}`).sort()).toEqual([
      "warning: `#/components/responses/Forbidden` leads nowhere: there is no `Forbidden`. The answer is left out.",
      "warning: `#/components/schemas/Book` leads nowhere: there is no `Book`. Anything is taken for one.",
      "warning: `#/components/schemas/Gift` leads nowhere: there is no `Gift`. This value tells of no schema.",
      "warning: `#/components/schemas/Price` leads nowhere: there is no `Price`. Anything is taken for one.",
    ]);
    expect(types).toContain("price?: unknown;");
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("may have forgotten all answers, what a name stands for, and may refer to anything", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.0.3
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      parameters: [{ name: size, in: query, schema: { type: integer } }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kind' } } } }
        '403': { $ref: '#/components/responses/403' }
  /books:
    get:
      operationId: getBooks
      parameters: [{ $ref: '#/paths/~1toys/get/parameters/0' }]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Books' } } } } }
components:
  schemas:
    Kind:
      oneOf: [{ $ref: '#/components/schemas/Toy' }]
      discriminator: { propertyName: is, mapping: { toy: Toy } }
    Toy: { type: object, required: [is], properties: { is: { type: string } } }
    Books: { $ref: '#/components/schemas/Record%3Cstring%3E' }
`,
    });
    const { report } = await project.build({ runtime });
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    const lost = report.problems.filter(({ code }) => code === "no-unresolved-refs");
    expect(lost.map(({ severity, message }) => `${severity}: ${message}`).sort()).toEqual([
      "warning: `#/components/responses/403` leads nowhere: there is no `responses`. The answer is left out.",
      "warning: `#/components/schemas/Record%3Cstring%3E` leads nowhere: there is no `Record<string>`. Anything is taken for one.",
      "warning: `#/components/schemas/Record%3Cstring%3E` leads nowhere: there is no `Record<string>`. Anything is taken for one.",
    ]);
    expect(types).toContain('is: "toy";');
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("may refer from definitions that stand in a schema as if they stood at its root, and by kinds to files that it was made of", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /speech:
    get:
      operationId: getSpeech
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [event]
                properties: { event: { $ref: '#/$defs/Event' } }
                $defs:
                  Event:
                    oneOf: [{ $ref: '#/$defs/Start' }, { $ref: '#/$defs/End' }]
                    discriminator: { propertyName: is, mapping: { start: '#/$defs/Start', end: '#/$defs/End' } }
                  Start: { type: object, required: [is], properties: { is: { type: string }, at: { type: number } } }
                  End: { type: object, required: [is], properties: { is: { type: string }, size: { type: number } } }
  /records:
    get:
      operationId: getRecord
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties: { kind: { type: string, enum: [A, TXT] } }
                discriminator: { propertyName: kind, mapping: { A: models/records.yml#/a, TXT: models/records.yml#/txt } }
`,
    });
    const { report } = await project.build({ runtime });
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    const said = report.problems.map(({ severity, line, message }) => `${line} ${severity}: ${message}`);
    const around =
      "leads nowhere: there is no `$defs` at the root of the document. The one in the schema around it is taken.";
    const file = "There is no file models/records.yml. This value tells of no schema.";
    expect(said.filter((each) => /leads nowhere|no file/.test(each)).sort()).toEqual([
      `16 warning: \`#/$defs/Event\` ${around}`,
      `19 warning: \`#/$defs/End\` ${around}`,
      `19 warning: \`#/$defs/Start\` ${around}`,
      `20 warning: \`#/$defs/End\` ${around}`,
      `20 warning: \`#/$defs/Start\` ${around}`,
      `34 warning: ${file}`,
      `34 warning: ${file}`,
    ]);
    const user = `import type { paths } from "./types.ts";
type Speech = paths["/speech"]["get"]["responses"]["200"]["content"]["application/json"];
export function sizeOf({ event }: Speech): number | undefined {
  return event.is === "end" ? event.size : event.at;
}`;
    const files = { "a/index.ts": client ?? "", "a/types.ts": types ?? "", "a/user.ts": user };
    expect(typeErrors(files)).toEqual([]);
    expect(types).toContain('kind?: "A" | "TXT";');
  });

  test("may refer without the first slash, and to texts that are not there", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1', description: { $ref: texts/shop.md } }
servers: [{ url: https://api.example }]
tags: [{ name: toys, description: { $ref: texts/toys.md } }]
paths:
  /toys:
    get:
      operationId: getToy
      description: { $ref: texts/toy.md }
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#components/schemas/Toy' } } }
components:
  schemas:
    Toy: { type: object, required: [size], properties: { size: { type: number } } }
`,
    });
    const { report } = await project.build({ runtime });
    const said = report.problems.map(({ severity, line, message }) => `${line} ${severity}: ${message}`);
    expect(said.filter((each) => /leads nowhere|no file/.test(each)).sort()).toEqual([
      "13 warning: `#components/schemas/Toy` leads nowhere: what leads into the document begins with `#/`. It is taken as if it did.",
      "2 warning: There is no file texts/shop.md.",
      "4 warning: There is no file texts/toys.md.",
      "9 warning: There is no file texts/toy.md.",
    ]);
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
    expect(types).toContain("size: number;");
  });

  test("may close brackets, braces and quotation marks too far to the left", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      description: 'The toys that
        are left.

'
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: string
                enum: [
                  ball, # comes back
                  kite
                ]
                example: {
                  "a": 1
                }
security: []
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual([...["11:1", "22:17", "25:17"].map((place) => `${place} warning outdented`)]);
    expect(project.read("generated/alpha/types.ts")).toContain('"ball" | "kite"');
    expect(project.read("generated/alpha/index.ts")).toContain("The toys that are left.");
  });

  test("may go on with a quoted text, or with what is in brackets, too far to the left", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      summary: "All toys,
      the broken ones
\t\t\t   'and' those
    that are lost."
      description: 'The toys that
      are left.'
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                type: string
                enum: [
                ball, kite,
              doll]
security: []
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual([...["9:7", "11:5", "13:7", "22:17"].map((place) => `${place} warning outdented`)]);
    expect(project.read("generated/alpha/types.ts")).toContain('"ball" | "kite" | "doll"');
    const client = project.read("generated/alpha/index.ts");
    expect(client).toContain("All toys, the broken ones 'and' those that are lost.");
    expect(client).toContain("The toys that are left.");
  });

  test("but not leave a quotation mark out, which is told of where the text begins to go astray", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Toys, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /toys:
    get:
      operationId: getToys
      summary: "All toys.
      description: "Those that are left."
      responses: { '200': { description: "ok" } }
`,
    });
    const { report } = await project.build();
    expect(
      report.problems.map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`),
    ).toEqual(["9:7 error not-yaml"]);
  });

  test("may have schemas that consist of themselves", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.0.3
info: { title: Exports, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /exports:
    post:
      operationId: export
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Export' } } } }
      responses: { '204': { description: ok } }
components:
  schemas:
    Export:
      properties: { name: { type: string } }
      oneOf: [{ $ref: '#/components/schemas/View' }, { $ref: '#/components/schemas/List' }]
    View: { allOf: [{ $ref: '#/components/schemas/Export' }, { type: object, properties: { view: { type: string } } }] }
    List:
      allOf:
        - $ref: '#/components/schemas/Export'
        - { type: object, required: [list], properties: { list: { type: string }, next: { $ref: '#/components/schemas/List' } } }
    Either: { anyOf: [{ $ref: '#/components/schemas/Either' }, { type: string }] }
    Empty: { oneOf: [{ $ref: '#/components/schemas/OnlyOne' }] }
    OnlyOne: { allOf: [{ $ref: '#/components/schemas/Empty' }, { type: object, properties: { one: { type: number } } }] }
    Round: { allOf: [{ $ref: '#/components/schemas/Trip' }] }
    Trip: { allOf: [{ $ref: '#/components/schemas/Round' }, { type: object, properties: { km: { type: number } } }] }
`,
    });
    const { report } = await project.build({ runtime });
    expect(report.ok).toBe(true);
    const [client, types] = ["index", "types"].map((name) => project.read(`generated/alpha/${name}.ts`));
    expect(types).toMatch(/type View = \{\s+name\?: string;\s+\} & \{\s+view\?: string;\s+\};/);
    expect(types).toContain("Either: string;");
    expect(types).toMatch(/type OnlyOne = \{\s+one\?: number;\s+\};/);
    expect(typeErrors({ "a/index.ts": client ?? "", "a/types.ts": types ?? "" })).toEqual([]);
  });

  test("is refused while nobody knows which of two operations a link means", async () => {
    const project = givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Twice, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /a:
    get:
      operationId: twice
      x-polling: { job: job, status: $response.body, succeeded: [done] }
      responses: { '200': { description: a, content: { application/json: { schema: { enum: [done] } } } } }
  /b: { get: { operationId: twice, responses: { '204': { description: b } } } }
  /c: { post: { operationId: start, responses: { '202': { description: c, links: { a: { operationId: twice } } } } } }
security: []
`,
    });
    const { report } = await project.build();
    expect(report.problems.map(({ severity, code, line }) => `${line} ${severity} ${code}`)).toEqual([
      "10 error operation-id-twice",
    ]);
  });
});

test("an extension of somebody else may have the name of one of ours", async () => {
  const project = givenProject({
    "redocly.yaml": configuration("alpha"),
    "alpha.yaml": `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /a:
    x-errors: [{ message: There is no such product. }]
    get:
      operationId: getA
      responses: { '204': { description: a, x-rate-limit: { window: minute } } }
x-errors: { invalid-product: { description: There is no such product. } }
security: []
`,
  });
  const { report } = await project.build();
  expect(report.problems.map(({ severity, code, line }) => `${line} ${severity} ${code}`)).toEqual([
    "10 warning foreign-extension",
  ]);
});
