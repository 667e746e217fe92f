import { describe, expect, test } from "vitest";
import {
  isJob,
  isPerhapsJob,
  json,
  linksOf,
  object,
  pollingOf,
  stages,
  suggestedFor,
  text,
} from "./given.ts";

const id = { id: text };
const list = (items: unknown): unknown => ({ type: "array", items });
const one = object({ ...id, status: stages });
const query = (name: string, required = true) => ({ in: "query", name, required, schema: list(text) });

describe("one is asked for", () => {
  test("by what is called after it, and stands in a list all the same", () => {
    const plates = object({ plates: list(object({ plate: text, state: stages })), total: text });
    expect(isJob("/presses/{press}/plates/{plate}", plates)).toBe(true);
    expect(isJob("/presses/{press}/plates/{plate}/_stats", plates)).toBe(true);
    expect(isJob("/presses/{press}/plates/{plate}/inks", plates)).toBe(false);
    expect(isJob("/presses/{press}/plates/{colour}", plates)).toBe(false);
  });

  test("by the id of an operation, and is answered with a list that is the whole answer", () => {
    const traces = list(object({ path: text, status: stages }));
    expect(isPerhapsJob("/sites/{name}/networkTrace/{operationId}", traces)).toBe(true);
    expect(isPerhapsJob("/sites/{name}/networkTrace/{colour}", traces)).toBe(false);
  });

  test("and what belongs to it, in JSON:API's `included`, is not meant", () => {
    const having = (name: string): unknown =>
      object({ data: object(id), [name]: list(object({ state: stages })) });
    expect(isPerhapsJob("/app-translations/{id}", having("steps"))).toBe(true);
    expect(isPerhapsJob("/app-translations/{id}", having("included"))).toBe(false);
  });

  test("by a list of ids that has to be given, also where it can be by one", () => {
    const get = { operationId: "look", responses: { 200: json(one) } };
    const byIds = (name: string, required: boolean): boolean =>
      isJob(
        "/exports",
        object({ exports: list(one) }),
        { parameters: [query(name, required)] },
        { "/exports/{id}": { get } },
      );
    expect(byIds("id", true)).toBe(true);
    expect(byIds("export_ids", true)).toBe(true);
    expect(byIds("id", false)).toBe(false);
    expect(byIds("shop_id", true)).toBe(false);
  });

  test("by ids only where the values are told, for people have tasks, too", () => {
    const tasks = (status: unknown): unknown => object({ first: object({ current_status: status }) });
    const asked = { parameters: [query("task_ids")], summary: "Status of tasks" };
    expect(isJob("/task/time/task_ids", tasks(text), asked)).toBe(false);
    expect(isJob("/task/time/task_ids", tasks(stages), asked)).toBe(true);
  });

  test("by its id alone where a list could be asked for, too: what starts it leads there", () => {
    const post = { responses: { 202: json(object({ ...id })) } };
    const found = suggestedFor({
      "/exports": {
        post,
        get: {
          operationId: "some",
          parameters: [query("id")],
          responses: { 200: json(object({ exports: list(one) })) },
        },
      },
      "/exports/{id}": { get: { operationId: "look", responses: { 200: json(one) } } },
    });
    expect(found.jobs.map(({ operation, starters }) => [operation, starters])).toEqual([
      ["GET /exports/{id}", ["POST /exports"]],
      ["GET /exports", []],
    ]);
  });

  test("by its `Name`, where one URL serves all operations", () => {
    const post = {
      operationId: "GetBackup",
      requestBody: json({ ...Object(object({ Name: text })), required: ["Name"] }),
      responses: { 200: json(object({ Backup: object({ Name: text, State: stages }) })) },
    };
    const [job] = suggestedFor({ "/#X-Amz-Target=Glue.GetBackup": { post } }).jobs;
    expect(job?.operation).toBe("POST /#X-Amz-Target=Glue.GetBackup");
  });

  test("by its `Name`, where the question takes nothing but that, whatever is asked about", () => {
    const found = (more: object): readonly string[] => {
      const post = {
        operationId: "DescribeExperiment",
        requestBody: json({ ...Object(object({ Name: text, ...more })), required: ["Name"] }),
        responses: { 200: json(object({ Name: text, Status: stages })) },
      };
      return suggestedFor({ "/#X-Amz-Target=Lab.DescribeExperiment": { post } }).jobs.map(
        ({ operation }) => operation,
      );
    };
    expect([found({}).length, found({ Filter: text }).length]).toEqual([1, 0]);
  });

  test("by what a body calls them, of which the answer is a list", () => {
    const tasks = list(object({ taskArn: text, lastStatus: stages }));
    const post = {
      operationId: "DescribeTasks",
      requestBody: json(object({ cluster: text, tasks: list(text) })),
      responses: { 200: json(object({ tasks, failures: list(text) })) },
    };
    expect(pollingOf(suggestedFor({ "/#X-Amz-Target=Container.DescribeTasks": { post } }))).toMatchObject({
      status: "$response.body#/tasks/0/lastStatus",
    });
  });

  test("by a path that is a yes or a no", () => {
    const running = object({ isRunning: { type: "boolean" }, endedAt: text });
    expect(isPerhapsJob("/role-copy/is-running", running)).toBe(true);
    expect(isPerhapsJob("/role-copy/is-open", running)).toBe(false);
  });

  test("by an operation whose own name stands behind dots", () => {
    const post = {
      operationId: "models.fetchPredictOperation",
      requestBody: json(object({ operationName: text })),
      responses: { 200: json(object({ name: text, done: { type: "boolean" }, error: object({}) })) },
    };
    const paths = (operationId: string) => ({
      "/{model}:fetchPredictOperation": { post: { ...post, operationId } },
    });
    expect(suggestedFor(paths("models.fetchPredictOperation")).jobs).toHaveLength(1);
    expect(suggestedFor(paths("models.predictOperation")).jobs).toHaveLength(0);
  });
});

