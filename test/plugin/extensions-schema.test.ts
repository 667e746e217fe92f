import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import schema from "../../scripts/plugin/extensions.schema.json" with { type: "json" };
import {
  errorKeys,
  errorsKeys,
  pollingKeys,
  progressKeys,
  rateLimitKeys,
} from "../../scripts/vocabulary/keys.ts";
import { edited, tasks } from "./tasks.ts";

const { polling, errors, rateLimit } = schema.$defs;
const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);

describe("the JSON Schema of the extensions, for editors", () => {
  it.each([
    ["x-polling", polling.properties, pollingKeys],
    ["error of x-polling", polling.properties.error.properties, errorKeys],
    ["progress of x-polling", polling.properties.progress.anyOf[1]?.properties, progressKeys],
    ["x-errors", errors.properties, errorsKeys],
    ["x-rate-limit", rateLimit.properties, rateLimitKeys],
  ] as const)("has the keys of %s that the rules have, and no others", (_, properties, keys) => {
    expect(Object.keys(properties ?? {}).filter((key) => key !== "$ref")).toEqual(keys);
  });

  it("explains every key", () => {
    const explained = [polling, errors, rateLimit].flatMap(({ properties: { $ref: _, ...properties } }) =>
      Object.values(properties).map(({ description }) => description),
    );
    expect(explained.every((description) => description.endsWith("."))).toBe(true);
  });

  it("accepts a description that uses everything rightly", () => {
    expect(validate(parse(tasks["tasks.yaml"] ?? ""))).toBe(true);
  });

  it.each([
    ["an unknown key", { "minInterval: 2s": "intervall: 2s" }],
    ["a list that is none", { "failed: [failed]": "failed: failed" }],
    ["a duration without a unit", { "delay: 1s": "delay: 1" }],
    [
      "the request for the answer",
      { "requestId: $response.header.X-Request-Id": "requestId: $request.header.X-Request-Id" },
    ],
    ["a limit without a period", { "- { requests: 5, per: 1s }": "- { requests: 5 }" }],
  ])("refuses %s", (_, edits) => {
    expect(validate(parse(edited(edits)["tasks.yaml"] ?? ""))).toBe(false);
  });
});
