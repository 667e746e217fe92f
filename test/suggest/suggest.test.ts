import fs from "node:fs";
import { describe, expect, test } from "vitest";
import type { Document } from "../../scripts/build/model/openapi.ts";
import { operationPlaces } from "../../scripts/build/model/operation-places.ts";
import { openReader } from "../../scripts/build/model/reader.ts";
import { suggest } from "../../scripts/suggest/index.ts";

const systems = ["mintlify", "feishu", "huawei-dws", "huawei-ges", "huawei-drs"];

function textOf(api: string): string {
  return fs.readFileSync(new URL(`../../generated/${api}/openapi.json`, import.meta.url), "utf8");
}

/** A description of ours as it would be if nobody had declared anything. */
function stripped(api: string): unknown {
  const ours = ["x-polling", "x-errors", "x-rate-limit", "links"];
  return JSON.parse(textOf(api), (key, value: unknown) => (ours.includes(key) ? undefined : value));
}

/** Each polled operation, and the operations whose answers link to it. */
function declared(api: string): Readonly<Record<string, readonly string[]>> {
  const document: Document = JSON.parse(textOf(api));
  const reader = openReader(document);
  const operations = operationPlaces(reader).map(({ method, path, operation }) => ({
    title: `${method} ${path}`,
    operation,
  }));
  const polled = operations.filter(({ operation }) => operation["x-polling"] !== undefined);
  const starters = (id: string | undefined): readonly string[] =>
    operations
      .filter(({ operation }) => operation["x-polling"] === undefined)
      .filter(({ operation }) =>
        Object.values(operation.responses ?? {}).some((response) =>
          Object.values(reader.resolve(response)?.links ?? {}).some(
            (link) => reader.resolve(link)?.operationId === id,
          ),
        ),
      )
      .map(({ title }) => title);
  return Object.fromEntries(
    polled.map(({ title, operation }) => [title, starters(operation.operationId).toSorted()]),
  );
}

describe("what our own descriptions declare is found without the declarations, and nothing else", () => {
  test.each(systems)("%s", (api) => {
    const { jobs } = suggest(stripped(api));
    expect(
      Object.fromEntries(jobs.map(({ operation, starters }) => [operation, starters.toSorted()])),
    ).toEqual(declared(api));
  });
});

test.each(systems)("what %s declares is not suggested again", (api) => {
  expect(suggest(JSON.parse(textOf(api))).jobs).toEqual([]);
});
