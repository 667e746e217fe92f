import { expect, test } from "vitest";
import type { Auth } from "../../../src/index.ts";
import { fetchClient } from "../../../src/index.ts";
import { createClient, inQuery } from "../../../src/runtime/index.ts";
import { given } from "../given.ts";
import { json } from "../service.ts";

const params = { path: { id: "p-1" } };

test("an openapi-fetch client sends what the client would: its address, headers and token, by its fetch", async () => {
  const { client, service } = given([json({ state: "queued" })], { headers: { "x-office": "north" } });
  const { data, error, response } = await fetchClient(client).GET("/prints/{id}", { params });
  expect([data, error, response.status]).toEqual([{ state: "queued" }, undefined, 200]);
  expect(service.sent).toEqual([
    {
      at: 0,
      method: "GET",
      url: "https://attic.printer.test/v1/prints/p-1",
      headers: { authorization: "Bearer secret-1", "x-office": "north" },
    },
  ]);
});

test("it signs as the client does, or puts the token into the query", async () => {
  const sent: string[] = [];
  const send = async (auth: Auth): Promise<void> => {
    const fetch = async (request: Request): Promise<Response> => {
      const { method, url, headers } = request;
      sent.push(`${method} ${url} ${headers.get("x-signature")} ${await request.text()}`);
      return Response.json({});
    };
    const api = { name: "shelf", server: "https://shelf.test", token: inQuery("key") };
    const client = createClient<"shelf", { "/a": { post: { responses: { 200: unknown } } } }>(
      { auth, fetch },
      api,
    );
    await fetchClient(client).POST("/a", { body: { page: 1 } as never });
  };
  await send("s 1");
  await send({
    sign: (request) => {
      request.headers.set("x-signature", "abc");
      return request;
    },
  });
  expect(sent).toEqual([
    'POST https://shelf.test/a?key=s%201 null {"page":1}',
    'POST https://shelf.test/a abc {"page":1}',
  ]);
});

test("it takes middleware", async () => {
  const { client, service } = given([json({})]);
  const printer = fetchClient(client);
  printer.use({ onRequest: ({ request }) => void request.headers.set("x-trace", "7") });
  await printer.GET("/prints/{id}", { params });
  expect(service.sent[0]?.headers).toMatchObject({ "x-trace": "7" });
});

test("it writes queries and bodies as it is told", async () => {
  const { client, service } = given([json({})]);
  const printer = fetchClient(client, { querySerializer: () => "all" });
  await printer.GET("/prints/{id}", { params });
  expect(service.log).toEqual(["0 GET /v1/prints/p-1?all"]);
});

test("it follows no redirect, so the token goes nowhere else", async () => {
  const redirects: string[] = [];
  const { client } = given([
    (request) => {
      redirects.push(request.redirect);
      return new Response(null, { status: 307, headers: { location: "https://evil.test" } });
    },
  ]);
  const printer = fetchClient(client);
  const { response } = await printer.GET("/prints/{id}", { params });
  await printer.GET("/prints/{id}", { params, redirect: "follow" });
  printer.use({ onRequest: ({ request: { url, headers } }) => new Request(url, { headers }) });
  await printer.GET("/prints/{id}", { params });
  expect([redirects, response.status]).toEqual([["manual", "manual", "manual"], 307]);
});
