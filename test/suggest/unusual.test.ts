import { describe, expect, test } from "vitest";
import { overlayText } from "../../scripts/suggest/show/overlay.ts";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { json, linksOf, object, pollingOf, stages, suggestedFor, text } from "./given.ts";

const id = { id: text };

describe("work that has no status in the document", () => {
  const post = { operationId: "merge", responses: { 202: json(object({ task_id: text })) } };
  const get = {
    operationId: "mergeStatus",
    description: "Check the status of a merge.",
    responses: { 200: { description: "The merge, once it is done" } },
  };
  const paths = { "/merges": { post }, "/merges/status/{task_id}": { get } };

  test("is written as a comment, for somebody who knows where the answer tells it", () => {
    const found = suggestedFor(paths);
    expect(found.jobs).toMatchObject([{ operation: "GET /merges/status/{task_id}", isOpen: true }]);
    expect(pollingOf(found)).toEqual({ job: "mergeJob", status: "$response.body#/status", succeeded: [] });
    expect(linksOf(found)).toEqual([
      { status: { operationId: "mergeStatus", parameters: { task_id: "$response.body#/task_id" } } },
    ]);
    const overlay = overlayText(found, { of: "merges.yaml", where: () => "line" });
    expect(overlay).toContain("actions: []");
    expect(overlay).toContain("# check: in which field the answer tells it, for the document does not say");
  });

  test("is named after the key, where that says whose status stands before it", () => {
    const found = suggestedFor({ "/shops/{shop_id}/status/{scan_request_id}": { get } });
    const reasons = found.jobs.flatMap(({ evidence }) => evidence.map((each) => each.text));
    expect(reasons).toContain("scan is work that ends");
  });

  test("is none where no text and no path says that it is about a status", () => {
    const plain = { operationId: "aMerge", responses: get.responses };
    expect(suggestedFor({ "/merges": { post }, "/merges/{task_id}": { get: plain } })).toMatchObject({
      jobs: [],
      others: [],
    });
  });

  test("is one where the text of the question tells how it begins, succeeds and fails", () => {
    const zip = (description: string): Suggestions => {
      const words = { operationId: "zipFile", summary: "Check a zip file's status", description };
      return suggestedFor({ "/zip_files/{id}": { get: { ...words, responses: get.responses } } });
    };
    const found = zip("The `status` is one of:\n\n- `starting`\n- `creating`\n- `finished`\n- `failed`");
    const [other] = found.others;
    expect(other?.evidence.map((each) => each.text)).toContain(
      "the text of the operation has starting, creating, finished, failed",
    );
    expect(zip("The `status` is one of:\n\n- `open`\n- `paid`")).toMatchObject({ jobs: [], others: [] });
  });

  test("is one where an operation is asked about whose answer is an object and no more", () => {
    const operation = (answer: unknown): readonly string[] => {
      const { jobs, others } = suggestedFor({
        "/operations/{id}": { get: { operationId: "anOperation", responses: { 200: json(answer) } } },
      });
      return [...jobs, ...others].map((job) => job.operation);
    };
    expect(operation(object({}))).toEqual(["GET /operations/{id}"]);
    expect(operation(object({ name: text }))).toEqual([]);
  });

  test("is none where the path leads to its result", () => {
    const found = suggestedFor({ "/merges": { post }, "/merges/{task_id}/result": { get } });
    expect(found).toMatchObject({ jobs: [], others: [] });
  });

  test("leaves what starts it to an answer that has one", () => {
    const whole = { operationId: "aMerge", responses: { 200: json(object({ ...id, status: text })) } };
    const found = suggestedFor({
      "/merges": { post },
      "/merges/{task_id}": { get: whole },
      "/merges/{task_id}/status": { get },
    });
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toContainEqual([
      "GET /merges/{task_id}",
      ["POST /merges"],
    ]);
  });
});

