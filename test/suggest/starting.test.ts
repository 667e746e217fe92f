import { describe, expect, test } from "vitest";
import { suggest } from "../../scripts/suggest/index.ts";
import { doubtsOf, json, linksOf, object, stages, suggestedFor, text } from "./given.ts";

const job = object({ id: text, status: stages });
const look = { operationId: "getJob", responses: { 200: json(object({ job })) } };

/** What a POST to the list of jobs leads to, by what it answers. */
function linkTo(answer: unknown): readonly unknown[] {
  const post = { operationId: "startJob", responses: { 201: json(answer) } };
  const found = suggestedFor({ "/jobs": { post }, "/jobs/{jobid}": { get: look } });
  const doubts = found.jobs.flatMap(({ actions }) => actions.flatMap((action) => action.doubts));
  return [...linksOf(found), ...doubts.map((each) => each.text)];
}

function status(pointer: string): unknown {
  return { status: { operationId: "getJob", parameters: { jobid: `$response.body#/${pointer}` } } };
}

test("of two jobs that are asked for by a jobId, what says that it gives that of a job starts the nearer", () => {
  const asked = (operationId: string): Readonly<Record<string, unknown>> => ({
    get: { operationId, responses: { 200: json(object({ status: stages })) } },
  });
  const id = { ...text, description: "Identifier to get the status of an asynchronous job." };
  const post = { operationId: "installApp", responses: { 200: json(object({ id })) } };
  const found = suggestedFor({
    "/apps/{uuid}/install": { post },
    "/apps/install/{jobId}/status": asked("getInstallStatus"),
    "/tables/jobs/{jobId}/status": asked("getTableJobStatus"),
  });
  expect(linksOf(found)).toEqual([
    { status: { operationId: "getInstallStatus", parameters: { jobId: "$response.body#/id" } } },
  ]);
});

test("a credential is handed on by no link, unless the answer gives it for this job alone", () => {
  const linksFor = (name: string, place: string, answer: unknown): readonly unknown[] => {
    const parameters = [{ name, in: place, required: true, schema: text }];
    const post = { operationId: "startJob", parameters, responses: { 201: json(answer) } };
    const get = { ...look, parameters };
    return linksOf(suggestedFor({ "/jobs": { post }, "/jobs/{jobid}": { get } }));
  };
  const begun = object({ jobid: text });
  const link = (more: Readonly<Record<string, string>>): readonly unknown[] => [
    { status: { operationId: "getJob", parameters: { jobid: "$response.body#/jobid", ...more } } },
  ];
  expect(linksFor("xi-api-key", "header", begun)).toEqual(link({}));
  expect(linksFor("access_token", "query", begun)).toEqual(link({}));
  expect(linksFor("X-Language", "header", begun)).toEqual(
    link({ "X-Language": "$request.header.X-Language" }),
  );
  const get = { ...look, parameters: [{ name: "job-token", in: "header", required: true, schema: text }] };
  const post = {
    operationId: "startJob",
    responses: { 201: json(object({ jobid: text, job_token: text })) },
  };
  expect(linksOf(suggestedFor({ "/jobs": { post }, "/jobs/{jobid}": { get } }))).toEqual(
    link({ "job-token": "$response.body#/job_token" }),
  );
});

test("what answers with the very schema that tells the status starts one, each in an envelope of its own", () => {
  const schemas = { Export: object({ id: text, status: stages }), Import: object({ id: text, state: text }) };
  const answer = (name: string): unknown => json(object({ job: { $ref: `#/components/schemas/${name}` } }));
  const startedBy = (name: string): readonly string[] => {
    const post = { operationId: "print", responses: { 200: answer(name) } };
    const get = { operationId: "look", responses: { 200: answer("Export") } };
    const paths = { "/partners/exports": { post }, "/exports/{exportId}": { get } };
    return suggestedFor(paths, schemas).jobs.flatMap(({ starters }) => starters);
  };
  expect([startedBy("Export"), startedBy("Import")]).toEqual([["POST /partners/exports"], []]);
});

