import { expect, test, vi } from "vitest";
import { ApiError, downloadFrom } from "../../../src/index.ts";

import { settled } from "../pretend-clock.ts";
import { counting } from "../watched.ts";

const link = "https://storage.test/exports/se_1/bundle%20one.tar.gz?X-Amz-Signature=5ec2e7";

/** A storage that gives one answer, and keeps the request. */
function storage(response: Response) {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return response;
  };
  return { fetch, requests };
}

function refused(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error("was not refused"),
    (error: Error) => error,
  );
}

test("a link is fetched with nothing but itself, and gives a download named as the link ends", async () => {
  const { fetch, requests } = storage(new Response("hello", { headers: { "content-length": "5" } }));
  const { body, ...facts } = await downloadFrom(link, { fetch });
  expect(facts).toEqual({ name: "bundle one.tar.gz", type: "text/plain;charset=UTF-8", size: 5 });
  expect(await new Response(body).text()).toBe("hello");
  expect(requests.map(({ method, url, headers }) => [method, url, [...headers]])).toEqual([
    ["GET", link, []],
  ]);
  expect(requests[0]).toMatchObject({
    credentials: "omit",
    redirect: "manual",
    referrerPolicy: "no-referrer",
  });
});

test("a name that the storage gives is better than the link's", async () => {
  const headers = { "content-disposition": "attachment; filename=docs.tar.gz" };
  const { fetch } = storage(new Response("hello", { headers }));
  expect((await downloadFrom(link, { fetch })).name).toBe("docs.tar.gz");
});

test.each([
  ["https://storage.test/a;b%22c.pdf?d=e/f", 'a;b"c.pdf'],
  ["https://storage.test/exports%2Fplan.pdf", "plan.pdf"],
  ["https://storage.test/plan%E8.pdf", undefined],
  ["https://storage.test/exports/", undefined],
  ["https://storage.test?a=b%2Fc", undefined],
])("the link %s names a file %j", async (url, name) => {
  const { fetch } = storage(new Response("hello"));
  expect((await downloadFrom(url, { fetch })).name).toBe(name);
});

test("a refusal is told in S3's words, without the parts of the link that S3 repeats", async () => {
  const xml =
    "<Error><Code>SignatureDoesNotMatch</Code><Message>The signature does not match.</Message><SignatureProvided>5ec2e7</SignatureProvided></Error>";
  const { fetch } = storage(new Response(xml, { status: 403 }));
  const error = await refused(downloadFrom(link, { fetch, operation: "downloadExport" }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 403, code: "SignatureDoesNotMatch", body: undefined });
  expect(String(error)).toBe(
    "ApiError: downloadExport: HTTP 403, code SignatureDoesNotMatch: The signature does not match.",
  );
});

test.each([
  [new Response("<html>5ec2e7</html>", { status: 502 }), "HTTP 502: the link was refused"],
  [Response.redirect("https://elsewhere.test/"), "HTTP 302: a redirect, which is not followed"],
  [new Response(null, { status: 304 }), "HTTP 304: the link was refused"],
])("no refusal shows the link", async (response, message) => {
  const { fetch } = storage(response);
  expect(String(await refused(downloadFrom(link, { fetch })))).toBe(`ApiError: downloadFrom: ${message}`);
});

test.each(["file:///etc/passwd?X-Amz-Signature=5ec2e7", "not a link ?X-Amz-Signature=5ec2e7"])(
  "%j is not fetched, and not shown",
  async (url) => {
    const { fetch, requests } = storage(new Response("hello"));
    const error = await refused(downloadFrom(url, { fetch }));
    expect(String(error)).toBe("TypeError: downloadFrom: the link is no http(s) URL.");
    expect(requests).toEqual([]);
  },
);

test("without a fetch of the caller's, it is the global one; a signal ends it at once", async () => {
  const global = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("hello"));
  expect((await downloadFrom(link)).type).toBe("text/plain;charset=UTF-8");
  global.mockRestore();
  await expect(downloadFrom(link, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
});

test.each([
  ["no answer comes", () => new Promise<Response>(() => {})],
  ["a refusal does not end", async () => new Response(new ReadableStream(), { status: 403 })],
])("a signal ends it at once also where %s, and the fetch does not heed it", async (_, fetch) => {
  const { signal, abort } = counting();
  const ended = expect(downloadFrom(link, { fetch, signal })).rejects.toThrow("enough");
  await settled();
  abort(new Error("enough"));
  await ended;
});