describe("work in several parts", () => {
  const run = (members: Readonly<Record<string, unknown>>): unknown => {
    const get = { operationId: "look", responses: { 200: json(object({ ...id, name: text, ...members })) } };
    const post = { operationId: "start", responses: { 201: json(object(id)) } };
    return pollingOf(suggestedFor({ "/runs": { post }, "/runs/{id}": { get } }));
  };

  test("has the status of the first where the whole has none", () => {
    expect(run({ steps: { type: "array", items: object({ status: stages }) } })).toEqual({
      job: "lookJob",
      status: "$response.body#/steps/0/status",
      pending: ["queued", "running"],
      succeeded: ["done"],
      failed: ["failed"],
      result: "$response.body#/steps/0",
    });
  });

  test("has its own where it has one", () => {
    const steps = { type: "array", items: object({ status: stages }) };
    expect(run({ steps, status: stages })).toMatchObject({ status: "$response.body#/status" });
  });

  test("is no list of such work", () => {
    expect(run({ runs: { type: "array", items: object({ status: stages }) } })).toBeUndefined();
  });

  test("is one alone, in a list that has nothing beside it", () => {
    const list = object({ runs: { type: "array", items: object({ ...id, status: stages }) }, count: {} });
    const get = { operationId: "look", responses: { 200: json(list) } };
    expect(pollingOf(suggestedFor({ "/runs/{run_id}": { get } }))).toMatchObject({
      status: "$response.body#/runs/0/status",
    });
  });
});

describe("where the words stand", () => {
  test.each([
    "/disks/{id}/GetBackupProgress",
    "/disks/{id}/get-backup-progress",
    "/disks/{id}/$/queryBackupStatus",
  ])("%s asks for the progress of a backup", (path) => {
    const get = { operationId: "look", responses: { 200: json(object({ BackupState: stages, a: text })) } };
    const [job] = suggestedFor({ [path]: { get } }).jobs;
    expect(job?.evidence.map((each) => each.text)).toEqual([
      "BackupState is one of queued, running, done, failed",
      "each of these values says that work waits, goes on or has ended",
      "queued, running tell of a machine at work",
      "backup is work that ends",
      "the operation is there for the status alone",
      "no operation was found that starts one",
    ]);
  });

  test("before the version", () => {
    const get = { operationId: "look", responses: { 200: json(object({ status: stages })) } };
    const [job] = suggestedFor({ "/film-exports/v1/{id}/status": { get } }).jobs;
    expect(job?.evidence.map((each) => each.text)).toContain("film export is work that ends");
  });

  test("around the object that has the status", () => {
    const state = { type: "object", properties: { name: stages } };
    const body = object({ ...id, a: text, state, completed_on: text });
    const get = { operationId: "look", responses: { 200: json(body) } };
    const [job] = suggestedFor({ "/exports/{id}": { get } }).jobs;
    expect(job?.evidence.map((each) => each.text)).toContain("completed_on stands beside it");
  });

  test("in a POST that sets the status of something, which is no question", () => {
    const post = {
      operationId: "updateExportStatus",
      responses: { 200: json(object({ ...id, status: stages })) },
    };
    const asking = suggestedFor({ "/exports/{id}/getChangeSetStatus": { post } });
    expect(asking.jobs).toHaveLength(1);
    expect(suggestedFor({ "/exports/{id}/updateExportStatus": { post } })).toMatchObject({
      jobs: [],
      others: [],
    });
  });
});