test("the id of what is given in the settings of another thing starts nothing", () => {
  const startedBy = (holder: string): readonly string[] => {
    const model = object({ name: text, [holder]: object({ dataset_id: text }) });
    const patch = { operationId: "changeModel", responses: { 200: json(model) } };
    const get = { operationId: "look", responses: { 200: json(object({ id: text, status: stages })) } };
    const found = suggestedFor({ "/models/{id}": { patch }, "/datasets/{id}": { get } });
    return [...found.jobs, ...found.others].flatMap((one) =>
      "starters" in one ? [...Object(one.starters)] : [],
    );
  };
  expect([startedBy("settings"), startedBy("made")]).toEqual([[], ["PATCH /models/{id}"]]);
});

test.each([
  ["^TR[0-9a-f]{32}$", ["POST /calls/{call}/transcriptions"]],
  ["^TR?[0-9a-f]{32}$", ["POST /calls/{call}/transcriptions"]],
  ["^(GT|TR)[0-9a-f]{32}$", ["POST /calls/{call}/transcriptions"]],
  ["^GT[0-9a-f]{32}$", []],
])("an id with the pattern %s starts %j by one of the pattern ^TR…", (pattern, starters) => {
  const sid = { ...text, pattern };
  const told = json(object({ sid, status: stages }));
  const key = { name: "sid", in: "path", required: true, schema: { ...text, pattern: "^TR[0-9a-f]{32}$" } };
  const { jobs } = suggestedFor({
    "/calls/{call}/transcriptions": { post: { operationId: "start", responses: { 201: told } } },
    "/transcriptions/{sid}": { parameters: [key], get: { operationId: "look", responses: { 200: told } } },
  });
  expect(jobs.flatMap((job) => job.starters)).toEqual(starters);
});

test("the id of a request that refusals have as well is that of the call", () => {
  const startedBy = (refused: unknown): readonly string[] => {
    const responses = { 200: json(object({ request_id: text })), 400: json(refused) };
    const { jobs } = suggestedFor({
      "/manifests": { post: { operationId: "print", responses } },
      "/manifests/requests/{manifest_request_id}": {
        get: { operationId: "look", responses: { 200: json(object({ status: stages })) } },
      },
    });
    return jobs.flatMap((job) => job.starters);
  };
  expect(startedBy(object({ message: text }))).toEqual(["POST /manifests"]);
  expect(startedBy(object({ message: text, request_id: text }))).toEqual([]);
});

test("a job that may be looked up by another thing's id as well is asked for by its own", () => {
  const told = json(object({ export_id: text, order_id: text, status: stages }));
  const asked = (operationId: string): Readonly<Record<string, unknown>> => ({
    get: { operationId, responses: { 200: told } },
  });
  const found = suggestedFor({
    "/exports/carts/{cart}": { post: { operationId: "exportCart", responses: { 200: told } } },
    "/exports/order_id/{order_id}": asked("getExportOfOrder"),
    "/exports/{export_id}": asked("getExport"),
  });
  const starters = found.jobs.map((job) => [job.operation, ...job.starters]);
  expect(starters).toEqual([
    ["GET /exports/{export_id}", "POST /exports/carts/{cart}"],
    ["GET /exports/order_id/{order_id}"],
  ]);
});

describe("an id of which a text says whose it is, without a name that does", () => {
  const asked = { operationId: "look", responses: { 200: json(object({ status: stages })) } };
  const startedBy = (start: string, description: string, path: string): readonly string[] => {
    const id = { ...text, description };
    const post = { operationId: "begin", responses: { 200: json(object({ id })) } };
    return suggestedFor({ [start]: { post }, [path]: { get: asked } }).jobs.flatMap((one) => one.starters);
  };

  test.each([
    ["any work", "/films", "The id of the task.", "/tasks/{id}"],
    ["work of any kind", "/films", "The id of the job.", "/system/async_jobs/{jobId}"],
    [
      "work that is called after what starts it",
      "/films/render",
      "The id of the job.",
      "/rendering_jobs/{id}",
    ],
    ["work that the text itself names", "/films", "The id of the render task.", "/render_tasks/{id}"],
    ["work below the same path", "/films/{film}/cut", "The id of the task.", "/films/{film}/tasks/{id}"],
  ])("leads to %s", (_, start, description, path) => {
    expect(startedBy(start, description, path)).toEqual([`POST ${start}`]);
  });

  test.each([
    ["work of another kind", "/crons/{cron}/runs", "The id of the run.", "/task_runs/{taskRunId}"],
    ["work in another part of the API", "/films/{film}/remix", "The id of the job.", "/tuning/jobs/{job_id}"],
    ["work that its own thing is for", "/scan_gates", "The id of the scan gate.", "/scans/{scan_id}"],
  ])("does not lead to %s", (_, start, description, path) => {
    expect(startedBy(start, description, path)).toEqual([]);
  });
});

