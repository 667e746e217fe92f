import { expect, test } from "vitest";
import { clientOf, declarationOf } from "../given.ts";

/** The last lines of a job, from where its pace stands, of an API with these other answers and operations. */
function endOfJob({ polling = "", responses = "", others = "", limit = "" }): string {
  const client = clientOf(`
    paths:
      ${others}
      /job:
        get:
          operationId: getJob
          ${limit}
          x-polling: { job: job, status: $response.body#/state, pending: [busy], succeeded: [done]${polling} }
          responses:
            200: { content: { application/json: { schema: { type: object, properties: { state: { type: string }, percent: { type: number } } } } } }
            ${responses}
  `);
  return declarationOf("job", client).replace(/^[\s\S]*?(?=^ {2}pace:)/m, "");
}

test("a job without more brings neither the rate limiter nor pacing by progress, so that nobody bundles them", () => {
  expect(endOfJob({})).toBe("  pace: {},\n};");
  expect(endOfJob({ responses: "404: {}" })).toBe("  pace: {},\n};");
});

test("one that reports its progress brings the pacing that pays heed to it", () => {
  expect(endOfJob({ polling: ", progress: $response.body#/percent" })).toBe(
    "  pace: { pacing: progressAware },\n};",
  );
});

test.each([
  ["a budget of its own", { limit: "x-rate-limit: { requests: 1, per: 1s }" }],
  [
    "a budget of any other operation",
    {
      others:
        "/a: { get: { operationId: a, x-rate-limit: { requests: 1, per: 1s }, responses: { 204: {} } } }",
    },
  ],
  ["an answer that says there were too many requests", { responses: "429: {}" }],
  ["an answer that may be one", { responses: "4XX: {}" }],
  ["an answer for all else", { responses: "default: {}" }],
])("%s brings the rate limiter", (_, given) => {
  expect(endOfJob(given)).toBe("  pace: {},\n  limiter: rateLimiter,\n};");
});
