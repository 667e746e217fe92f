import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, PollingError, poll, start } from "../../../src/index.ts";
import { given } from "../given.ts";
import { createPrinterClient, getPrint, print, startPrint } from "../printer.ts";
import { empty, json } from "../service.ts";

const id = "p-1";

test("a client is one of openapi-fetch too: raw calls carry the token, through the same fetch", async () => {
  const { client, service } = given([json({ state: "queued" })]);
  const { data, error, response } = await client.GET("/prints/{id}", { params: { path: { id } } });
  expect([data, error, response.status]).toEqual([{ state: "queued" }, undefined, 200]);
  expect(service.sent).toEqual([
    {
      at: 0,
      method: "GET",
      url: "https://attic.printer.test/v1/prints/p-1",
      headers: { authorization: "Bearer secret-1" },
    },
  ]);
});

test("middleware sees operations as well as raw calls", async () => {
  const { client, service } = given([json({})]);
  const seen: string[] = [];
  client.use({
    onRequest({ request, schemaPath }) {
      request.headers.set("x-trace", "7");
      seen.push(schemaPath);
    },
  });
  await getPrint(client, { id });
  await client.GET("/prints/{id}", { params: { path: { id } } });
  expect(seen).toEqual(["/prints/{id}", "/prints/{id}"]);
  expect(service.sent.map(({ headers }) => headers["x-trace"])).toEqual(["7", "7"]);
});

test("options of openapi-fetch are passed on", async () => {
  const { client, service } = given([json({})], { headers: { "x-office": "north" } });
  await getPrint(client, { id });
  expect(service.sent[0]?.headers).toEqual({ authorization: "Bearer secret-1", "x-office": "north" });
});

test("the address is the specification's, with its variables, or one of the caller's own", async () => {
  const { client: one, service: first } = given([json({})], { room: "cellar" });
  const { client: other, service: second } = given([json({})], { baseUrl: "http://localhost:8080/proxy/" });
  await getPrint(one, { id });
  await getPrint(other, { id });
  expect(first.sent[0]?.url).toBe("https://cellar.printer.test/v1/prints/p-1");
  expect(second.sent[0]?.url).toBe("http://localhost:8080/proxy/prints/p-1");
});

test("options that cannot be used are refused when the client is made", () => {
  expect(() => createPrinterClient({ room: "a/b" })).toThrow(TypeError);
  expect(() => createPrinterClient({ baseUrl: "attic" })).toThrow(TypeError);
});

test("redirects are not followed, so the token goes nowhere else", async () => {
  const redirects: string[] = [];
  const { client, service } = given([
    (request) => {
      redirects.push(request.redirect);
      return new Response(null, { status: 307, headers: { location: "https://evil.test" } });
    },
  ]);
  await expect(getPrint(client, { id })).rejects.toThrow(
    "getPrint: HTTP 307: a redirect, which is not followed",
  );
  await client.GET("/prints/{id}", { params: { path: { id } } });
  expect(redirects).toEqual(["manual", "manual"]);
  expect(service.log).toHaveLength(2);
});

test("without a fetch of the caller's own, the global one is used, the one of the moment", async () => {
  const client = createPrinterClient();
  const { service } = given([json({ state: "done" })]);
  const original = globalThis.fetch;
  // a test may stand in for the network after the client was made
  globalThis.fetch = service.fetch as typeof fetch;
  try {
    expect(await getPrint(client, { id })).toEqual({ state: "done" });
  } finally {
    globalThis.fetch = original;
  }
  expect(service.sent[0]?.headers).toEqual({});
});

describe("a token never shows", () => {
  const printed = (value: unknown): string =>
    `${inspect(value, { depth: 20, showHidden: true, getters: true })}${JSON.stringify(value)}${String(value)}`;

  test("in a client, however it is printed or copied", () => {
    for (const auth of ["secret-1", { token: () => "secret-1" }]) {
      const { client } = given([], { auth });
      expect(printed(client)).not.toContain("secret-1");
      expect(printed({ ...client })).not.toContain("secret-1");
      expect(Object.getOwnPropertySymbols({ ...client })).toEqual([]);
    }
  });

  test("in a handle, its ref, its updates and its result", async () => {
    const { client, clock, options } = given([json({ id }, 202), json({ state: "done", file: "f-1" })]);
    const task = await start(client, startPrint, { body: { document: "plan" } }, options);
    const result = await clock.until(task.result());
    for (const value of [task, task.ref, task.last, result]) expect(printed(value)).not.toContain("secret-1");
  });

  test("in an error", async () => {
    const { client, options } = given([empty(403)]);
    const refused = await getPrint(client, { id }).catch((error: unknown) => error);
    const unknown = await poll(client, print, { id }, options)
      .result()
      .catch((error: unknown) => error);
    expect([refused, unknown]).toEqual([expect.any(ApiError), expect.any(PollingError)]);
    expect(printed(refused)).not.toContain("secret-1");
    expect(printed(unknown)).not.toContain("secret-1");
  });
});