test("what is answered with the thing that it was sent to, as one may ask for it, starts nothing elsewhere by its id", () => {
  const storage = (more: object): unknown => object({ id: text, status: stages, title: text, ...more });
  const startedBy = (answer: unknown): readonly string[] => {
    const responses = { 200: json(answer) };
    const found = suggestedFor(
      {
        "/disks/{id}": { get: { operationId: "getDisk", responses: { 200: json(disk) } } },
        "/disks/{id}/sync": { post: { operationId: "syncDisk", responses } },
        "/disk_exports/{id}": { get: { operationId: "look", responses: { 200: json(storage({})) } } },
        "/tasks/{id}": { get: { operationId: "getTask", responses: { 200: json(storage({ log: text })) } } },
      },
      { Disk: storage({ key: { ...text, description: "Whose it is." } }) },
    );
    return found.jobs.filter(({ starters }) => starters.length > 0).map(({ operation }) => operation);
  };
  const disk = { $ref: "#/components/schemas/Disk" };
  expect(startedBy(disk)).toEqual(["GET /disks/{id}"]);
  expect(startedBy(storage({}))).toEqual(["GET /disk_exports/{id}"]);
  const id = { ...text, description: "The id of the task." };
  expect(startedBy(object({ id }))).toEqual(["GET /tasks/{id}"]);
});

test("what deletes a thing starts a job only if that is named, or accepted, or any kind of work is asked about", () => {
  const told = { $ref: "#/components/schemas/Told" };
  const startedBy = (path: string, code: number, answer: unknown): readonly string[] => {
    const remove = { operationId: "remove", responses: { [code]: json(answer) } };
    const get = { operationId: "look", responses: { 200: json(told) } };
    const paths = { "/shops/{shop}": { delete: remove }, [path]: { get } };
    const { jobs } = suggestedFor(paths, { Told: object({ id: text, status: stages }) });
    return jobs.flatMap(({ starters }) => starters);
  };
  const starter = ["DELETE /shops/{shop}"];
  expect(startedBy("/exports/{id}", 200, told)).toEqual([]);
  expect(startedBy("/exports/{id}", 202, told)).toEqual(starter);
  expect(startedBy("/exports/{exportId}", 200, object({ exportId: text }))).toEqual(starter);
  expect(startedBy("/tasks/{id}", 200, told)).toEqual(starter);
});

test("what stands in a path is given, also where nobody has declared it", () => {
  const answer = { 200: json(object({ id: text, status: stages })) };
  const found = suggest({
    openapi: "3.1.0",
    info: { title: "Racks", version: "1" },
    paths: {
      "/racks/{rack}/migration": {
        get: { operationId: "look", responses: answer },
        post: { operationId: "begin", responses: answer },
      },
    },
  });
  expect(linksOf(found)).toEqual([
    { status: { operationId: "look", parameters: { rack: "$request.path.rack" } } },
  ]);
});

test("where an answer has the thing whose work it started, that is asked for, with a mark where another one was sent", () => {
  const answer = object({ service: object({ id: text }), deployId: text });
  const begin = (operationId: string): Readonly<Record<string, unknown>> => ({
    post: { operationId, responses: { 201: json(answer) } },
  });
  const found = suggestedFor({
    "/services": begin("create"),
    "/services/{serviceId}/preview": begin("preview"),
    "/services/{serviceId}/deploys": begin("deploy"),
    "/services/{serviceId}/deploys/{deployId}": {
      get: { operationId: "look", responses: { 200: json(object({ status: stages })) } },
    },
  });
  const link = (serviceId: string): unknown => ({
    status: { operationId: "look", parameters: { serviceId, deployId: "$response.body#/deployId" } },
  });
  expect(linksOf(found)).toEqual([
    link("$response.body#/service/id"),
    link("$response.body#/service/id"),
    link("$request.path.serviceId"),
  ]);
  expect(doubtsOf(found)).toEqual(["that serviceId is not the one that was sent, $request.path.serviceId"]);
});

