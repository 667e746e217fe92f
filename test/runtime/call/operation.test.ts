import { describe, expect, test } from "vitest";
import { ApiError } from "../../../src/runtime/call/api-error.ts";
import { given } from "../given.ts";
import { createPrinterClient, deletePrint, fetchPrint, getPrint, listPrints } from "../printer.ts";
import type { Reply } from "../service.ts";
import { deaf, empty, hung, json, reset, slow, slowBody, text } from "../service.ts";

const print = { id: "p-1" };

describe("an operation gives the body of an accepted answer", () => {
  test("parsed from JSON, whatever type the answer claims", async () => {
    const { client } = given([text('{"state":"done"}')]);
    expect(await getPrint(client, print)).toEqual({ state: "done" });
  });

  test("null where the service says null", async () => {
    const { client } = given([json(null)]);
    expect(await getPrint(client, print)).toBe(null);
  });

  test("nothing, where the specification wants nothing", async () => {
    const { client } = given([empty(204), empty(200, { "content-length": "0" }), text(" ")]);
    for (let call = 0; call < 3; call++) expect(await deletePrint(client, print)).toBe(undefined);
  });

  test("as a stream, where the specification wants a file; it is read by the caller", async () => {
    const pdf = text("%PDF", 200, {
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="plan.pdf"',
    });
    const { client, service } = given([pdf]);
    const { body, ...facts } = await fetchPrint(client, { file: "f-1", paper: "A4" });
    expect(facts).toEqual({ name: "plan.pdf", type: "application/pdf" });
    expect(await new Response(body).text()).toBe("%PDF");
    expect(service.log).toEqual(["0 GET /v1/files/f-1?paper=A4"]);
  });

  test("a file may be JSON with a code inside: files are not looked into", async () => {
    const { client } = given([json({ code: "E7" })]);
    const { body } = await fetchPrint(client, { file: "f-1", paper: "A4" });
    expect(await new Response(body).json()).toEqual({ code: "E7" });
  });

  test("an empty file is a file", async () => {
    const { client } = given([empty(200, { "content-length": "0" })]);
    const { body } = await fetchPrint(client, { file: "f-1", paper: "A4" });
    expect(await new Response(body).text()).toBe("");
  });
});

describe("an operation throws an ApiError", () => {
  test.each<[string, Reply, string]>([
    ["a refusal", json({ code: "E7", message: "No such tray." }, 400), "HTTP 400, code E7: No such tray."],
    [
      "a refusal in a 200",
      json({ code: "E7", message: "No such tray." }),
      "HTTP 200, code E7: No such tray.",
    ],
    ["a refusal without a body", empty(403), "HTTP 403: answered with an empty body"],
    ["one of length 0", empty(500, { "content-length": "0" }), "HTTP 500: answered with an empty body"],
    [
      "a gateway's page",
      text("<h1>Bad Gateway</h1>", 502),
      "HTTP 502: answered with text/html: <h1>Bad Gateway</h1>",
    ],
    [
      "a redirect",
      empty(302, { location: "https://evil.test" }),
      "HTTP 302: a redirect, which is not followed",
    ],
    [
      "a page for an answer",
      text("<h1>Log in</h1>"),
      "HTTP 200: expected JSON, got text/html: <h1>Log in</h1>",
    ],
    ["an answer cut off", text('{"state":"do'), 'HTTP 200: expected JSON, got text/html: {"state":"do'],
    ["no answer in an answer", empty(200), "HTTP 200: expected JSON, got an empty body"],
  ])("on %s", async (_, reply, message) => {
    const { client, service } = given([reply]);
    const error = await getPrint(client, print).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toHaveProperty("message", `getPrint: ${message}`);
    expect(service.log).toEqual(["0 GET /v1/prints/p-1"]);
  });

  test("also where nothing or a file is expected", async () => {
    const { client } = given([json({ code: "E9", message: "Locked." }, 423)]);
    await expect(deletePrint(client, print)).rejects.toThrow("deletePrint: HTTP 423, code E9: Locked.");
    await expect(fetchPrint(client, { file: "f", paper: "A4" })).rejects.toThrow(
      "fetchPrint: HTTP 423, code E9: Locked.",
    );
  });

  test("with the parsed body, the request id and the wish of the service", async () => {
    const headers = { "x-request-id": "r-1", "retry-after": "3" };
    const { client } = given([json({ code: "E9", detail: [1] }, 429, headers)]);
    await expect(getPrint(client, print)).rejects.toMatchObject({
      operation: "getPrint",
      status: 429,
      code: "E9",
      requestId: "r-1",
      retryAfter: 3000,
      body: { code: "E9", detail: [1] },
    });
  });
});

