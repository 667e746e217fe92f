import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { weights } from "../../scripts/suggest/weigh/weights.ts";
import { json, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

/** A job with this status, and what else its answer has. */
function given(
  status: unknown,
  members: Readonly<Record<string, unknown>> = {},
  description = "",
): Suggestions {
  const schema = object({ id: text, status, ...members });
  const get = { operationId: "getExport", description, responses: { 200: json(schema) } };
  const post = { operationId: "startExport", responses: { 202: json(object({ id: text })) } };
  return suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
}

function doubtsOf({ jobs }: Suggestions): Readonly<Record<string, string>> {
  const doubts = jobs.flatMap(({ actions }) => actions.flatMap((action) => action.doubts));
  return Object.fromEntries(doubts.map(({ way, text }) => [way.join("/"), text]));
}

function allDoubtsOf({ jobs }: Suggestions): readonly string[] {
  return jobs.flatMap(({ actions }) => actions.flatMap(({ doubts }) => doubts.map(({ text }) => text)));
}

function words(values: readonly string[], description: string): unknown {
  return { type: "string", enum: values, description };
}

describe("what a value means", () => {
  test("is read in the description, beside the value", () => {
    const found = given(
      words(
        ["running", "done", "rejected", "deleted"],
        `The status. * \`running\` - The job is running. * \`done\` - It completed. * \`rejected\` - The job was accepted
        at first, but later could not be processed. * \`deleted\` - The user deleted the job.`,
      ),
    );
    expect(pollingOf(found)).toEqual({
      job: "exportJob",
      status: "$response.body#/status",
      pending: ["running"],
      succeeded: ["done"],
      failed: ["rejected"],
      canceled: ["deleted"],
    });
    expect(doubtsOf(found)).toEqual({});
  });

  test("is read in a list, and in the texts of an enum", () => {
    const listed = words(
      ["ready", "running", "finished", "denied"],
      "One of\n- ready: waits to be started\n- running: at work\n- finished: over\n- denied: failed, no access",
    );
    const titled = {
      oneOf: [
        { const: "ready", title: "Waiting for a worker" },
        { const: "running", title: "At work" },
        { const: "finished", title: "Over" },
        { const: "denied", title: "An error, no access" },
      ],
    };
    expect([listed, titled].map((status) => doubtsOf(given(status)))).toEqual([{}, {}]);
  });

  test("has to be looked at where the text says nothing of it, or something else", () => {
    const values = ["running", "done", "rejected", "deleted"];
    const texts = [
      "The status of an export.",
      "* `rejected`: an editor did not like it. * `deleted`: the system took it away",
    ];
    expect(texts.map((each) => doubtsOf(given(words(values, each))))).toEqual(
      [1, 2].map(() => ({
        "x-polling/failed": "what rejected means",
        "x-polling/canceled": "what deleted means",
      })),
    );
  });
});

test("a value that denies a success is none, and one that says what was wrong is a failure, each with a mark", () => {
  const stages = ["completed", "failed", "generating", "never_generated", "not_renderable"];
  const found = given({ type: "string", enum: stages }, {});
  expect(pollingOf(found)).toMatchObject({
    pending: ["generating", "never_generated"],
    succeeded: ["completed"],
    failed: ["failed", "not_renderable"],
  });
  expect(doubtsOf(found)).toEqual({
    "x-polling/pending": "what never_generated means",
    "x-polling/failed": "what not_renderable means",
  });
});

describe("expired", () => {
  const values = ["running", "done", "failed", "expired"];
  const check = { "x-polling/failed": "whether expired can be a success whose results are gone" };

  test.each([
    [
      "where its text says that a job which was done has been deleted",
      given(
        words(values, "* `expired` - The system deleted the job, as it was in the `done` state for long."),
      ),
    ],
    [
      "where the operation says how long results are kept",
      given(words(values, "How it goes."), {}, "Results are kept for 30 days."),
    ],
    [
      "where a link beside it expires",
      given(words(values, "How it goes."), {
        url: { ...text, description: "The link expires after an hour." },
      }),
    ],
  ])("may be a success whose results are gone, %s", (_, found) => {
    expect(pollingOf(found)).toMatchObject({ failed: ["failed", "expired"] });
    expect(doubtsOf(found)).toEqual(check);
  });

  test.each([
    ["nothing tells of results that go", given(words(values, "How it goes."))],
    [
      "its text says that it did not come to its end",
      given(
        words(values, "* `expired` - The job was not completed within a day."),
        {},
        "Results are kept for a week.",
      ),
    ],
  ])("is a failure where %s", (_, found) => {
    expect(doubtsOf(found)).toEqual({});
  });
});

describe("what a job says at any time is what it says of a failure", () => {
  test.each<[string, unknown, object, unknown]>([
    ["in a message beside the status", stages, { message: text }, { message: "$response.body#/message" }],
    ["but not before an error", stages, { message: text, error: text }, { message: "$response.body#/error" }],
    ["but not beside what tells how the call went", stages, { message: text, success: text }, undefined],
    ["but not where no failure is told", { enum: ["running", "done"] }, { message: text }, undefined],
  ])("%s", (_, status, members, error) => {
    expect(pollingOf(given(status, { ...members }))).toHaveProperty("job");
    expect(Object(pollingOf(given(status, { ...members }))).error).toEqual(error);
  });
});

test("the result of work that is done to a thing is the thing, and of work in an object of its own that object", () => {
  const post = { operationId: "begin", responses: { 202: json(object({ id: text })) } };
  const [within, own] = ["catalog_refresh", "film"].map((name) => {
    const body = object({ id: text, title: text, [name]: object({ status: stages }) });
    return suggestedFor({
      "/films": { post },
      "/films/{id}": { get: { operationId: "look", responses: { 200: json(body) } } },
    });
  });
  expect([within, own].map((found) => found && Object(pollingOf(found)))).toMatchObject([
    { status: "$response.body#/catalog_refresh/status" },
    { status: "$response.body#/film/status", result: "$response.body#/film" },
  ]);
  expect(within && Object(pollingOf(within)).result).toBeUndefined();
});

describe("errors in a list", () => {
  const status = { type: "string", enum: ["running", "done", "failed"] };
  const listOf = (items: unknown): unknown => ({ type: "array", items });

  test.each([
    [
      "objects with a message",
      object({ timestamp: text, message: text }),
      "$response.body#/errors/0/message",
    ],
    ["texts", text, "$response.body#/errors/0"],
  ])("of %s: the first tells what went wrong, with a mark", (_, items, message) => {
    const found = given(status, { errors: listOf(items) });
    expect(pollingOf(found)).toMatchObject({ error: { message } });
    expect(doubtsOf(found)).toEqual({
      "x-polling/error": "that the first of these errors tells why it failed",
    });
  });

  test("in an object of its own, as pages of lists have them", () => {
    const found = given(status, {
      errors: object({ object: text, data: listOf(object({ message: text })) }),
    });
    expect(pollingOf(found)).toMatchObject({ error: { message: "$response.body#/errors/data/0/message" } });
  });

  test("that say by being there that it has failed: no mark", () => {
    const found = given(text, { done: { type: "boolean" }, errors: listOf(text) });
    expect(pollingOf(found)).toMatchObject({
      failedIf: "$response.body#/errors",
      error: { message: "$response.body#/errors/0" },
    });
    expect(doubtsOf(found)).toEqual({});
  });

  test.each([
    [
      "a list of objects that say nothing",
      { errors: listOf(object({ line: { type: "integer" } })) },
      undefined,
    ],
    [
      "a text beside the list",
      { errors: listOf(text), error_message: text },
      "$response.body#/error_message",
    ],
  ])("%s: no mark", (_, members, message) => {
    const found = given(status, members);
    const error = message === undefined ? undefined : { message };
    expect([Object(pollingOf(found)).error, doubtsOf(found)]).toEqual([error, {}]);
  });
});

describe("how far a job is", () => {
  const [count, many] = [{ type: "integer" }, { type: ["integer", "null"] }];

  test.each([
    [
      "is told by what is done of a total",
      { total_count: count, completed_count: many },
      { done: "$response.body#/completed_count", total: "$response.body#/total_count" },
    ],
    [
      "counts what has failed as done, if there is such a count, too",
      { total: count, succeeded: count, failed: count, processed: count },
      { done: "$response.body#/processed", total: "$response.body#/total" },
    ],
    [
      "is told by a percentage before",
      { progress: count, total: count, processed: count },
      "$response.body#/progress",
    ],
    ["is not told by counts that are texts", { total: count, processed: text }, undefined],
    ["is not told without a total", { processed: count }, undefined],
  ])("%s", (_, members, progress) => {
    expect(pollingOf(given(stages, members))).toMatchObject({ job: "exportJob" });
    expect(Object(pollingOf(given(stages, members))).progress).toEqual(progress);
  });
});

test("a 200 after a 202 may be a failure all the same, where the answer tells of one", () => {
  const look = (members: object): Suggestions => {
    const whole = json(object({ id: text, ...members }));
    const get = { operationId: "look", responses: { 200: whole, 202: whole } };
    return suggestedFor({ "/exports/{id}": { get } });
  };
  expect(doubtsOf(look({ status: stages }))).toEqual({
    "x-polling/succeeded":
      "whether it may have failed all the same: the answer has status, one of queued, running, done, failed",
  });
  expect(doubtsOf(look({ size: text }))).toEqual({
    "x-polling/succeeded":
      "how a failure is told: no code is listed for it, so any other answer counts as an error of asking, and not of the job",
  });
});

describe("how a failure is told", () => {
  const perhaps =
    "; if $response.body#/error is there only after a failure, failedIf: $response.body#/error tells it of one that has ended";
  const untold =
    "how a failure is told: nothing here tells one, so a job that failed counts as succeeded, or as pending until time is up";

  test("has a mark where no word is explained, and such a guess is never of high confidence", () => {
    const found = given(text, { progress: { type: "number" }, result: text, started_at: text, error: text });
    const [job] = found.jobs;
    const sum = job?.evidence.reduce((sum, { weight }) => sum + weight, 0);
    expect(sum).toBeGreaterThan(weights.surely);
    expect(job?.confidence).toBe("medium");
    expect(pollingOf(found)).toMatchObject({ succeeded: ["completed"] });
    expect(allDoubtsOf(found)).toEqual([
      "which word says that it has succeeded: the document does not tell, completed is a guess, and every other word that stands in no list counts as pending",
      `${untold}${perhaps}`,
    ]);
  });

  test.each([
    ["no word of a list is one", { type: "string", enum: ["queued", "running", "done"] }, {}, [untold]],
    ["only a calling off is", { type: "string", enum: ["queued", "done", "canceled"] }, {}, [untold]],
    ["a flag says that it is over", text, { done: { type: "boolean" } }, [untold]],
    [
      "a percentage tells",
      { type: "object" },
      { percent_complete: { type: "number" }, error: text },
      ["that this is the end", `${untold}${perhaps}`],
    ],
    [
      "only an end time tells",
      { type: "object" },
      { completed_at: text, error: text, progress: text },
      ["that it is there only once the job has ended", `${untold}${perhaps}`],
    ],
  ])("has a mark where %s", (_, status, members, doubts) => {
    expect(allDoubtsOf(given(status, members))).toEqual(doubts);
  });

  test.each([
    ["a word is one", stages, {}],
    ["an error beside a flag is one", text, { done: { type: "boolean" }, error: text }],
  ])("has no mark where %s", (_, status, members) => {
    expect(allDoubtsOf(given(status, members))).toEqual([]);
  });
});

test("the status of the first of a list has a mark that names the list", () => {
  const steps = { type: "array", items: object({ status: stages }) };
  const get = { operationId: "look", responses: { 200: json(object({ id: text, run: object({ steps }) })) } };
  const post = { operationId: "begin", responses: { 202: json(object({ id: text })) } };
  const found = suggestedFor({ "/runs": { post }, "/runs/{id}": { get } });
  expect(pollingOf(found)).toMatchObject({ status: "$response.body#/run/steps/0/status" });
  expect(doubtsOf(found)).toEqual({
    "x-polling/status": "that run/steps holds one only, or that its first tells of all",
  });
});