describe("of two ids in an answer", () => {
  const transcript = object({ job: object({ id: text }), words: text });
  const described = { ...text, description: "The unique ID assigned to the job." };

  test.each([
    [
      "the required one at the top, before one in a result that may be missing",
      { ...Object(object({ id: described, transcript })), required: ["id"] },
      [status("id")],
    ],
    [
      "the same, with a mark where nothing says of what it is",
      { ...Object(object({ id: text, transcript })), required: ["id"] },
      [status("id"), "that this id is meant, and not $response.body#/transcript/job/id"],
    ],
    [
      "the one at the top before one far below, with a mark where neither is required",
      object({ id: text, transcript }),
      [status("id"), "that this id is meant, and not $response.body#/transcript/job/id"],
    ],
    [
      "the one in the job itself, where nothing says that the other is its id",
      object({ id: text, job: object({ id: text }) }),
      [status("job/id")],
    ],
    [
      "the one in the job itself, with a mark where a text says that the other is its id",
      object({ id: described, job: object({ id: text }) }),
      [status("job/id"), "that this id is meant, and not $response.body#/id"],
    ],
    [
      "the one that is called after the job, wherever",
      { ...Object(object({ id: text, transcript: object({ jobid: text }) })), required: ["id"] },
      [status("transcript/jobid")],
    ],
    [
      "the required one at the top, before one that is called after the job, where a text says that it is its id",
      { ...Object(object({ id: described, transcript: object({ jobid: text }) })), required: ["id"] },
      [status("id")],
    ],
  ])("%s", (_, answer, expected) => {
    expect(linkTo(answer)).toEqual(expected);
  });
});

describe("what merely mentions the id of a run starts none", () => {
  const get = { operationId: "getRun", responses: { 200: json(object({ status: stages })) } };
  const run = { run_id: text };
  const answering = (schema: unknown, more: object = {}): object => ({
    operationId: "call",
    ...more,
    responses: { 201: json(schema) },
  });
  const starts = (path: string, operation: object): readonly string[] =>
    suggestedFor({ "/runs/{run_id}": { get }, [path]: { post: operation } }).jobs.flatMap(
      (one) => one.starters,
    );

  test.each([
    ["a filter", "/films", answering(object({ data: object({ condition: object(run) }) }))],
    [
      "the event that a webhook is tried with",
      "/webhooks/{id}/test",
      answering(object({ eventData: object(run) })),
    ],
    ["something else in a webhook", "/webhooks", answering(object({ last: object(run) }))],
    ["an alert with an id of its own", "/alerts", answering(object({ alert_id: text, ...run }))],
    [
      "a subscription that tells what was sent",
      "/subscriptions",
      answering(object(run), { requestBody: json(object(run)) }),
    ],
  ])("%s", (_, path, operation) => {
    expect(starts(path, operation)).toEqual([]);
  });

  test.each([
    ["a schedule that is run now", "/schedules/{id}/run", run],
    ["one that is triggered", "/schedules/{id}/trigger", run],
    ["a webhook that answers with a run", "/webhooks/{id}", run],
    ["an invoice of a subscription", "/subscriptions/{id}/invoices", { meta: object(run), a: text }],
    ["whatever else", "/films", { meta: object(run), a: text }],
  ])("but %s does", (_, path, members) => {
    expect(starts(path, answering(object(members)))).toEqual([`POST ${path}`]);
  });
});

