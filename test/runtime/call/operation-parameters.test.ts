import { describe, expect, test } from "vitest";
import type { Operation } from "../../../src/runtime/index.ts";
import { jsonParameters, operation, urlencoded } from "../../../src/runtime/index.ts";
import { given } from "../given.ts";
import type { PrinterClient } from "../printer.ts";
import { deletePrint, getPrint, listPrints, logIn, startPrint } from "../printer.ts";
import { empty, json } from "../service.ts";

const base = "https://attic.printer.test/v1";

test("parameters stand side by side, and each goes where the specification wants it, in its order", async () => {
  const { client, service } = given([json([])]);
  await listPrints(client, { tray: "2 & 3", pages: [1, 2], "x-language": "de" });
  expect(service.sent).toEqual([
    {
      at: 0,
      method: "GET",
      url: `${base}/prints?tray=2%20%26%203&pages=1&pages=2&view=short`,
      headers: { authorization: "Bearer secret-1", "x-language": "de" },
    },
  ]);
});

test("an operation without required parameters is called with the client alone, and sends its constants", async () => {
  const { client, service } = given([json([])]);
  await listPrints(client);
  expect(service.log).toEqual(["0 GET /v1/prints?view=short"]);
});

test("the body stands under body, and goes out as JSON", async () => {
  const { client, service } = given([json({ id: "p-1" }, 202)]);
  await startPrint(client, { body: { document: "Zürich", copies: 2 } });
  expect(service.sent).toEqual([
    {
      at: 0,
      method: "POST",
      url: `${base}/prints`,
      headers: { authorization: "Bearer secret-1", "content-type": "application/json" },
      body: '{"document":"Zürich","copies":2}',
    },
  ]);
});

test("or as the type that the specification names; an open operation sends no token", async () => {
  const { client, service } = given([json({ token: "t" })]);
  await logIn(client, { body: { user: "ann", password: "p&q" } });
  expect(service.sent).toEqual([
    {
      at: 0,
      method: "POST",
      url: `${base}/log-in`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "user=ann&password=p%26q",
    },
  ]);
});

test("a parameter that is undefined is left out", async () => {
  const { client, service } = given([json([])]);
  // as JavaScript may call it
  await listPrints(client, { tray: undefined } as object);
  expect(service.log).toEqual(["0 GET /v1/prints?view=short"]);
});

describe("an id stays one segment of the path", () => {
  test.each([
    ["p-1", "p-1"],
    ["a/b", "a%2Fb"],
    ["../admin", "..%2Fadmin"],
    ["..\\admin", "..%5Cadmin"],
    ["...", "..."],
    ["%2e%2e", "%252e%252e"],
    ["a?b=c", "a%3Fb%3Dc"],
    ["a#b", "a%23b"],
    ["计划", "%E8%AE%A1%E5%88%92"],
    ["{id}", "%7Bid%7D"],
    ["$&", "%24%26"],
    ["a b+c", "a%20b%2Bc"],
    ["a\tb\n", "a%09b%0A"],
    ["https://evil.test/", "https%3A%2F%2Fevil.test%2F"],
  ])("%j", async (id, segment) => {
    const { client, service } = given([empty(204)]);
    await deletePrint(client, { id });
    expect(service.log).toEqual([`0 DELETE /v1/prints/${segment}`]);
  });

  test.each([
    [""],
    ["  "],
    ["."],
    [".."],
    [null],
    [undefined],
    [[]],
    [[".."]],
    [{}],
    [{ a: null }],
    [{ "../../all": 1 }],
  ])("%j is refused before anything is sent", async (id) => {
    const { client, service } = given([]);
    // as JavaScript may call it
    const call = getPrint(client, { id } as unknown as { id: string });
    await expect(call).rejects.toThrow(
      new TypeError(`getPrint: the parameter id must be a name or id, not ${JSON.stringify(id)}.`),
    );
    expect(service.sent).toEqual([]);
  });
});

test("a number that JSON could not hold is refused, for it may be the id of something else", async () => {
  const { client, service } = given([]);
  // as it comes from `{"id":9007199254740993}`
  const { id } = JSON.parse('{"id":9007199254740993}');
  await expect(getPrint(client, { id })).rejects.toThrow(
    new TypeError("getPrint: the parameter id, 9007199254740992, is too large to be exact. Give it as text."),
  );
  expect(service.sent).toEqual([]);
});

test("so is one in a list", async () => {
  const { client, service } = given([]);
  const { pages } = JSON.parse('{"pages":[1,-9007199254740993]}');
  await expect(listPrints(client, { pages })).rejects.toThrow(
    new TypeError(
      "listPrints: the parameter pages, 1,-9007199254740992, is too large to be exact. Give it as text.",
    ),
  );
  expect(service.sent).toEqual([]);
});

