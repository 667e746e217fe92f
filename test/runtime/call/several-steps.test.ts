import { expect, test } from "vitest";
import { operation, severalSteps } from "../../../src/runtime/index.ts";
import { given } from "../given.ts";
import type { PrinterClient } from "../printer.ts";
import { json } from "../service.ts";

const ask = operation<PrinterClient, { readonly name: string; readonly view: string }, unknown>(
  "ask",
  "GET",
  "/{view}/{+name}:ask",
  "name=path&view=path",
  { pathSerializer: severalSteps },
);

test("a value may take several steps of a path, each of them encoded, beside others that take one", async () => {
  const { client, service } = given([json({})]);
  await ask(client, { view: "a/b", name: "shops/a b?/jobs/{view}" });
  expect(service.log).toEqual(["0 GET /v1/a%2Fb/shops/a%20b%3F/jobs/%7Bview%7D:ask"]);
});

test.each(["", "/jobs/7", "jobs//7", "jobs/7/", "../jobs", "jobs/./7", "jobs/.."])(
  "but none that would leave its place, as in %j",
  async (name) => {
    const { client, service } = given([]);
    await expect(ask(client, { view: "full", name })).rejects.toThrow(TypeError);
    expect(service.log).toEqual([]);
  },
);
