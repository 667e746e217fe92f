import { describe, expect, test } from "vitest";
import { checkedUrl, serverUrl } from "../../../src/runtime/call/server.ts";

function address(variables: object): string {
  return serverUrl("https://{service}.{region}.printer.test/{stage}/", { service: "print" }, variables);
}

describe("without a base URL", () => {
  test("the template is filled with the caller's variables, else with the specification's", () => {
    expect(address({ region: "eu-1", stage: "v1" })).toBe("https://print.eu-1.printer.test/v1/");
    expect(address({ service: "scan_2", region: "a.b", stage: "~v1" })).toBe(
      "https://scan_2.a.b.printer.test/~v1/",
    );
  });

  test("a variable without a value is named", () => {
    expect(() => address({ region: "eu-1" })).toThrow(
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
    const options: object = { region };
    expect(() => serverUrl("https://{region}.test", { region: "eu-1" }, options)).toThrow(
      new TypeError(`region must be a plain name such as "eu-1", not "${region}".`),
    );
  });
});

describe("a base URL of the caller's own", () => {
  test.each([
    ["http://localhost:8080", "http://localhost:8080"],
    ["https://proxy.test/printer", "https://proxy.test/printer"],
    ["https://proxy.test/printer/", "https://proxy.test/printer"],
    ["https://proxy.test/@ann", "https://proxy.test/@ann"],
  ])("replaces the whole address: %s", (baseUrl, url) => {
    expect(checkedUrl(address({ baseUrl }))).toBe(url);
  });

  test.each(["", "localhost:8080", "/printer", "ftp://proxy.test", "javascript:alert(1)", "https://"])(
    "must be an absolute http(s) URL without user and query: %j",
    (baseUrl) => {
      expect(() => checkedUrl(baseUrl)).toThrow(
        new TypeError(`baseUrl must be an absolute http(s) URL without user and query, not "${baseUrl}".`),
      );
    },
  );

  test.each([
    ["https://ann:pa55@a.test/b", "https:…a.test/b"],
    ["https://pa55@a.test/?b", "https:…a.test/…"],
    ["https://ann:pa\n55@a.test", "https:…a.test"],
    ["ftp://ann:pa55@a.test", "ftp:…a.test"],
    ["https://a.test?key=pa55", "https://a.test…"],
    ["https://a.test/#pa55", "https://a.test/…"],
  ])("must have no user, password and query, which are not shown: %j", (baseUrl, shown) => {
    expect(() => checkedUrl(baseUrl)).toThrow(
      new TypeError(`baseUrl must be an absolute http(s) URL without user and query, not "${shown}".`),
    );
  });
});
