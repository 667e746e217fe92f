import { describe, expect, test } from "vitest";
import { filesOf, lines } from "../given.ts";

/** The declarations of schemas, without what each has in common. */
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
  const [, found = ""] = /\n {4}schemas: \{\n([\s\S]*?)\n {4}\};/.exec(types) ?? [];
  const [, sent = ""] = /requestBody: \{[\s\S]*?"application\/json": ([\s\S]*?);\n {12}\};/.exec(types) ?? [];
  return lines(
    `\n${found.replace(/\n *(\/\*\*|\*).*/g, "").replace(/^ *(\/\*\*|\*).*\n/gm, "")}\n        sent: ${sent};`,
  );
}

const thing = "$ref: '#/components/schemas/Thing'";

describe("a request has no properties that are readOnly", () => {
  test("nor copies of schemas without any", () => {
    expect(
      schemasOf("{ Thing: { type: object, properties: { name: { type: string } } } }", `{ ${thing} }`),
    ).toBe(
      lines(`
        Thing: {
            name?: string;
        };
        sent: components["schemas"]["Thing"];
      `),
    );
  });

  test("the copy of a schema that refers to itself refers to itself, and leaves names that are taken", () => {
    const schemas = `
    Thing: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, next: { ${thing} } } }
    ThingWritable: { type: boolean }`;
    expect(schemasOf(schemas, `{ ${thing} }`)).toBe(
      lines(`
        Thing: {
            readonly id: string;
            next?: components["schemas"]["Thing"];
        };
        ThingWritable: boolean;
        ThingWritable_: {
            next?: components["schemas"]["ThingWritable_"];
        };
        sent: components["schemas"]["ThingWritable_"];
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
        Thing: {
            kind: string;
        };
        Cup: {
            kind: "Cup";
        } & (Omit<components["schemas"]["Thing"], "kind"> & {
            readonly id?: string;
            volume?: number;
        });
        CupWritable: Omit<components["schemas"]["ThingWritable"], "kind"> & {
            volume?: number;
        } & {
            kind: "Cup";
        };
        ThingWritable: {
            kind: string;
        };
        sent: components["schemas"]["CupWritable"];
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
