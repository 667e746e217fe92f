import { expect, test } from "vitest";
import { operation } from "../../../src/runtime/call/operation.ts";
import { fromUrl } from "../../../src/runtime/job/from-url.ts";
import { createPrinterClient } from "../printer.ts";

const client = createPrinterClient({ baseUrl: "https://printer.test/v1/" });
const { call } = operation("getPrint", "GET", "/trays/{tray}/prints/{id}", "tray=path&id=path&lang=query");

test.each([
  ["https://printer.test/v1/trays/2/prints/p-1", { tray: "2", id: "p-1" }],
  ["/v1/trays/2/prints/p-1?lang=en&other=1", { tray: "2", id: "p-1", lang: "en" }],
  ["trays/2/prints/a%2Fb%20c?lang=", { tray: "2", id: "a/b c", lang: "" }],
  ["https://printer.test:443/v1/trays/2/prints/p-1#top", { tray: "2", id: "p-1" }],
])("reads path and query parameters off %s", (url, params) => {
  expect(fromUrl(client, call, url)).toEqual(params);
});

test.each([
  ["of another host", "https://evil.test/v1/trays/2/prints/p-1"],
  ["of another scheme", "http://printer.test/v1/trays/2/prints/p-1"],
  ["of another port", "https://printer.test:8443/v1/trays/2/prints/p-1"],
  ["with another beginning", "https://printer.test/v2/trays/2/prints/p-1"],
  ["that only looks like a path", "//evil.test/v1/trays/2/prints/p-1"],
  ["of another operation", "/v1/trays/2/scans/p-1"],
  ["that is too short", "/v1/trays/2/prints"],
  ["that is too long", "/v1/trays/2/prints/p-1/file"],
  ["with steps upwards", "/v1/trays/2/prints/../p-1"],
  ["that is cut off inside an encoded character", "/v1/trays/2/prints/p%E4"],
  ["with a percent sign that encodes nothing", "/v1/trays/2/prints/100%"],
  ["that is none", "http://"],
  ["that is empty", ""],
  ["that is absent", undefined],
  ["that is no text", { href: "/v1/trays/2/prints/p-1" }],
])("gives nothing for a URL %s: %j", (_, url) => {
  expect(fromUrl(client, call, url)).toEqual({});
});

test("a parameter may take several steps of the path", () => {
  const { call } = operation("getPrint", "GET", "/{+name}/state", "name=path");
  expect(fromUrl(client, call, "/v1/trays/2/prints/a%2Fb/state")).toEqual({ name: "trays/2/prints/a/b" });
  expect(fromUrl(client, call, "/v1/state")).toEqual({});
});

test("an address without a path of its own works too", () => {
  const root = createPrinterClient({ baseUrl: "https://printer.test" });
  expect(fromUrl(root, call, "/trays/2/prints/p-1")).toEqual({ tray: "2", id: "p-1" });
});

test("a parameter that is given by another name stands in a URL by its real one", () => {
  const { call } = operation("getPrint", "GET", "/prints/{id}", "id=path&id_query=query&body_query=query", {
    names: { id_query: "id", body_query: "body" },
  });
  expect(fromUrl(client, call, "/v1/prints/p-1?id=7&body=short&body_query=long")).toEqual({
    id: "p-1",
    id_query: "7",
    body_query: "short",
  });
});

test.each(["/v1/b%C3%BCcher/old%20%22ones%22/p-1", '/v1/bücher/old "ones"/p-1'])(
  "what stands in a path for itself may be written as it is, or encoded: %s",
  (url) => {
    for (const path of ['/bücher/old%20"ones"/{my id}', '/b%C3%BCcher/old "ones"/{my id}']) {
      const { call } = operation("getBook", "GET", path, "my id=path");
      expect(fromUrl(client, call, url)).toEqual({ "my id": "p-1" });
    }
  },
);

test("a parameter may be a part of a segment", () => {
  const { call } = operation("getPrint", "GET", "/trays/{tray}-{side}/prints/{id}.json:wait", "id=path");
  expect(fromUrl(client, call, "/v1/trays/2-a%2Fb/prints/p-1.json:wait")).toEqual({
    tray: "2",
    side: "a/b",
    id: "p-1",
  });
  expect(fromUrl(client, call, "/v1/trays/2-b/prints/p-1_json:wait")).toEqual({});
});

test("the URL of an operation with an address of its own is one at that address", () => {
  const { call } = operation("getPrint", "GET", "/prints/{id}", "id=path", {
    server: "https://queue.test/v3",
  });
  const usual = createPrinterClient();
  expect(fromUrl(usual, call, "https://queue.test/v3/prints/p-1")).toEqual({ id: "p-1" });
  expect(fromUrl(usual, call, "https://attic.printer.test/v1/prints/p-1")).toEqual({});
  expect(fromUrl(client, call, "https://printer.test/v1/prints/p-1")).toEqual({ id: "p-1" });
});