describe("what starts another question's job", () => {
  const status = json(object({ job_identifier: text, status: stages }));
  const query = ["app_id", "job_identifier"].map((name) => ({
    name,
    in: "query",
    required: true,
    schema: text,
  }));
  const films = {
    "/export/films": { post: { operationId: "exportFilms", responses: { 200: status } } },
    "/export/films/{job_identifier}": { get: { operationId: "getFilms", responses: { 200: status } } },
  };
  const reports = {
    "/export/reports/enqueue": { post: { operationId: "exportReports", responses: { 200: status } } },
    // nothing gives the app, so that no link can lead here
    "/export/reports/{job_identifier}": {
      get: { operationId: "getReports", parameters: query, responses: { 200: status } },
    },
  };
  const starts = (paths: Parameters<typeof suggestedFor>[0]): readonly string[] =>
    suggestedFor(paths).jobs.flatMap(({ operation, starters }) =>
      starters.map((starter) => `${starter} → ${operation}`),
    );

  test("starts none of a question with a starter of its own, though the id has the same name", () => {
    expect(starts({ ...films, ...reports })).toEqual([
      "POST /export/films → GET /export/films/{job_identifier}",
    ]);
  });

  test("nor where the own starter's answer lacks the id", () => {
    const post = { operationId: "exportFilms", responses: { 200: json(object({ status: stages })) } };
    expect(starts({ ...films, ...reports, "/export/films": { post } })).toEqual([]);
  });

  test("nor where the other question is declared already", () => {
    const polling = { job: "reports", status: "$response.body#/status", succeeded: ["done"] };
    const get = { operationId: "getReports", responses: { 200: status }, "x-polling": polling };
    expect(starts({ ...films, ...reports, "/export/reports/{job_identifier}": { get } })).toEqual([
      "POST /export/films → GET /export/films/{job_identifier}",
    ]);
  });

  test("but starts that of a question with no starter of its own", () => {
    const { "/export/films/{job_identifier}": look } = films;
    expect(starts({ "/export/all/{job_identifier}": look, ...reports })).toEqual([
      "POST /export/reports/enqueue → GET /export/all/{job_identifier}",
    ]);
  });
});

describe("an id that an example of the answer has, and its schema lacks,", () => {
  const example = { job_identifier: "al9w983lwu88w1fd", status: "queued" };
  const slip = object({ job_identfier: text, status: stages });
  const look = { operationId: "getExport", responses: { 200: json(slip) } };
  const link = {
    status: { operationId: "getExport", parameters: { job_identifier: "$response.body#/job_identifier" } },
  };
  const mark = "that the answer has it: an example does, its schema does not";

  /** What a POST that answers so leads to: the updates, and the marks by where they stand. */
  function startedBy(schema: unknown, examples: object): readonly unknown[] {
    const content = { "application/json": { schema, ...examples } };
    const post = { operationId: "startExport", responses: { 200: { description: "ok", content } } };
    const paths = { "/exports": { post }, "/exports/{job_identifier}": { get: look } };
    const [job] = suggestedFor(paths, { Export: slip }).jobs;
    const actions = job?.actions.filter(({ target }) => !target.endsWith(".get")) ?? [];
    return actions.map(({ target, update, doubts }) => [
      target,
      update,
      doubts.map((each) => `${each.way.join("/")}: ${each.text}`),
    ]);
  }

  const answer = "$.paths['/exports'].post.responses['200']";

  test("starts the job, and the overlay adds it to the schema, with a mark", () => {
    const expected = [
      [
        "$.components.schemas.Export",
        { properties: { job_identifier: { type: "string" } } },
        [`properties/job_identifier: ${mark}`],
      ],
      [answer, { links: link }, []],
    ];
    const ref = { $ref: "#/components/schemas/Export" };
    expect(startedBy(ref, { example })).toEqual(expected);
    expect(startedBy(ref, { examples: { successful: { value: example } } })).toEqual(expected);
  });

  test("is only marked, where the schema lets anything be there", () => {
    expect(startedBy({ type: "object" }, { example })).toEqual([
      [answer, { links: link }, [`links/status: ${mark}`]],
    ]);
  });

  test.each([
    ["what the schema has goes before it", object({ jobIdentifier: text }), "jobIdentifier"],
    ["nothing is added to one of several schemas", { oneOf: [slip, object({ error: text })] }, undefined],
  ])("%s", (_, schema, id) => {
    const links = startedBy(schema, { example });
    const parameters = { job_identifier: `$response.body#/${id}` };
    expect(links).toEqual(
      id ? [[answer, { links: { status: { operationId: "getExport", parameters } } }, []]] : [],
    );
  });
});
