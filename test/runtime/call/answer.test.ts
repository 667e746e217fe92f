import { describe, expect, test } from "vitest";
import { excerpt, receive } from "../../../src/runtime/call/answer.ts";

describe("receive", () => {
  test.each([
    ["JSON", '{"id":"p-1"}', { body: { id: "p-1" } }],
    ["JSON that is no object", "[1,2]", { body: [1, 2] }],
    ["null", "null", { body: null }],
    ["JSON behind a byte order mark", '\ufeff{"id":1}', { body: { id: 1 } }],
    ["nothing", "", { body: undefined }],
    ["blanks", " \r\n", { body: undefined }],
    ["a page", "<html>Sorry</html>", { body: "<html>Sorry</html>", unparsed: true }],
    ["JSON that is cut off", '{"id":"p-', { body: '{"id":"p-', unparsed: true }],
  ])("reads %s whatever the answer calls it", async (_, text, expected) => {
    const headers = { "content-type": "application/octet-stream" };
    expect(await receive(new Response(text, { status: 202, headers }))).toEqual({
      status: 202,
      headers: new Headers(headers),
      ...expected,
    });
  });

  test("an answer without a body is an empty one", async () => {
    expect(await receive(new Response(null, { status: 204 }))).toEqual({
      status: 204,
      headers: new Headers(),
      body: undefined,
    });
  });
});

describe("receive, of a refused answer,", () => {
  test.each([
    ["JSON", '{"code":7}', { body: { code: 7 } }],
    ["JSON that is only text", '"sorry"', { body: "sorry" }],
    ["a page", "<html>Sorry</html>", { body: "<html>Sorry</html>", unparsed: true }],
    ["nothing", "", { body: undefined }],
    ["no body at all", null, { body: undefined }],
  ])("reads %s, and no file", async (_, text, expected) => {
    const response = new Response(text, { status: 400, headers: { "content-type": "a/b" } });
    const read = () => "a file";
    expect(await receive(response, read)).toEqual({ status: 400, headers: response.headers, ...expected });
  });
});

describe("excerpt", () => {
  const shown = (body: unknown, type?: string): string =>
    excerpt({ status: 200, headers: new Headers(type === undefined ? {} : { "content-type": type }), body });

  test("shows the type of a body and how it begins, on one line", () => {
    expect(shown("<html>\n  <h1>Bad\tGateway</h1>", "text/html")).toBe(
      "text/html: <html> <h1>Bad Gateway</h1>",
    );
    expect(shown({ error: "x".repeat(100) }, "application/json")).toBe(
      `application/json: {"error":"${"x".repeat(70)}…`,
    );
    expect(shown(0)).toBe("no content type: 0");
  });

  test("says that there is none", () => {
    expect(shown(undefined, "application/json")).toBe("an empty body");
  });
});
