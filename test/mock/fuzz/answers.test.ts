import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../../../scripts/mock/index.ts";
import { openContract } from "../../../src/sandbox/contract/contract.ts";
import { documents, without } from "./documents.ts";

/** `FUZZ_RUNS=20000 npx vitest run test/mock/fuzz` takes a longer look. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const timeout = 60_000 + numRuns * 100;

test("each answer is as the document says, or there is a reason why none is given", { timeout }, async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(documents, async (document) => {
      const response = await createMock(document).fetch("https://any.test/things");
      if (response.status === 501) {
        expect(await response.text()).toMatch(
          /^The mock finds no value that `#\/components\/schemas\/.*` allows/,
        );
        return;
      }
      expect(response.status).toBe(200);
      expect(await faultsIn(document, response)).toEqual([]);
      answered++;
    }),
    { numRuns },
  );
  // a mock that finds no value for anything would pass, too
  expect(answered).toBeGreaterThan(numRuns * 0.8);
});

async function faultsIn(document: object, response: Response): Promise<readonly string[]> {
  const contract = openContract(without("secret", document, false));
  const operation = contract.find("GET", "/things");
  if (operation === undefined) throw new Error("There is no such operation.");
  return contract.check(operation, response);
}
