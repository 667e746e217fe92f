import { expect, test } from "vitest";
import { doubtsOf, json, object, stages, suggestedFor, text } from "./given.ts";

type Operation = Readonly<Record<string, unknown>>;

function answering(operationId: string, answer: unknown, words: Operation = {}): Operation {
  return { operationId, responses: { 200: json(answer) }, ...words };
}

/** Each job with what starts it. */
function started(paths: Readonly<Record<string, Operation>>): Readonly<Record<string, readonly string[]>> {
  const { jobs, others } = suggestedFor(paths);
  return Object.fromEntries(
    [...jobs, ...others.map((each) => ({ starters: [], ...each }))].map((one) => [
      one.operation,
      one.starters,
    ]),
  );
}

const status = object({ status: stages });

test("a `gid` is an id as any other", () => {
  const told = object({ gid: text, state: stages });
  expect(
    started({
      "/exports": { post: answering("start", object({ data: told })) },
      "/exports/{export_gid}": { get: answering("look", object({ data: told })) },
    }),
  ).toEqual({ "GET /exports/{export_gid}": ["POST /exports"] });
});

test("what another thing is called by does not start the work on that which has the name", () => {
  const look = answering("look", status);
  const made = answering("make", object({ index: text }));
  expect(started({ "/reindex/{index}/_status": { get: look }, "/documents": { post: made } })).toEqual({
    "GET /reindex/{index}/_status": [],
  });
});

test("an id that the caller has sent in the path is told back, and starts nothing elsewhere", () => {
  const look = answering("look", status);
  const change = answering("change", object({ job_id: text }));
  const paths = (path: string): Readonly<Record<string, Operation>> => ({
    "/rollup/job/{id}": { get: look },
    [path]: { post: change },
  });
  expect(started(paths("/detectors/{job_id}/_update"))).toEqual({ "GET /rollup/job/{id}": [] });
  expect(started(paths("/detectors/{detector}/_update"))).toEqual({
    "GET /rollup/job/{id}": ["POST /detectors/{detector}/_update"],
  });
});

test.each([
  ["its path", { description: "Then call `GET /async-jobs/{id}`." }, {}],
  ["its path, with another name for the id", { description: "See /v1/async-jobs/:jobId." }, {}],
  ["its id", { description: "See [the docs](https://docs.test/#operation/lookAtJob)." }, {}],
  ["its id, there", {}, { description: "Of `orderLater` and others." }],
])("of two jobs of the same key, that is started which a text names: by %s", (_, there, here) => {
  const paths = {
    "/files/deletion-jobs/{jobId}": { get: answering("lookAtDeletion", status) },
    "/async-jobs/{jobId}": { get: answering("lookAtJob", status, here) },
    "/later/orders": { post: answering("orderLater", object({ jobId: text }), there) },
  };
  expect(started(paths)["GET /async-jobs/{jobId}"]).toEqual(["POST /later/orders"]);
});

test("the path of the call itself, which its text names, is not what it starts", () => {
  const session = { $ref: "#/components/schemas/Session" };
  const description = "A PUT to `/servers/{id}` changes it.";
  const found = suggestedFor(
    {
      "/servers/{id}": {
        get: answering("getServer", object({ id: text, state: stages })),
        put: { operationId: "change", description, responses: { 201: json(session) } },
      },
      "/sessions/{id}": { get: answering("look", session) },
    },
    { Session: object({ id: text, status: stages }) },
  );
  const [first] = found.jobs;
  expect([first?.operation, first?.starters]).toEqual(["GET /sessions/{id}", ["PUT /servers/{id}"]]);
});

test("a path that goes on is another one", () => {
  const named = (description: string): unknown =>
    started({
      "/films/{id}/cuts": { post: answering("cut", object({ jobId: text }), { description }) },
      "/film-jobs/{jobId}": { get: answering("lookAtFilm", status) },
      "/jobs/{jobId}": { get: answering("look", status) },
    })["GET /jobs/{jobId}"];
  expect(named("Then GET /jobs/{jobId}.")).toEqual(["POST /films/{id}/cuts"]);
  expect(named("Its log is at /jobs/{jobId}/log.")).toEqual([]);
});

test("of what deletes a thing, somebody has to look whether the job can be asked about below its path", () => {
  const action = object({ action: object({ id: text, status: stages }) });
  const found = suggestedFor({
    "/servers/{id}": { delete: answering("remove", action) },
    "/servers/{id}/actions/{action_id}": { get: answering("look", action) },
  });
  expect(doubtsOf(found)).toContain("that it can be asked about below what was deleted");
});

test("what is started beside the id of what is run has its own", () => {
  const answer = object({ workflow_id: text, batch_id: text });
  expect(
    started({
      "/workflows/runs/{workflow_id}/start": { post: answering("begin", answer) },
      "/workflows/runs/{workflow_id}/{batch_id}": { get: answering("look", status) },
    }),
  ).toEqual({ "GET /workflows/runs/{workflow_id}/{batch_id}": ["POST /workflows/runs/{workflow_id}/start"] });
});

test.each([
  ["/labels/{label_id}/return", "label_id", []],
  ["/batches/{label_id}/return", "label_id", ["POST /batches/{label_id}/return"]],
  ["/labels/{label_id}/return", "carrier", ["POST /labels/{label_id}/return"]],
])("what %s answers, with a batch_id beside its %s, starts %j", (path, beside, starters) => {
  const answer = object({ [beside]: text, batch_id: text });
  expect(
    started({
      [path]: { post: answering("begin", answer) },
      "/jobs/{batch_id}": { get: answering("look", status) },
    }),
  ).toEqual({ "GET /jobs/{batch_id}": starters });
});

test("what makes a thing that is no job, and gives a job beside it, starts that", () => {
  const volume = object({ id: text, status: { type: "string", enum: ["creating", "available"] } });
  const action = object({ id: text, status: stages });
  expect(
    started({
      "/volumes": { post: answering("make", object({ volume, action })) },
      "/volumes/{id}": {
        get: answering("getVolume", object({ volume })),
        put: answering("change", object({})),
      },
      "/actions/{id}": { get: answering("look", object({ action })) },
    }),
  ).toMatchObject({ "GET /actions/{id}": ["POST /volumes"] });
});

test("of an id that may be null, somebody has to look whether it is there", () => {
  const action = (more: object): unknown =>
    object({ action: { ...Object(object({ id: text, status: stages })), ...more } });
  const found = (more: object): readonly string[] =>
    doubtsOf(
      suggestedFor({
        "/groups": { post: answering("make", action(more)) },
        "/actions/{action_id}": { get: answering("look", action({})) },
      }),
    ).filter((doubt) => doubt.includes("null"));
  expect(found({})).toEqual([]);
  expect(found({ type: ["object", "null"] })).toEqual(["that the answer has it: action may be null"]);
});
