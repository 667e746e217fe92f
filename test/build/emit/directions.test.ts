import { describe, expect, test } from "vitest";
import { filesOf, lines } from "../given.ts";

/** The declarations of schemas and of what is sent, without comments. */
function schemasOf(schemas: string, body: string): string {
  const { types } = filesOf(`
paths:
  /things:
    post:
      operationId: act
      requestBody: { required: true, content: { application/json: { schema: ${body} } } }
      responses: { '204': {} }
components:
  schemas: ${schemas}
`);
  const text = types.replace(/^ *\/\*\*[\s\S]*?\*\/\n/gm, "");
  const [, members = ""] = /\n {4}schemas: \{\n([\s\S]*?)\n {4}\};/.exec(text) ?? [];
  const [, named = ""] = /^ {4}pathItems: never;\n}\n([\s\S]*?)^export type \$defs/m.exec(text) ?? [];
  const [, sent = ""] = /requestBody: \{[\s\S]*?"application\/json": ([\s\S]*?);\n {12}\};/.exec(text) ?? [];
  // that a schema with a name has it in its place, too, goes without saying
  const unnamed = members.replace(/^ {8}(\w+): \1;\n?/gm, "").replace(/^ {8}/gm, "");
  return [unnamed, named, `sent: ${sent.replace(/^ {8}/gm, "")};`]
    .map((part) => part.trimEnd())
    .filter(Boolean)
    .join("\n");
}

const thing = "$ref: '#/components/schemas/Thing'";

describe("a request has no properties that are readOnly", () => {
  test("nor copies of schemas without any", () => {
    expect(
      schemasOf("{ Thing: { type: object, properties: { name: { type: string } } } }", `{ ${thing} }`),
    ).toBe(
      lines(`
        export type Thing = {
            name?: string;
        };
        sent: Thing;
      `),
    );
  });

  test("the copy of a schema that refers to itself refers to itself, and leaves names that are taken", () => {
    const schemas = `
    Thing: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, next: { ${thing} } } }
    ThingWritable: { type: boolean }`;
    expect(schemasOf(schemas, `{ ${thing} }`)).toBe(
      lines(`
        ThingWritable: boolean;
        export type Thing = {
            readonly id: string;
            next?: Thing;
        };
        export type ThingWritable_ = {
            next?: ThingWritable_;
        };
        sent: ThingWritable_;
      `),
    );
  });

  test("children of a parent with a discriminator keep the values that tell them apart", () => {
    const schemas = `
    Thing: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
    Cup:
      allOf: [{ ${thing} }, { type: object, properties: { id: { type: string, readOnly: true }, volume: { type: number } } }]`;
    expect(schemasOf(schemas, "{ $ref: '#/components/schemas/Cup' }")).toBe(
      lines(`
        export type Thing = {
            kind: string;
        };
        export type Cup = {
            kind: "Cup";
        } & (Omit<Thing, "kind"> & {
            readonly id?: string;
            volume?: number;
        });
        export type CupWritable = Omit<ThingWritable, "kind"> & {
            volume?: number;
        } & {
            kind: "Cup";
        };
        export type ThingWritable = {
            kind: string;
        };
        sent: CupWritable;
      `),
    );
  });

  test("a schema in the place itself, in lists, maps and choices", () => {
    const own =
      "{ type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }";
    const body = `{ oneOf: [{ type: array, items: ${own} }, { type: object, additionalProperties: ${own} }] }`;
    expect(schemasOf("{ Thing: { type: string } }", body)).toBe(
      lines(`
        Thing: string;
        sent: {
                    name?: string;
                }[] | {
                    [key: string]: {
                        name?: string;
                    };
                };
      `),
    );
  });
});