test("where there is no answer, what fetch throws is thrown", async () => {
  const { client } = given([reset]);
  await expect(getPrint(client, print)).rejects.toThrow(new TypeError("fetch failed"));
});

describe("answer gives the whole answer and throws on no status", () => {
  test.each([
    [json({ state: "done" }, 200, { "x-a": "1" }), { status: 200, body: { state: "done" } }],
    [json({ code: "E7" }, 404), { status: 404, body: { code: "E7" } }],
    [json({ code: "E7" }), { status: 200, body: { code: "E7" } }],
    [text("<h1>Bad Gateway</h1>", 502), { status: 502, body: "<h1>Bad Gateway</h1>" }],
    [empty(302), { status: 302, body: undefined }],
    [text("<h1>Hello</h1>"), { status: 200, body: "<h1>Hello</h1>" }],
  ])("case %#", async (reply, expected) => {
    const { client } = given([reply]);
    const answer = await getPrint.answer(client, print);
    expect(answer).toMatchObject(expected);
    expect(answer.headers).toBeInstanceOf(Headers);
  });

  test("it still throws when there is no answer", async () => {
    const { client } = given([reset]);
    await expect(getPrint.answer(client, print)).rejects.toThrow(new TypeError("fetch failed"));
  });
});

describe("a signal", () => {
  test("that has aborted already sends nothing, and not even asks for a token", async () => {
    let asked = 0;
    const { client, service } = given([json([])], { auth: () => `secret-${asked++}` });
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(listPrints(client, {}, { signal })).rejects.toThrow("enough");
    await expect(getPrint.answer(client, print, { signal })).rejects.toThrow("enough");
    expect([asked, service.sent]).toEqual([0, []]);
  });

  test.each<[string, Reply]>([
    ["waits for its answer", hung],
    ["waits for an answer that will not even notice", deaf],
    ["reads its answer", slowBody],
    ["waits for a slow answer", slow(60_000, json({}))],
  ])("ends a call at once that %s", async (_, reply) => {
    const { client, clock } = given([reply]);
    const controller = new AbortController();
    const call = getPrint(client, print, { signal: controller.signal });
    const ended = expect(call).rejects.toThrow("enough");
    await clock.pass(10);
    controller.abort(new Error("enough"));
    await ended;
  });

  test("ends a call at once that waits for its token, and the call is never sent", async () => {
    let give = (_: string): void => {};
    const token = new Promise<string>((resolve) => {
      give = resolve;
    });
    const { client, service, clock } = given([json({})], { auth: () => token });
    const controller = new AbortController();
    const ended = expect(getPrint(client, print, { signal: controller.signal })).rejects.toThrow("enough");
    await clock.pass(10);
    controller.abort(new Error("enough"));
    await ended;
    give("secret-1");
    await clock.pass(10);
    expect(service.sent).toEqual([]);
  });

  const sign = (request: Request): Request => new Request(request, { headers: { "x-signature": "s" } });
  test.each<[string, Parameters<typeof createPrinterClient>[0]]>([
    ["plain", {}],
    ["with a token", { auth: "secret-1" }],
    ["signed", { auth: { sign } }],
  ])(
    "ends the request itself, be it the caller's own `fetch` that sends it or the global one: %s",
    async (_, options) => {
      const { fetch } = globalThis;
      const reasons: unknown[] = [];
      const heeding = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
        const { signal } = new Request(input, init);
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reasons.push(signal.reason);
            reject(signal.reason);
          });
        });
      };
      globalThis.fetch = heeding;
      try {
        for (const client of [
          createPrinterClient(options),
          createPrinterClient({ ...options, fetch: (request) => heeding(request) }),
        ]) {
          const controller = new AbortController();
          const ended = expect(getPrint(client, print, { signal: controller.signal })).rejects.toBe("enough");
          await new Promise(setImmediate);
          controller.abort("enough");
          await ended;
        }
      } finally {
        globalThis.fetch = fetch;
      }
      expect(reasons).toEqual(["enough", "enough"]);
    },
  );
});
