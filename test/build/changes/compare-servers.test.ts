import { expect, test } from "vitest";
import { compareServers } from "../../../scripts/build/changes/compare-servers.ts";
import type { ApiModel } from "../../../scripts/build/model/model.ts";
import { changed, modelOf } from "./given.ts";

function withServers(servers: string, own = ""): ApiModel {
  return modelOf(
    changed(
      ["servers: [{ url: https://printer.example }]", `servers: ${servers}`],
      ["      operationId: getPaper\n", `      operationId: getPaper\n${own}`],
    ),
  );
}

const regions = (values: string, usual = "eu"): string =>
  `[{ url: "https://{region}.example", variables: { region: { default: ${usual}${values} } } }]`;

test.each<readonly [before: string, after: string, told: readonly string[]]>([
  ["[{ url: https://a.example }, { url: https://b.example }]", "[{ url: https://a.example/ }]", []],
  [
    "[{ url: https://a.example }]",
    "[{ url: https://b.example }, { url: https://a.example }]",
    [
      "major A client that is given no `baseUrl` calls https://b.example now, not https://a.example. (server-changed)",
    ],
  ],
  [
    "[{ url: https://a.example }]",
    "[{ url: /v1 }]",
    ["major A client has to be given its `baseUrl` now: no server is told of. (base-url-required)"],
  ],
  [
    "[]",
    "[{ url: https://a.example }]",
    [
      "minor A client need not be given a `baseUrl` any more: it calls https://a.example. (base-url-optional)",
    ],
  ],
  [
    regions(""),
    regions("", "us"),
    [
      "major A client that is given no `baseUrl` calls https://us.example now, not https://eu.example. (server-changed)",
    ],
  ],
  [
    regions(", enum: [eu, us]"),
    regions(", enum: [eu, asia]"),
    ['major The option `region` of a client may not be "us" any more. (option-narrowed)'],
  ],
  [
    regions(""),
    regions(", enum: [eu, us]"),
    ['major The option `region` of a client may only be "eu" or "us" now. (option-narrowed)'],
  ],
  [regions(", enum: [eu]"), regions(", enum: [eu, us]"), []],
  [regions(", enum: [eu]"), regions(""), []],
  [
    regions(""),
    "[{ url: https://eu.example }]",
    ["major A client has no option `region` any more. (option-removed)"],
  ],
  [
    "[{ url: https://eu.example }]",
    regions(""),
    ["minor A client has the new option `region`. (option-added)"],
  ],
])("callers are told what a client calls: %s -> %s", (before, after, told) => {
  const found = compareServers(withServers(before), withServers(after));
  expect(found.map(({ impact, message, rule }) => `${impact} ${message} (${rule})`)).toEqual(told);
  expect(found.flatMap(({ callers }) => callers)).toEqual([]);
});

test("and which operations have another address", () => {
  const [a, b] = ["[{ url: https://a.example }]", "[{ url: https://b.example }]"];
  const own = (servers: string): string => `      servers: ${servers}\n`;
  const told = (before: ApiModel, after: ApiModel) =>
    compareServers(before, after).map(({ impact, callers, message }) => `${impact} ${callers} ${message}`);
  expect(told(withServers(a), withServers(a, own(b)))).toEqual([
    "major getPaper It is called at https://b.example now, not at the address of the API.",
  ]);
  expect(told(withServers(a, own(b)), withServers(a))).toEqual([
    "major getPaper It is called at the address of the API now, not at https://b.example.",
  ]);
  // the API has moved to where the operation was already
  expect(told(withServers(a, own(b)), withServers(b))).toEqual([
    "major  A client that is given no `baseUrl` calls https://b.example now, not https://a.example.",
  ]);
});
