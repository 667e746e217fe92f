import type { Config, Document, NormalizedProblem } from "@redocly/openapi-core";
import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from "@redocly/openapi-core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticDocument } from "../../../scripts/bench/generate/synthetic/document.ts";
import { lintAlone } from "../../../scripts/build/specification/lint-alone.ts";
import { standalone } from "../../../scripts/build/specification/standalone.ts";
import jobs from "../../../scripts/plugin/index.ts";
import { polledDocument } from "../shapes.ts";

/** Every rule that there is, and one with words of somebody's own. */
const everyRule = createConfig({
  extends: ["all", "jobs/recommended"],
  plugins: [jobs()],
  rules: { "operation-description": { severity: "error", message: "Say it: {{message}}" } },
});

test("what Redocly finds in a document that stands alone is found without its looking for references first", async () => {
  const rules = await everyRule;
  const documents = fc
    .sample(polledDocument, { numRuns: 12, seed: 7 })
    .filter((document) => standalone(written(document), rules) !== undefined);
  expect(documents.length).toBeGreaterThan(5);
  for (const document of [...documents, syntheticDocument(1)]) {
    const { ours, theirs } = await found(document, rules);
    expect(ours).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(0);
  }
});

test("so it is where a reference leads to a reference, a rule looks behind it, and something is wrong there", async () => {
  const answer = {
    description: "",
    content: { "application/json": { schema: { tipe: "object" } } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "Alone", version: "1" },
    paths: { "/a": { get: { responses: { 200: { $ref: "#/components/responses/A" } } } } },
    components: {
      responses: {
        A: { $ref: "#/components/responses/B" },
        B: { $ref: "#/components/responses/C" },
        C: answer,
      },
    },
  };
  const { ours, theirs } = await found(document, await everyRule);
  expect(ours).toEqual(theirs);
  expect(ours.map(({ ruleId }) => ruleId)).toContain("struct");
});

async function found(
  content: object,
  config: Config,
): Promise<Record<"ours" | "theirs", readonly NormalizedProblem[]>> {
  const document = written(content);
  const references = standalone(document, config)?.references;
  if (references === undefined) throw new Error("It does not stand alone.");
  const theirs = await lintDocument({ document, config, externalRefResolver: new BaseResolver() });
  return { ours: lintAlone(document, config, references), theirs };
}

function written(content: object): Document {
  return makeDocumentFromString(JSON.stringify(content, undefined, 2), "/api.json");
}
