import { describe, expect, test } from "vitest";
import type { CallDetails } from "../../../src/runtime/call/call.ts";
import type { Client, Operation } from "../../../src/runtime/index.ts";
import {
  createClient,
  downloadUnlessJson,
  form,
  multipart,
  operation,
  plainText,
  raw,
  textUnlessJson,
  urlencoded,
} from "../../../src/runtime/index.ts";

type Anything = Operation<Client<"test", object>, Record<string, unknown>, unknown>;

interface Given extends CallDetails {
  readonly method?: string;
  readonly path?: string;
  readonly params?: string;
}

/** Calls an operation of an API, and gives the request as it would go out. */
async function sent(
  call: Given,
  params: Record<string, unknown>,
  options: { readonly baseUrl?: string } = {},
): Promise<Request> {
  let request: Request | undefined;
  await called(call, params, options, (each) => {
    request = each;
    return Response.json({});
  });
  if (request === undefined) throw new Error("Nothing was sent.");
  return request;
}

async function called(
  call: Given,
  params: Record<string, unknown>,
  options: { readonly baseUrl?: string },
  answer: (request: Request) => Response,
): Promise<unknown> {
  const client = createClient<"test", object>(
    { ...options, fetch: async (request) => answer(request) },
    { name: "test", server: "https://api.test/v1" },
  );
  const { method = "POST", path = "/things", params: places, ...details } = call;
  const act: Anything = operation("act", method, path, places, details);
  return act(client, params);
}

async function whole(
  request: Request,
): Promise<readonly [method: string, url: string, type: string | null, body: string]> {
  return [request.method, request.url, request.headers.get("content-type"), await request.text()];
}

describe("a body goes out", () => {
  test("as JSON", async () => {
    expect(await whole(await sent({}, { body: { a: [1, null] } }))).toEqual([
      "POST",
      "https://api.test/v1/things",
      "application/json",
      '{"a":[1,null]}',
    ]);
  });

  test("as a form: lists are repeated, objects are JSON, and what is absent is left out", async () => {
    const body = { name: "A & B", tags: ["x", "y"], size: { w: 1 }, none: null, not: undefined, yes: true };
    expect(await whole(await sent({ body: form() }, { body }))).toEqual([
      "POST",
      "https://api.test/v1/things",
      "application/x-www-form-urlencoded",
      "name=A%20%26%20B&tags=x&tags=y&size=%7B%22w%22%3A1%7D&yes=true",
    ]);
  });

  test("as a form with fields in fields", async () => {
    const body = { items: [{ price: "p1", quantity: 2 }], meta: { a: { b: "c" } }, tags: ["x", "y"] };
    const writer = form({ items: "deepObject", meta: "deepObject", tags: "comma" });
    const text = await (await sent({ body: writer }, { body })).text();
    expect(text.split("&").map(decodeURIComponent)).toEqual([
      "items[0][price]=p1",
      "items[0][quantity]=2",
      "meta[a][b]=c",
      "tags=x,y",
    ]);
  });

  test("as URLSearchParams that the caller has made", async () => {
    const body = new URLSearchParams([["a", "1 2"]]);
    expect((await whole(await sent({ body: form() }, { body }))).slice(2)).toEqual([
      "application/x-www-form-urlencoded",
      "a=1+2",
    ]);
  });

  test("as multipart: files with their names, lists as parts of one name, objects as JSON", async () => {
    const body = {
      title: "Plan",
      pages: 2,
      meta: { final: true },
      tags: ["x", "y"],
      photo: new File(["PNG"], "plan.png"),
      typed: new File(["GIF"], "plan.gif", { type: "image/gif" }),
      settings: { name: "draft", dpi: 300 },
      note: "urgent",
      none: undefined,
    };
    const types = {
      photo: "image/png",
      typed: "image/png",
      settings: "application/json",
      note: "text/markdown",
    };
    const request = await sent({ body: multipart(types) }, { body });
    expect(request.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
    const parts = [...(await request.formData())].map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
    );
    expect(await Promise.all(parts)).toEqual([
      ["title", "Plan"],
      ["pages", "2"],
      ["meta", '{"final":true}'],
      ["tags", "x"],
      ["tags", "y"],
      ["photo", "plan.png", "image/png", "PNG"],
      ["typed", "plan.gif", "image/gif", "GIF"],
      ["settings", "blob", "application/json", '{"name":"draft","dpi":300}'],
      ["note", "blob", "text/markdown", "urgent"],
    ]);
  });

  test("as FormData that the caller has made", async () => {
    const body = new FormData();
    body.append("a", "1");
    const request = await sent({ body: multipart() }, { body });
    expect([...(await request.formData())]).toEqual([["a", "1"]]);
  });

  test("as text and as bytes, as they are", async () => {
    expect((await whole(await sent({ body: raw("text/csv") }, { body: "a,b\n1,2" }))).slice(2)).toEqual([
      "text/csv",
      "a,b\n1,2",
    ]);
    const bytes = await sent({ body: raw("application/octet-stream") }, { body: new Uint8Array([0, 255]) });
    expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0, 255]);
    expect(bytes.headers.get("content-type")).toBe("application/octet-stream");
    const blob = await sent({ body: raw(null) }, { body: new Blob(["x"], { type: "image/webp" }) });
    expect((await whole(blob)).slice(2)).toEqual(["image/webp", "x"]);
  });

  test("as the media type that the caller chooses, else as the first", async () => {
    const call: Given = {
      params: "contentType=body",
      bodies: { "text/plain": raw("text/plain") },
    };
    expect((await whole(await sent(call, { body: { a: 1 } }))).slice(2)).toEqual([
      "application/json",
      '{"a":1}',
    ]);
    expect((await whole(await sent(call, { body: "a", contentType: "text/plain" }))).slice(1)).toEqual([
      "https://api.test/v1/things",
      "text/plain",
      "a",
    ]);
  });

  test("not at all, and then it has no type", async () => {
    expect((await whole(await sent({ body: form() }, {}))).slice(2)).toEqual([null, ""]);
  });

  test("as multipart with a part that is called as every object's function", async () => {
    const sentParts = await (
      await sent({ body: multipart() }, { body: { constructor: "Lotus" } })
    ).formData();
    expect([...sentParts]).toEqual([["constructor", "Lotus"]]);
  });
});

