import fc from "fast-check";
import { schemas } from "./schemas.ts";

const components = ["A", "B", "C"];

/** Documents of one path, whose answers and requests are of the same schema. */
export const documents: fc.Arbitrary<Things> = fc
  .tuple(
    schemas({ here: components, inside: components }),
    ...components.map((_, index) => schemas({ here: components.slice(index + 1), inside: components })),
  )
  .map(([thing = {}, ...found]) => {
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } };
    const responses = { "200": { description: "Things", content } };
    return {
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      paths: {
        "/things": {
          get: { operationId: "getThings", responses },
          post: {
            operationId: "addThing",
            requestBody: { required: true, content },
            responses: { "204": { description: "Added" } },
          },
        },
      },
      components: {
        schemas: {
          Thing: thing,
          ...Object.fromEntries(components.map((name, index) => [name, found[index]])),
        },
      },
    };
  });

export interface Things {
  readonly components: { readonly schemas: object };
}

/** As JSON Schema would say it: what is only for the other direction is not required, and not allowed if there is a word for it. */
export function without(name: "made" | "secret", node: unknown, instead?: false): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node))
    return node.filter((each) => each !== name).map((each) => without(name, each, instead));
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [
      key,
      key === name && instead !== undefined ? instead : without(name, each, instead),
    ]),
  );
}
