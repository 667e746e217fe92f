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

/** What the mock answers where this schema is asked for. */
async function answer(schema: object, schemas: object = {}): Promise<unknown> {
  const content = { "application/json": { schema } };
  const mock = createMock({
    openapi: "3.1.0",
    paths: { "/thing": { get: { responses: { "200": { content } } } } },
    components: { schemas },
  });
  return (await mock.fetch("https://any.test/thing")).json();
}

test("however often a schema is a part of others, each reference to it is followed once", async () => {
  let followed = 0;
  const schemas = groups(() => followed++);
  expect(await answer({ $ref: "#/components/schemas/Groups" }, schemas)).toEqual({});
  expect(followed).toBe(3 * kinds.length);
});

test("a part is not judged again in each whole that it comes into", async () => {
  let looks = 0;
  const innermost = {
    type: "integer",
    get maximum() {
      looks++;
      return 10;
    },
  };
  const within = (depth: number, inner: object): object =>
    depth === 0 ? inner : within(depth - 1, { type: "object", properties: { in: inner } });
  const deep = (depth: number): Promise<unknown> => answer(within(depth, innermost));
  await deep(5);
  const ofFive = looks;
  looks = 0;
  await deep(20);
  expect(looks).toBe(ofFive);
});