test("a parameter that is missing is named", async () => {
  const { client } = given([]);
  // @ts-expect-error the path has an id
  await expect(getPrint(client, {})).rejects.toThrow(
    new TypeError("getPrint: the parameter id must be a name or id, not undefined."),
  );
  // @ts-expect-error parameters cannot be left out when one is required
  await expect(getPrint(client)).rejects.toThrow(TypeError);
});

test("a parameter that the operation does not have is named", async () => {
  const { client, service } = given([]);
  // @ts-expect-error there is no such parameter
  await expect(getPrint(client, { id: "p-1", tray: "2" })).rejects.toThrow(
    new TypeError("getPrint has no parameter tray, only {id}."),
  );
  expect(service.sent).toEqual([]);
});

test("several parameters in one segment are filled in, each by its name", async () => {
  const { client, service } = given([json({})]);
  const get: Operation<PrinterClient, { from: number; to: number }, object> = operation(
    "getPages",
    "GET",
    "/pages/{from}-{to}.json",
    "from=path&to=path",
  );
  await get(client, { from: 0, to: 9 });
  expect(service.log).toEqual(["0 GET /v1/pages/0-9.json"]);
});

describe("a parameter in a path or in a header that is declared as JSON", () => {
  const get: Operation<PrinterClient, Record<string, unknown>, object> = operation(
    "getPages",
    "GET",
    "/pages/{sizes}",
    "sizes=path&X-Meta=header&X-Tags=header&X-Plain=header",
    { written: jsonParameters("sizes", "X-Meta", "X-Tags") },
  );

  test("is sent so, with what no header can have escaped, and others as ever", async () => {
    const { client, service } = given([json({})]);
    const meta = { name: "Zürich 计划 😀\n", "a b": [1, null] };
    await get(client, {
      sizes: { "a/b": ["ü"] },
      "X-Meta": meta,
      "X-Tags": ["a", "b"],
      "X-Plain": ["a", "b"],
    });
    const [sent] = service.sent;
    expect(sent?.url).toBe(`${base}/pages/${encodeURIComponent('{"a/b":["\\u00fc"]}')}`);
    expect(sent?.headers).toEqual({
      authorization: "Bearer secret-1",
      "x-meta": '{"name":"Z\\u00fcrich \\u8ba1\\u5212 \\ud83d\\ude00\\n","a b":[1,null]}',
      "x-plain": "a, b",
      "x-tags": '["a","b"]',
    });
    expect(JSON.parse(sent?.headers["x-meta"] ?? "")).toEqual(meta);
  });

  test("is left out when it is not given, and refused where a path needs it", async () => {
    const { client, service } = given([json({})]);
    await get(client, { sizes: 7, "X-Meta": undefined, "X-Tags": null });
    expect(service.sent).toEqual([
      { at: 0, method: "GET", url: `${base}/pages/7`, headers: { authorization: "Bearer secret-1" } },
    ]);
    const refusal = new TypeError("getPages: the parameter sizes must be a name or id, not undefined.");
    await expect(get(client, {})).rejects.toThrow(refusal);
  });
});

test("a parameter may have a name that stands for something where parameters are listed", async () => {
  const { client, service } = given([json({})]);
  const get: Operation<PrinterClient, Record<string, string>, object> = operation(
    "getPages",
    "GET",
    "/pages/{a; b}",
    "a%3B%20b=path&c%2C%20d=query&100%25=query&e%3A%20f=query&g%20h=header",
    { querySerializer: urlencoded() },
  );
  await get(client, { "a; b": "1", "c, d": "2", "100%": "3", "e: f": "4" });
  expect(service.log).toEqual(["0 GET /v1/pages/1?c%2C%20d=2&100%25=3&e%3A%20f=4"]);
});

test("a parameter that is called like what every object has is sent when it is given, and only then", async () => {
  const { client, service } = given([json([]), json([])]);
  const list: Operation<PrinterClient, Record<string, string>, object> = operation(
    "listCars",
    "GET",
    "/cars",
    "constructor=query&toString=query",
  );
  await list(client, {});
  await list(client, { constructor: "lotus" });
  expect(service.log).toEqual(["0 GET /v1/cars", "0 GET /v1/cars?constructor=lotus"]);
});

test("what is no client of this package is refused in words", async () => {
  // @ts-expect-error a client has operations of its own to call
  await expect(getPrint({}, { id: "p-1" })).rejects.toThrow(
    new TypeError("The first argument must be a client from create…Client."),
  );
});