describe("how an end is told", () => {
  test("by the time under the name of a flag", () => {
    const get = {
      operationId: "look",
      responses: { 200: json(object({ export_id: text, started: text, finished: text })) },
    };
    const post = { operationId: "start", responses: { 200: json(object({ export_id: text })) } };
    expect(pollingOf(suggestedFor({ "/exports": { post }, "/exports/{export_id}": { get } }))).toEqual({
      job: "lookJob",
      status: "$statusCode",
      succeeded: [200],
      requires: ["finished"],
    });
  });

  test("by a flag of something else, which is less", () => {
    const get = {
      operationId: "look",
      responses: { 200: json(object({ ...id, is_profile_running: { type: "boolean" }, start_time: text })) },
    };
    expect(suggestedFor({ "/processes/{id}": { get } })).toMatchObject({ jobs: [] });
  });

  test("by 202 to a question by POST, which is put again until it is 200", () => {
    const responses = {
      200: json(object({ title: text })),
      202: json(object({}), "Repeat until it is ready."),
    };
    const paths = { "/models/{id}/properties:query": { post: { operationId: "properties", responses } } };
    expect(pollingOf(suggestedFor(paths))).toEqual({
      job: "propertiesJob",
      status: "$statusCode",
      pending: [202],
      succeeded: [200],
    });
    const refresh = { "/models/{id}/refresh": { post: { operationId: "refresh", responses } } };
    expect(suggestedFor(refresh).jobs).toEqual([]);
  });

  test("by 202, though many list one, where the text says to ask again", () => {
    const both = { 200: json(object({ title: text })), 202: { description: "Accepted" } };
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    const posts = names.map((name) => [`/${name}`, { post: { responses: both } }]);
    const get = { operationId: "look", description: "Poll this until the film is there.", responses: both };
    const found = suggestedFor({ ...Object.fromEntries(posts), "/films/{digest}": { get } });
    expect(pollingOf(found)).toEqual({
      job: "lookJob",
      status: "$statusCode",
      pending: [202],
      succeeded: [200],
    });
  });

  test("by a status that nobody explains, at a path that is there for it", () => {
    const get = { operationId: "look", responses: { 200: json(object({ status: text })) } };
    expect(suggestedFor({ "/exports/{id}/status": { get } }).jobs).toHaveLength(1);
  });

  test("by a status that nobody explains, of a pipeline that was started and has its end beside it", () => {
    const found = [{ completed_on: text }, {}].map((more) => {
      const get = { operationId: "look", responses: { 200: json(object({ ...id, status: text, ...more })) } };
      const post = { operationId: "start", responses: { 201: json(object(id)) } };
      return suggestedFor({ "/pipelines": { post }, "/pipelines/{id}": { get } });
    });
    expect(found.map(({ jobs }) => jobs.length)).toEqual([1, 0]);
  });

  test("by a status that nobody explains, of an operation that callers do not change", () => {
    const get = { operationId: "look", responses: { 200: json(object({ ...id, status: text })) } };
    const put = { requestBody: json(object({ name: text })), responses: { 200: json(object(id)) } };
    const found = [{}, { put }].map((more) =>
      suggestedFor({ "/places/{place}/operations/{id}": { get, ...more } }),
    );
    expect(found.map(({ jobs }) => jobs.length)).toEqual([1, 0]);
  });
});

describe("what a question by POST needs in its body", () => {
  const look = (needed: readonly string[]): unknown => {
    const schema = { ...Object(object({ runId: text, film: text })), required: needed };
    const post = {
      operationId: "getRenderRun",
      requestBody: { content: { "application/json": { schema } } },
      responses: { 200: json(object({ runId: text, status: stages })) },
    };
    const body = { content: { "application/json": { schema: object({ film: text }) } } };
    const start = {
      operationId: "startRenderRun",
      requestBody: body,
      responses: { 200: json(object({ runId: text })) },
    };
    const other = { operationId: "retry", responses: { 200: json(object({ runId: text })) } };
    const found = suggestedFor({
      "/getRenderRun": { post },
      "/startRenderRun": { post: start },
      "/renderRun/again": { post: other },
    });
    return [found.jobs.map(({ starters }) => starters), linksOf(found)[0]];
  };
  const toLook = { operationId: "getRenderRun" };

  test("is given from what the caller sent, and what cannot give it starts none", () => {
    const requestBody = { runId: "$response.body#/runId", film: "$request.body#/film" };
    expect(look(["runId", "film"])).toEqual([
      [["POST /startRenderRun"]],
      { status: { ...toLook, requestBody } },
    ]);
  });

  test("is the id alone where that is enough", () => {
    expect(look(["runId"])).toEqual([
      [["POST /startRenderRun", "POST /renderRun/again"]],
      { status: { ...toLook, requestBody: { runId: "$response.body#/runId" } } },
    ]);
  });
});