test("a POST that is sent a status, or edits one, asks for none", () => {
  const answer = { responses: { 200: json(object({ ...id, status: stages })) } };
  const asked = (path: string, body: unknown): boolean => {
    const { jobs, others } = suggestedFor({ [path]: { post: { requestBody: json(body), ...answer } } });
    return jobs.length + others.length > 0;
  };
  expect(asked("/exports/{id}/status", object({ page: text }))).toBe(true);
  expect(asked("/exports/{id}/status", object({ status: text }))).toBe(false);
  expect(asked("/exports/{id}/edit-status", object({ page: text }))).toBe(false);
});

test("a status is that of the thing, where it has the end of its name", () => {
  const get = { operationId: "look", responses: { 200: json(object({ ...id, turn_state: stages })) } };
  const reasons = (path: string): readonly string[] =>
    suggestedFor({ [path]: { get } }).jobs.flatMap(({ evidence }) => evidence.map((each) => each.text));
  const against = "turn_state is the status of something else, or one of several";
  expect(reasons("/shops/{shop}/deskturns/{id}")).not.toContain(against);
  expect(reasons("/shops/{shop}/deskbackups/{id}")).toContain(against);
});

test("a key that is named after work is the id of one", () => {
  const status = object({ state: stages });
  expect(isJob("/upkeep/{upkeepRunParam}", status)).toBe(true);
  expect(isJob("/upkeep/{upkeepParam}", status)).toBe(false);
  expect(isJob("/upkeep/{upkeepRunType}", status)).toBe(false);
});

describe("of what there is one", () => {
  const path = "/books/{book_id}/colour-proof";

  test("it is asked by the path of what has it, if its values begin and succeed", () => {
    expect(isPerhapsJob(path, object({ at: text, state: stages }))).toBe(true);
    expect(isPerhapsJob(path, object({ at: text, state: { enum: ["glossy", "matt"] } }))).toBe(false);
    expect(isPerhapsJob(path, object({ at: text, state: text }), { summary: "The proof" })).toBe(false);
    const proofs = object({ proofs: list(object({ at: text, state: stages })) });
    expect(isPerhapsJob("/books/{book_id}/colour-proofs", proofs)).toBe(false);
    // one status, of them all
    expect(isPerhapsJob("/books/{book_id}/colour-proofs", object({ at: text, state: stages }))).toBe(true);
  });

  test("it is none that callers change", () => {
    const put = { requestBody: json(object({ name: text })), responses: { 204: { description: "ok" } } };
    expect(isPerhapsJob(path, object({ at: text, state: stages }), {}, { [path]: { put } })).toBe(false);
  });

  test("the last run is the newest of many", () => {
    expect(isJob("/binder/lastRun", object({ run: text, status: stages }))).toBe(true);
    expect(isJob("/binder/lastPage", object({ run: text, status: stages }))).toBe(false);
  });
});

