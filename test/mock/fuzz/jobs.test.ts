import fc from "fast-check";
import { expect, test } from "vitest";
import { createMock } from "../../../scripts/mock/index.ts";
import { openContract } from "../../../src/sandbox/contract/contract.ts";
import { without } from "./documents.ts";
import type { Service } from "./jobs.ts";
import { services, statuses } from "./jobs.ts";

/** `FUZZ_RUNS=20000 npx vitest run test/mock/fuzz` takes a longer look. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 100);
const timeout = 60_000 + numRuns * 200;

test("a job's answers are as the document says and tell how it is, or there is a reason why none is given", {
  timeout,
}, async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(services, fc.constantFrom("succeeded", "failed"), async (document, end) => {
      const clock = { time: 0, now: () => clock.time };
      const mock = createMock(document, { clock, jobs: { duration: 100, end } });
      const started = await mock.fetch("https://any.test/jobs", { method: "POST" });
      expect(await faultsIn(document, "POST", "/jobs", started)).toEqual([]);
      for (const state of ["pending", end] as const) {
        const answer = await mock.fetch("https://any.test/jobs/7");
        expect(await faultsIn(document, "GET", "/jobs/{id}", answer.clone())).toEqual([]);
        clock.time += 100;
        if (answer.status === 501) continue;
        const body = await answer.json();
        expect(body.state).toBe(statuses[state]);
        told++;
        if (state !== "failed" && isOptional("error", document.components.schemas.Job))
          expect(body).not.toHaveProperty("error");
      }
    }),
    // always the same, so that a failure is not somebody else's, unless one looks for more
    { numRuns, ...(process.env.FUZZ_RUNS === undefined ? { seed: 7 } : {}) },
  );
  // a mock that finds no answer for anything would pass, too
  expect(told).toBeGreaterThan(numRuns * 0.7);
});

/** By the schema itself, and not by others that it consists of. */
function isOptional(
  name: string,
  schema: { readonly properties?: object; readonly required?: readonly string[] },
): boolean {
  return (
    schema.properties !== undefined && name in schema.properties && schema.required?.includes(name) !== true
  );
}

async function faultsIn(
  document: Service,
  method: string,
  path: string,
  response: Response,
): Promise<readonly string[]> {
  if (response.status === 501) {
    expect(await response.text()).toMatch(/^The (mock finds no value|document has no answer)/);
    return [];
  }
  const contract = openContract(without("secret", document, false));
  const operation = contract.find(method, path);
  if (operation === undefined) throw new Error("There is no such operation.");
  return contract.check(operation, response);
}
