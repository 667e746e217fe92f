import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../scripts/vocabulary/expression.ts";
import { parseExpression, printExpression } from "../../scripts/vocabulary/expression.ts";

describe("a runtime expression", () => {
  it.each<[text: string, expression: Expression]>([
    ["$statusCode", { kind: "statusCode" }],
    ["$errorCode", { kind: "errorCode" }],
    ["$response.body", { kind: "response.body", pointer: [] }],
    ["$response.body#", { kind: "response.body", pointer: [] }],
    ["$response.body#/data/id", { kind: "response.body", pointer: ["data", "id"] }],
    ["$response.body#/a~1b/t~0e//0", { kind: "response.body", pointer: ["a/b", "t~e", "", "0"] }],
    ["$response.body#/100%25", { kind: "response.body", pointer: ["100%25"] }],
    ["$response.header.Location", { kind: "response.header", name: "Location" }],
    ["$request.body#/token", { kind: "request.body", pointer: ["token"] }],
    ["$request.path.project_id", { kind: "request.path", name: "project_id" }],
    ["$request.query.page.size", { kind: "request.query", name: "page.size" }],
    ["$request.header.X-Language", { kind: "request.header", name: "X-Language" }],
  ])("%s is read", (text, expression) => {
    expect(parseExpression(text)).toEqual(expression);
  });

  it.each([
    "",
    "status",
    "$",
    "$url",
    "$method",
    "$response",
    "$response.status",
    "$response.path.id",
    "$response.header.",
    "$response.body.id",
    "$response.body#id",
    "$response.body#/a~b",
    "{$response.body#/id}",
    "task-{$response.body#/id}",
    " $statusCode",
  ])("%j is none", (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });

  it("is printed as it was read", () => {
    const pointer = fc.array(fc.string());
    const expression: fc.Arbitrary<Expression> = fc.oneof(
      fc.constant<Expression>({ kind: "statusCode" }),
      fc.record({ kind: fc.constantFrom("response.body", "request.body"), pointer }),
      fc.record({
        kind: fc.constantFrom("response.header", "request.header", "request.path", "request.query"),
        name: fc.string({ minLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(expression, (each) => {
        expect(parseExpression(printExpression(each))).toEqual(each);
      }),
    );
  });
});
