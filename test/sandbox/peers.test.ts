import { expect, it } from "vitest";
import { peer } from "../../src/sandbox/peers.ts";

it("says what to install when a library is missing", () => {
  expect(() => peer("@hono/nothing-of-the-kind")).toThrow(
    'The sandbox needs "@hono/nothing-of-the-kind", which is not installed. ' +
      "Install all it stands on: npm install --save-dev hono @hono/node-server ajv ajv-formats",
  );
});
