import { expect, test } from "vitest";
import { download, downloadUnlessJson } from "../../../src/runtime/call/download.ts";

test("a file has a name, a type, a size and a stream of bytes", async () => {
  const headers = {
    "content-disposition": "attachment; filename=plan.txt",
    "content-type": "text/plain",
    "content-length": "5",
  };
  const { body, ...facts } = download(new Response("hello", { headers }));
  expect(facts).toEqual({ name: "plan.txt", type: "text/plain", size: 5 });
  expect(await new Response(body).text()).toBe("hello");
});

test("a file that nobody describes is bytes of unknown name and number", async () => {
  const { body, ...facts } = download(new Response(new Uint8Array([1, 2])));
  expect(facts).toEqual({ type: "application/octet-stream" });
  expect(await new Response(body).bytes()).toEqual(new Uint8Array([1, 2]));
});

test("the size of a compressed transfer is not the file's", () => {
  const headers = { "content-length": "5", "content-encoding": "gzip" };
  expect(download(new Response("hello", { headers })).size).toBe(undefined);
});

test("a size that is no number is none", () => {
  expect(download(new Response("hello", { headers: { "content-length": "many" } })).size).toBe(undefined);
});

test("an empty file is a stream that ends at once", async () => {
  const { body, ...facts } = download(new Response(null, { headers: { "content-length": "0" } }));
  expect(facts).toEqual({ type: "application/octet-stream", size: 0 });
  expect(await new Response(body).text()).toBe("");
});

test.each([
  ["application/json", false],
  ["Application/Problem+JSON ; charset=UTF-8", false],
  ["application/json-seq", true],
  ["application/pdf; profile=/json", true],
])("an answer of the media type %s is a file: %s", (type, isFile) => {
  const response = new Response("{}", { headers: { "content-type": type } });
  expect(downloadUnlessJson(response) !== undefined).toBe(isFile);
});
