import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../../../scripts/mock/index.ts";
import { specification } from "../../build/fuzz/documents.ts";

/** `FUZZ_RUNS=20000 npx vitest run test/mock/fuzz` takes a longer look. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const timeout = 60_000 + numRuns * 100;

test("whatever an enemy names, each request is answered", { timeout }, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(specification, fc.jsonValue({ maxDepth: 3 }), async (document, body) => {
      const mock = createMock(document);
      const started = await mock.fetch("https://any.test/start", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const looked = await mock.fetch("https://any.test/jobs/7");
      for (const { status } of [started, looked]) {
        expect([200, 202, 400, 404, 501]).toContain(status);
        seen.add(status);
      }
    }),
    { numRuns },
  );
  expect([...seen]).toContain(200);
});