describe("a POST that a text says to put again", () => {
  const post = (description: string) => ({
    operationId: "dump",
    description,
    responses: { 200: json(object({ bookmark: text, status: stages })) },
  });
  const path = "/books/{book_id}/export";
  const jobs = (description: string, more: object = {}): readonly string[] =>
    suggestedFor({ [path]: { post: post(description) }, ...more }).jobs.map(({ operation }) => operation);

  test("tells the status itself", () => {
    expect(jobs("Begins an export, and has to be polled until it is done.")).toEqual([`POST ${path}`]);
    expect(jobs("If there is an export already, returns the current status.")).toEqual([`POST ${path}`]);
    expect(jobs("Begins an export.")).toEqual([]);
  });

  test("tells none where that is polled which takes an id of its answer", () => {
    expect(jobs("Begins an export. Use the bookmark_id to poll for the result.")).toEqual([]);
  });

  test("starts a job where another call tells it: that is to be polled then", () => {
    const get = { operationId: "look", responses: { 200: json(object({ bookmark: text, status: stages })) } };
    const more = { "/exports/{bookmark}": { get } };
    expect(jobs("Begins an export, whose status is to be polled.", more)).toEqual([
      "GET /exports/{bookmark}",
    ]);
  });
});

test("what each of its answers says counts, and what only its 202 says is of what still goes on", () => {
  const answer = (values: readonly string[]): unknown => json(object({ status: { enum: values } }));
  const post = {
    operationId: "look",
    description: "To be polled.",
    responses: { 200: answer(["complete", "error"]), 202: answer(["active", "error"]) },
  };
  expect(pollingOf(suggestedFor({ "/shops/{shop}/export": { post } }))).toMatchObject({
    pending: ["active"],
    succeeded: ["complete"],
    failed: ["error"],
  });
  const get = {
    operationId: "look",
    responses: { 200: answer(["complete", "error"]), 201: answer(["running"]) },
  };
  expect(pollingOf(suggestedFor({ "/exports/{id}": { get } }))).toMatchObject({
    pending: ["running"],
    succeeded: ["complete"],
    failed: ["error"],
  });
});

test("the time when it ended is read only where it is said to be there by then", () => {
  const ended = (description: string): boolean =>
    isPerhapsJob(
      "/copies/{id}",
      object({ ...id, startTime: text, endTime: { type: "string", description } }),
    );
  expect(ended("When it was finished. Present only for finished copies.")).toBe(true);
  expect(ended("The end of the period.")).toBe(false);
});

describe("a status of something else", () => {
  const asked = (name: string, status: unknown): boolean =>
    isPerhapsJob(
      "/sets/{id}",
      object({ ...id, [name]: status, completed_at: text, error: text }),
      {},
      { "/sets": { post: { responses: { 202: json(object(id)) } } } },
    );

  test("counts less against it, where a machine is at work that may fail", () => {
    expect(asked("folding_status", { enum: ["queued", "folded", "failed"] })).toBe(true);
    expect(asked("folding_status", { enum: ["new", "folded", "failed"] })).toBe(false);
  });

  test("is that of the thing, where a path is there for nothing else", () => {
    const status = object({ changeStatus: { enum: ["PENDING", "APPLIED"] } });
    const post = { responses: { 202: json(object({ ...id })) } };
    const paths = { "/presses": { post } };
    const reasons = (path: string): readonly string[] => {
      const get = { operationId: "look", responses: { 200: json(status) } };
      const { jobs, others } = suggestedFor({ ...paths, [path]: { get } });
      return [...jobs, ...others].flatMap(({ evidence }) => evidence.map((each) => each.text));
    };
    expect(reasons("/presses/{id}/status")).toContain("the operation is there for the status alone");
    expect(reasons("/presses/{id}/info")).not.toContain("the operation is there for the status alone");
  });
});

describe("work within a thing", () => {
  const rack = (name: string, status: unknown): unknown =>
    object({ ...id, owner: text, size: text, [name]: object({ error: text, status }) });

  test("is a job, where its name is that of work and its values begin and succeed", () => {
    const found = suggestedFor({
      "/racks/{rack}": {
        get: { operationId: "look", responses: { 200: json(rack("stock_refresh", stages)) } },
      },
    });
    expect(pollingOf(found)).toMatchObject({ status: "$response.body#/stock_refresh/status" });
    expect(linksOf(found)).toEqual([]);
    expect(isPerhapsJob("/racks/{rack}", rack("stock_keeper", stages))).toBe(false);
    expect(isPerhapsJob("/racks/{rack}", rack("stock_refresh", { enum: ["queued", "done"] }))).toBe(true);
    expect(isPerhapsJob("/racks/{rack}", rack("stock_refresh", { enum: ["queued", "new"] }))).toBe(false);
    expect(isJob("/racks/{rack}/books", rack("stock_refresh", stages))).toBe(false);
    const shelf = object({ ...id, size: text, at: text, shelf: rack("stock_refresh", stages) });
    expect(isPerhapsJob("/racks/{rack}", shelf)).toBe(false);
  });
});
