import { expect, test } from "vitest";
import { createMock } from "../../scripts/mock/index.ts";

const kinds = Array.from({ length: 30 }, (_, index) => `Kind${index}`);

/** A reference that tells when somebody follows it. */
function reference(name: string, onRead: () => void): object {
  return {
    get $ref() {
      onRead();
      return `#/components/schemas/${name}`;
    },
  };
}

/** A map of what may be any of thirty, each of which holds such a map again. What fits one fits all: so none may be there. */
function groups(onFollow: () => void): object {
  const kind = (name: string): object => ({
    allOf: [
      reference("Base", onFollow),
      {
        type: "object",
        properties: { [`${name}-count`]: { type: "integer" }, groups: reference("Groups", onFollow) },
      },
    ],
  });
  return {
    Base: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
    Groups: {
      type: "object",
      additionalProperties: { oneOf: kinds.map((name) => reference(name, onFollow)) },
    },
    ...Object.fromEntries(kinds.map((name) => [name, kind(name)])),
  };
}

test("however often a schema is a part of others, each reference to it is followed once", async () => {
  let followed = 0;
  const schemas = groups(() => followed++);
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Groups" } } };
  const mock = createMock({
    openapi: "3.1.0",
    paths: { "/groups": { get: { responses: { "200": { content } } } } },
    components: { schemas },
  });
  const response = await mock.fetch("https://any.test/groups");
  expect(await response.json()).toEqual({});
  expect(followed).toBe(3 * kinds.length);
});
