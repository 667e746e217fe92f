import fc from "fast-check";
import { expect, test } from "vitest";
import { clientFile } from "../../../scripts/build/emit/client-file.ts";
import { print } from "../../../scripts/build/emit/print.ts";
import { placeOperations } from "../../../scripts/build/emit/types-document.ts";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";
import { mend } from "../../../scripts/build/mend/mend.ts";
import { readApi } from "../../../scripts/build/model/api.ts";
import type { Document } from "../../../scripts/build/model/openapi.ts";
import { runtime, typeErrors } from "../type-check.ts";
import { specification } from "./documents.ts";

test("whatever an enemy names, its client is without type errors", { timeout: 120_000 }, () => {
  const files: Record<string, string> = {};
  for (const [index, given] of fc.sample(specification, 60).entries()) {
    // an arbitrary knows nothing of the types that it makes
    const { document } = mend(JSON.parse(JSON.stringify(given)) as Document);
    const { model, faults } = readApi(document, "alpha");
    const isNamed = model.jobs.every(({ name }) => name === "working");
    // the linter refuses other names of jobs
    if (!isNamed || faults.some(({ severity }) => severity === "error")) continue;
    const placed = placeOperations(document, model.operations);
    files[`${index}/index.ts`] = print(clientFile(model, placed, runtime), "Generated for a test.");
    files[`${index}/types.ts`] = printTypes(JSON.stringify(placed), "Generated for a test.");
  }
  expect(Object.keys(files).length).toBeGreaterThan(40);
  expect(typeErrors({ ...files, "control.ts": 'export const wrong: number = "text";' })).toEqual([
    "control.ts:1 Type 'string' is not assignable to type 'number'.",
  ]);
});
