import { describe, expect, test } from "vitest";
import { download } from "../../../src/runtime/call/download.ts";

function named(disposition: string): string | undefined {
  return download(new Response("x", { headers: { "content-disposition": disposition } })).name;
}

describe("the name of a file", () => {
  test.each([
    ["attachment; filename=plan.pdf", "plan.pdf"],
    ['attachment; filename="plan b; final.pdf"', "plan b; final.pdf"],
    ['attachment; filename="a \\"quoted\\" plan.pdf"', 'a "quoted" plan.pdf'],
    ["attachment; FileName = plan.pdf ; size=3", "plan.pdf"],
    ["attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92.pdf", "计划.pdf"],
    ["attachment; filename=\"?.pdf\"; filename*=utf-8'zh'%E8%AE%A1%E5%88%92.pdf", "计划.pdf"],
    ["attachment; filename*=UTF-8''%E8%AE%A1.pdf; filename=plan.pdf", "计.pdf"],
    ["attachment; filename=plan.pdf; filename*=UTF-8''broken%E8", "plan.pdf"],
    ["attachment; filename=plan.pdf; filename*=iso-8859-1''plan%E9.pdf", "plan.pdf"],
    ['inline; filename="../../etc/passwd"', "passwd"],
    ['inline; filename="C:\\\\temp\\\\plan.pdf"', "plan.pdf"],
    ["attachment; filename*=UTF-8''..%2F..%2Fplan.pdf", "plan.pdf"],
    ["attachment; filename*=UTF-8''plan%00.pdf", "plan.pdf"],
    ['attachment; filename=".."', undefined],
    ["attachment; filename*=UTF-8''a%2F.", undefined],
    ['attachment; filename="prints/"', undefined],
    ['attachment; filename=""', undefined],
    ["attachment", undefined],
    ["", undefined],
  ])("%s is %j", (disposition, name) => {
    expect(named(disposition)).toBe(name);
  });
});

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

test("an empty file is a stream that ends at once", async () => {
  const { body, ...facts } = download(new Response(null, { headers: { "content-length": "0" } }));
  expect(facts).toEqual({ type: "application/octet-stream", size: 0 });
  expect(await new Response(body).text()).toBe("");
});
