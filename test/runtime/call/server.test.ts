import { describe, expect, test } from "vitest";
import { serverUrl } from "../../../src/runtime/call/server.ts";

const server = { url: "https://{service}.{region}.printer.test/{stage}/", variables: { service: "print" } };

describe("without a base URL", () => {
  test("the template is filled with the caller's variables, else with the specification's", () => {
    expect(serverUrl(server, { region: "eu-1", stage: "v1" } as object)).toBe(
      "https://print.eu-1.printer.test/v1",
    );
    expect(serverUrl(server, { service: "scan_2", region: "a.b", stage: "~v1" } as object)).toBe(
      "https://scan_2.a.b.printer.test/~v1",
    );
  });

  test("a variable without a value is named", () => {
    expect(() => serverUrl(server, { region: "eu-1" } as object)).toThrow(
      new TypeError('stage must be a plain name, not "undefined".'),
    );
  });

  test.each([
    "",
    "eu/1",
    "eu@evil.test",
    "evil.test/#",
    "eu:8080",
    "eu 1",
    "eu\n1",
    "é",
    "{region}",
    ".",
    "..",
    "%2e",
  ])("a variable may not change more of the address than its place in it: %j", (region) => {
    expect(() =>
      serverUrl({ url: "https://{region}.test", variables: { region: "eu-1" } }, { region } as object),
    ).toThrow(new TypeError(`region must be a plain name such as "eu-1", not "${region}".`));
  });
});

describe("a base URL of the caller's own", () => {
  test.each([
    ["http://localhost:8080", "http://localhost:8080"],
    ["https://proxy.test/printer", "https://proxy.test/printer"],
    ["https://proxy.test/printer/", "https://proxy.test/printer"],
  ])("replaces the whole address: %s", (baseUrl, url) => {
    expect(serverUrl(server, { baseUrl })).toBe(url);
  });

  test.each([
    "",
    "localhost:8080",
    "/printer",
    "ftp://proxy.test",
    "javascript:alert(1)",
    "https://",
    "https://a.test?b",
    "https://a.test/#c",
  ])("must be an absolute http(s) URL without a query: %j", (baseUrl) => {
    expect(() => serverUrl(server, { baseUrl })).toThrow(
      new TypeError(`baseUrl must be an absolute http(s) URL without a query, not "${baseUrl}".`),
    );
  });
});