describe("a query is written", () => {
  const query = "a=query&b=query&c=query&d=query&e=query&f=query&g=query";
  const url = async (
    styles: Parameters<typeof urlencoded>[0],
    params: Record<string, unknown>,
  ): Promise<string> =>
    (await sent({ method: "GET", params: query, querySerializer: urlencoded(styles) }, params)).url.replace(
      /^.*?\?/,
      "",
    );

  test("as the specification says", async () => {
    expect(
      await url(
        {
          a: "comma",
          b: "pipeDelimited",
          c: "spaceDelimited",
          d: "deepObject",
          e: "json",
          f: "form",
          g: "reserved",
        },
        {
          a: ["x,y", "z"],
          b: [1, 2],
          c: ["p", "q"],
          d: { from: "1", to: { day: 2 } },
          e: "text",
          f: { red: 1, green: [2, 3] },
          g: "https://a.test/?x=1&y#z+",
        },
      ),
    ).toBe(
      "a=x%2Cy,z&b=1%7C2&c=p%20q&d%5Bfrom%5D=1&d%5Bto%5D%5Bday%5D=2&e=%22text%22&red=1&green=2&green=3&g=https://a.test/?x=1%26y%23z%2B",
    );
  });

  test("with lists repeated where nothing is said, and without what is absent", async () => {
    expect(await url({}, { a: ["x", "y"], b: null, c: undefined, d: "ä ö" })).toBe(
      "a=x&a=y&d=%C3%A4%20%C3%B6",
    );
  });

  test("without lists that have nothing in them, in whatever style, for `ids=` would be a list of one empty id", async () => {
    const styles = { a: "comma", b: "pipeDelimited", c: "spaceDelimited", e: "comma" } as const;
    expect(await url(styles, { a: [], b: [null], c: [undefined, "x"], d: [], e: {}, f: "all" })).toBe(
      "c=x&f=all",
    );
    expect(await url(styles, { a: ["x", null, "y"], e: { red: 1, green: null, blue: 2 } })).toBe(
      "a=x,y&e=red,1,blue,2",
    );
  });
});

test("a parameter that two places have is sent by its own name", async () => {
  const request = await sent(
    {
      path: "/things/{id}",
      params: "id=path&id_query=query&id_header=header",
      names: { id_query: "id", id_header: "id" },
    },
    { id: "1", id_query: "2", id_header: "3" },
  );
  expect([request.url, request.headers.get("id")]).toEqual(["https://api.test/v1/things/1?id=2", "3"]);
});

test("an operation with an address of its own is called there, unless the client has another", async () => {
  const call = { server: "https://upload.test/api" };
  expect((await sent(call, {})).url).toBe("https://upload.test/api/things");
  expect((await sent(call, {}, { baseUrl: "http://localhost:8080/mock" })).url).toBe(
    "http://localhost:8080/mock/things",
  );
});

describe("an answer is read", () => {
  const answered = (read: NonNullable<CallDetails["read"]>, body: string, type: string): Promise<unknown> =>
    called({ read }, {}, {}, () => new Response(body, { headers: { "content-type": type } }));

  test("as text", async () => {
    expect(await answered(plainText, '{"a":1}', "text/plain")).toBe('{"a":1}');
    expect(await answered(plainText, "", "text/plain")).toBe("");
  });

  test("as JSON where it is JSON, else as text or as a file", async () => {
    expect(await answered(textUnlessJson, '{"a":1}', "application/problem+json")).toEqual({ a: 1 });
    expect(await answered(textUnlessJson, "done", "text/plain")).toBe("done");
    expect(await answered(downloadUnlessJson, "[]", "application/json; charset=utf-8")).toEqual([]);
    const events = await answered(downloadUnlessJson, "data: 1\n\n", "text/event-stream");
    expect(events).toMatchObject({ type: "text/event-stream" });
    expect(await new Response((events as { body: ReadableStream }).body).text()).toBe("data: 1\n\n");
  });
});
