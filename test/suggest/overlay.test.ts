import { describe, expect, test } from "vitest";
import { overlayText } from "../../scripts/suggest/show/overlay.ts";
import { givenProject } from "../build/project.ts";
import { runtime, typeErrors } from "../build/type-check.ts";
import { called } from "../command/given.ts";
import { json, object, stages, text } from "./given.ts";
import { studio } from "./studio.ts";

const given = { "studio.yaml": studio, "package.json": "{}" };
const configured = `apis:
  studio:
    root: studio.yaml
    overlays:
      - jobs.overlay.yaml
`;

/** A program that uses what was suggested, to be compiled. */
const director = `
import { poll, start } from "../../../../src/index.ts";
import { createExport, createStudioClient, exportJob, importJob, scan, startScan } from "./index.ts";

const studio = createStudioClient({ auth: "secret" });
const job = await start(studio, createExport, { film: "metropolis" });
const { output_file_id } = await job.result();
export const id: string | undefined = output_file_id;
const file = await job.follow("download");
export const size: number | undefined = file.size;
await poll(studio, exportJob, { filmId: "metropolis", export_id: "7" }).result();
await poll(studio, importJob, { importName: "reels" }).result();
const found = await (await start(studio, startScan)).result();
export const faces: number | undefined = found?.faces;
await poll(studio, scan, { scanId: "7" }).result();
`;

/** What is said of it: a line for each job, and what there is to do. */
const told = `exportJob   GET /films/{filmId}/exports/{export_id}, started by POST /films/{film}/exports; 1 to check
scan        GET /scans/{scanId}, started by POST /scans
statistics  GET /statistics/{year}, started by nothing here; 1 to check
importJob   GET /imports/{importName}, started by POST /imports; confidence medium

4 of 14 operations tell the status of a job. 2 things have to be checked.
The overlay has the reasons, and a \`# check:\` for each thing to be checked.
`;

/** A status of numbers that nothing explains. */
const numbers = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Numbers", version: "1" },
  paths: {
    "/imports": { post: { responses: { 202: json(object({ id: text })) } } },
    "/imports/{id}": looked({ id: text, status: { type: "integer", enum: [10, 20, 30] } }),
  },
});

function looked(members: Readonly<Record<string, unknown>>): unknown {
  const parameters = [{ name: "id", in: "path", required: true, schema: text }];
  return { parameters, get: { responses: { 200: json(object(members)) } } };
}

describe("openapi-jobs suggest", () => {
  test("writes an overlay that our rules pass, that generates, and whose clients compile", {
    timeout: 60_000,
  }, async () => {
    const project = givenProject(given);
    const { code, out, err } = await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err.slice(0, err.indexOf("\nLook"))).toBe(told);
    expect(err).toContain("\n  studio:\n    root: studio.yaml\n    overlays:\n      - jobs.overlay.yaml\n");
    await expect(project.read("jobs.overlay.yaml")).toMatchFileSnapshot("studio.overlay.yaml");

    project.write({ "redocly.yaml": configured });
    const { report } = await project.build({ runtime });
    expect(report.problems.map(({ code, line }) => `${line} ${code}`)).toEqual(["29 open-check"]);
    const files = Object.entries(project.generated()).filter(([file]) => file.endsWith(".ts"));
    expect(typeErrors({ ...Object.fromEntries(files), "studio/director.ts": director })).toEqual([]);
  });

  test("prints the overlay when no file is named, and applies nothing", async () => {
    const project = givenProject(given);
    const { code, out } = await called("suggest studio.yaml", project);
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot("studio.overlay.yaml");
    expect(project.read("studio.yaml")).toBe(studio);
  });

  test("does not overwrite an overlay that somebody may have worked on", async () => {
    const project = givenProject({ ...given, "mine.yaml": "mine" });
    expect(await called("suggest studio.yaml --out mine.yaml", project)).toEqual({
      code: 2,
      out: "",
      err: "mine.yaml is there already, perhaps with changes of yours; name another file.\nSee: openapi-jobs suggest --help\n",
    });
    expect(project.read("mine.yaml")).toBe("mine");
  });

  test("says where by pointer, in a document that stands on one line", async () => {
    const project = givenProject({ "numbers.json": numbers });
    const { out } = await called("suggest numbers.json", project);
    expect(out).toContain("numbers.json#/paths/~1imports");
    expect(out).not.toContain("numbers.json:1");
  });

  test("says that there is no folder for the overlay", async () => {
    const { code, err } = await called("suggest studio.yaml --out none/mine.yaml", givenProject(given));
    expect([code, err]).toEqual([
      2,
      "There is no folder none for mine.yaml.\nSee: openapi-jobs suggest --help\n",
    ]);
  });

  test("suggests nothing more once the overlay is in redocly.yaml, and takes the API's name for the document", async () => {
    const project = givenProject(given);
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    expect(await called("suggest studio", project)).toEqual({
      code: 0,
      out: "",
      err: "4 jobs are declared already. Of 10 other operations, 0 tell the status of a job.\n",
    });
  });

  test("--json counts the jobs that are declared already", async () => {
    const project = givenProject(given);
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    const { out } = await called("suggest studio --json", project);
    expect(JSON.parse(out)).toMatchObject({ ok: true, jobs: [], others: [], declared: 4 });
  });

  test("counts as declared what a neighbour's dialect declares", async () => {
    const path = "/servers/{name}";
    const answer = object({ properties: object({ provisioningState: stages }) });
    const [get, put] = [{ responses: { 200: json(answer) } }, { responses: { 201: json(answer) } }];
    const toldFor = async (more: object): Promise<string> => {
      const paths = { [path]: { get, put: { ...put, ...more } } };
      const document = { openapi: "3.1.0", info: { title: "Servers", version: "1" }, paths };
      const { err } = await called(
        "suggest servers.json",
        givenProject({ "servers.json": JSON.stringify(document) }),
      );
      return err;
    };
    expect(await toldFor({})).toContain("1 of 2 operations tells the status of a job");
    expect(await toldFor({ "x-ms-long-running-operation": true })).toBe(
      "1 job is declared already. Of 1 other operation, 0 tell the status of a job.\n",
    );
  });

  test("says whose overlays were applied first, where redocly.yaml has the file that was named", async () => {
    const project = givenProject(given);
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    expect(await called("suggest studio.yaml", project)).toEqual({
      code: 0,
      out: "",
      err: `4 jobs are declared already. Of 10 other operations, 0 tell the status of a job.
redocly.yaml has studio.yaml as studio, so jobs.overlay.yaml was applied first.
`,
    });
  });

  test("lists the overlays that the API has already, where it says how the new one gets into effect", async () => {
    const own = "overlay: 1.0.0\ninfo: { title: Mine, version: '1' }\nactions: []\n";
    const project = givenProject({
      ...given,
      "mine.overlay.yaml": own,
      "redocly.yaml": configured.replace("jobs.overlay.yaml", "mine.overlay.yaml"),
    });
    const { err } = await called("suggest studio --out jobs.overlay.yaml", project);
    expect(
      err.slice(err.indexOf("Look through")),
    ).toBe(`Look through jobs.overlay.yaml, then add it to redocly.yaml:

apis:
  studio:
    root: studio.yaml
    overlays:
      - mine.overlay.yaml
      - jobs.overlay.yaml
`);
  });

  test("says that nothing was written, where no job was found", async () => {
    const empty = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Empty", version: "1" },
      paths: { "/films": { get: { responses: { 200: json(text) } } } },
    });
    const project = givenProject({ "empty.yaml": empty });
    expect(await called("suggest empty.yaml --out jobs.overlay.yaml", project)).toEqual({
      code: 0,
      out: "",
      err: "0 of 1 operations tell the status of a job.\nNothing was written to jobs.overlay.yaml.\n",
    });
    expect(() => project.read("jobs.overlay.yaml")).toThrow("ENOENT");
  });

  test("says how many operations it did not look at, as they answer in XML", async () => {
    const xml = (schema: unknown) => ({ description: "ok", content: { "text/xml": { schema } } });
    const paths = {
      "/exports/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: text }],
        get: { responses: { 200: xml(object({ id: text, status: stages })) } },
        delete: { responses: { 204: { description: "gone" } } },
      },
      "/both": { get: { responses: { 200: xml(text), 201: json(text) } } },
    };
    const spec = { openapi: "3.1.0", info: { title: "Exports", version: "1" }, paths };
    const project = givenProject({ "exports.json": JSON.stringify(spec) });
    expect((await called("suggest exports.json", project)).err).toBe(
      `0 of 3 operations tell the status of a job.
1 operation answers in XML alone and was not looked at, for a poll reads the status from JSON.
`,
    );
  });

  test("fetches nothing, and says to download it", async () => {
    const { code, out, err } = await called("suggest https://studio.example/openapi.yaml", givenProject({}));
    expect([code, out, err.trim()]).toEqual([
      2,
      "",
      "https://studio.example/openapi.yaml  error  It is not fetched: suggest reads files only. Download it and name the file.  (cannot-be-read)\n\nTo read more: node_modules/openapi-jobs/docs/problems/cannot-be-read.md",
    ]);
  });

  test("writes what somebody has to fill in first as comments, and an overlay that can be used without", async () => {
    const project = givenProject({ "numbers.yaml": numbers });
    const { out } = await called("suggest numbers.yaml", project);
    expect(out).toContain("actions: []\n");
    expect(out).toContain("  #       pending: [10, 20, 30]\n");
    expect(out).toContain("  #       # check: which values belong here and which to the other lists");
    expect(out).toContain("  #       succeeded: []\n");
    expect(out.split("\n").filter((line) => /^ *- target/.test(line))).toEqual([]);
  });

  test("explains the mark in the overlay only where there is one", async () => {
    const header = async (status: unknown): Promise<string | undefined> => {
      const post = { responses: { 202: json(object({ id: text })) } };
      const paths = { "/imports": { post }, "/imports/{id}": looked({ id: text, status }) };
      const info = { title: "Imports", version: "1" };
      const project = givenProject({ "imports.yaml": JSON.stringify({ openapi: "3.1.0", info, paths }) });
      const { out } = await called("suggest imports.yaml", project);
      return out.split("\n")[1];
    };
    const look = "# Look through it before it is used.";
    const mark = "`check:` stands where one has to know more than the document says.";
    expect(await header(stages)).toBe(look);
    expect(await header(text)).toBe(`${look} ${mark}`);
  });

  const volume = (states: readonly string[]): unknown => looked({ id: text, state: { enum: states } });

  test("marks what may be no job, and puts it last", async () => {
    const paths = {
      "/volumes": { post: { responses: { 201: json(object({ id: text })) } } },
      "/volumes/{id}": volume(["creating", "available", "failed", "deleting"]),
      "/imports/{id}": looked({ id: text, status: stages }),
    };
    const info = { title: "Volumes", version: "1" };
    const spec = JSON.stringify({ openapi: "3.1.0", info, paths });
    const project = givenProject({ "volumes.json": spec });
    const { out, err } = await called("suggest volumes.json", project);
    expect(err).toBe(`importJob  GET /imports/{id}, started by nothing here; confidence medium
volume     GET /volumes/{id}, started by POST /volumes; confidence low; 2 to check

2 of 3 operations tell the status of a job, 1 of them perhaps. 2 things have to be checked.
The overlay has the reasons, and a \`# check:\` for each thing to be checked.
`);
    const [, ofVolume = ""] = out.split("  # volume: GET /volumes/{id}, confidence low\n");
    expect(
      ofVolume.slice(ofVolume.indexOf("      # check: "), ofVolume.indexOf("        job:")),
    ).toBe(`      # check: whether this is a job at all: deleting tells of a thing that stays until it is taken away
      x-polling:
`);
  });

  test("says beside each link what it was found by, and where", async () => {
    const made = (more: Readonly<Record<string, unknown>>): unknown => ({
      post: { responses: { 201: json(object(more)) } },
    });
    const paths = {
      "/imports": made({ id: text }),
      "/uploads": made({ import_id: text }),
      "/imports/{id}": looked({ id: text, status: stages }),
      "/imports/{id}/result": {
        parameters: [{ name: "id", in: "path", required: true, schema: text }],
        get: { responses: { 200: json(object({ rows: text })) } },
      },
    };
    const spec = JSON.stringify(
      { openapi: "3.1.0", info: { title: "Imports", version: "1" }, paths },
      null,
      1,
    );
    const project = givenProject({ "imports.json": spec });
    const { out } = await called("suggest imports.json", project);
    const beside = Array.from(out.matchAll(/^ {2}# (.*)\n {2}- target: "?(.*responses.*?)"?$/gm), (all) =>
      [all[2], all[1]].join(" "),
    );
    const lineOf = (path: string): number =>
      spec.slice(0, spec.indexOf(`"20`, spec.indexOf(`"${path}": {`))).split("\n").length;
    expect(beside).toEqual([
      `$.paths['/imports/{id}'].get.responses['200'] GET /imports/{id}/result is below the path of the job (imports.json:${lineOf("/imports/{id}/result") - 2})`,
      `$.paths['/imports'].post.responses['201'] its answer has id, which GET /imports/{id} takes as id (imports.json:${lineOf("/imports")})`,
      `$.paths['/uploads'].post.responses['201'] its answer has import_id, which GET /imports/{id} takes as id (imports.json:${lineOf("/uploads")})`,
    ]);
    const { jobs } = JSON.parse((await called("suggest imports.json --json", project)).out);
    expect(jobs[0].links).toEqual([
      {
        target: "$.paths['/imports/{id}'].get.responses['200']",
        text: "GET /imports/{id}/result is below the path of the job",
        where: `imports.json:${lineOf("/imports/{id}/result") - 2}`,
      },
      {
        target: "$.paths['/imports'].post.responses['201']",
        text: "its answer has id, which GET /imports/{id} takes as id",
        where: `imports.json:${lineOf("/imports")}`,
      },
      {
        target: "$.paths['/uploads'].post.responses['201']",
        text: "its answer has import_id, which GET /imports/{id} takes as id",
        where: `imports.json:${lineOf("/uploads")}`,
      },
    ]);
  });

  test.each([
    [
      "high",
      ["one for it", "against it", "heavy for it", "two for it", "heavier against it"],
      "and 2 more for it; --json has all",
    ],
    [
      "medium",
      [
        "one for it",
        "against it",
        "light for it",
        "heavy for it",
        "two for it",
        "lighter for it",
        "heavier against it",
      ],
      undefined,
    ],
  ] as const)("shows of a job of confidence %s these reasons", (confidence, shown, left) => {
    const weighed: readonly (readonly [string, number])[] = [
      ["one for it", 1],
      ["against it", -1],
      ["light for it", 0.5],
      ["heavy for it", 3],
      ["two for it", 2],
      ["lighter for it", 0.25],
      ["heavier against it", -2],
    ];
    const evidence = weighed.map(([text, weight]) => ({ text, weight, way: [] }));
    const [operation, name] = ["GET /exports/{id}", "exportJob"];
    const job = {
      operation,
      name,
      confidence,
      evidence,
      starters: [],
      notes: [],
      actions: [],
      isOpen: false,
    };
    const found = { jobs: [job], others: [], operations: 1, declared: 0, inXml: 0 };
    const overlay = overlayText(found, { of: "exports.yaml", where: () => "exports.yaml:1" });
    const reasons = Array.from(
      overlay.matchAll(/^ {2}# {2}[+-] (.*) \(exports\.yaml:1\)$/gm),
      ([, text]) => text,
    );
    expect(reasons).toEqual(shown);
    expect(/^ {2}# {2}(and .*)$/m.exec(overlay)?.[1]).toBe(left);
  });

  test("leaves nothing of a reason or a mark out, and ends no line inside a word", async () => {
    const steps = Array.from({ length: 24 }, (_, index) => `step_${index}_of_the_way`);
    const states = ["creating", ...steps, "available", "failed", "deleting"];
    const post = { responses: { 201: json(object({ id: text })) } };
    const paths = { "/volumes": { post }, "/volumes/{id}": volume(states) };
    const spec = JSON.stringify({ openapi: "3.1.0", info: { title: "Volumes", version: "1" }, paths });
    const { out } = await called("suggest volumes.json --all", givenProject({ "volumes.json": spec }));
    const whole = out.replace(/\n *# {3,4}(?=\S)/g, " ");
    expect(out).not.toContain("…");
    expect(whole).toContain(`  #  + state is one of ${states.join(", ")} (`);
    expect(whole).toContain(`        # check: what ${steps.join(", ")} mean\n`);
    const comments = out.split("\n").filter((line) => /^ *#/.test(line));
    expect(Math.max(...comments.map((line) => line.length))).toBeLessThan(125);
  });

  test("says of what may be no job that little speaks for it, where nothing speaks against it", async () => {
    const recovery = { state: { enum: ["AVAILABLE", "NOT_AVAILABLE"] } };
    const asked = Object(looked(recovery));
    const paths = { "/bases/{id}/recovery": { ...asked, post: asked.get } };
    const spec = JSON.stringify({ openapi: "3.1.0", info: { title: "Bases", version: "1" }, paths });
    const { out } = await called("suggest bases.json --all", givenProject({ "bases.json": spec }));
    expect(out).toContain(
      "# check: whether this is a job at all: little speaks for it, though nothing against it\n",
    );
  });

  test("names what more probably is no job, with what speaks for it, what against it and where, in a comment", async () => {
    const paths = {
      "/imports": { post: { responses: { 202: json(object({ id: text })) } } },
      "/imports/{id}": looked({ id: text, status: stages }),
      "/volumes": { post: { responses: { 201: json(object({ id: text })) } } },
      "/volumes/{id}": volume(["creating", "available", "deleting"]),
    };
    const info = { title: "Volumes", version: "1" };
    const spec = JSON.stringify({ openapi: "3.1.0", info, paths }, null, 1);
    const project = givenProject({ "volumes.json": spec });
    const { out, err } = await called("suggest volumes.json --out jobs.overlay.yaml", project);
    const line = spec.slice(0, spec.indexOf('"creating"')).split("\n").length - 2;
    expect(out).toBe("");
    expect(err.slice(0, err.indexOf("\nLook"))).toBe(`importJob  GET /imports/{id}, started by POST /imports

1 of 4 operations tells the status of a job.
The overlay has the reasons.
At its end it names 1 more that probably tells of no job; --all writes it, too.
`);
    // without a job there is no overlay
    const { "/volumes": made, "/volumes/{id}": looks } = paths;
    const alone = { openapi: "3.1.0", info, paths: { "/volumes": made, "/volumes/{id}": looks } };
    const few = givenProject({ "volumes.json": JSON.stringify(alone, null, 1) });
    expect((await called("suggest volumes.json", few)).err).toMatch(
      /^More probably no jobs, .* too:\n {2}GET \/volumes\/\{id\} .*\n\n0 of 2 operations tell the status of a job\.\n$/,
    );
    expect(project.read("jobs.overlay.yaml").replace(/^.*\n\n/s, "\n")).toBe(`
# More probably no jobs, so nothing is written for them; --all writes these, too:
#   GET /volumes/{id} (volumes.json:${line}): creating, deleting tell of a machine at work; but deleting tells of a
#     thing that stays until it is taken away
`);
  });

  test("says what it cannot read", async () => {
    const project = givenProject({
      "old.yaml": "swagger: '2.0'\ninfo: { title: Old, version: '1' }\npaths: {}\n",
    });
    const { code, err } = await called("suggest old.yaml", project);
    expect(code).toBe(1);
    expect(err).toContain("This is Swagger 2.");
    expect((await called("suggest none.yaml", project)).code).toBe(2);
    expect((await called("suggest", project)).code).toBe(2);
  });

  test("--json gives what was found to programs", async () => {
    const { out } = await called("suggest studio.yaml --json", givenProject(given));
    const { jobs, others, declared } = JSON.parse(out);
    expect({ others, declared }).toEqual({ others: [], declared: 0 });
    expect(
      jobs.map(({ name, operation, confidence, check }: Record<string, unknown>) => ({
        name,
        operation,
        confidence,
        check,
      })),
    ).toEqual([
      {
        name: "exportJob",
        operation: "GET /films/{filmId}/exports/{export_id}",
        confidence: "high",
        check: ["x-polling/succeeded: what completed_with_errors means"],
      },
      { name: "scan", operation: "GET /scans/{scanId}", confidence: "high", check: [] },
      {
        name: "statistics",
        operation: "GET /statistics/{year}",
        confidence: "high",
        check: [
          "x-polling/succeeded: how a failure is told: no code is listed for it, so any other answer counts as an error of asking, and not of the job",
        ],
      },
      { name: "importJob", operation: "GET /imports/{importName}", confidence: "medium", check: [] },
    ]);
  });

  test("adds to a schema the id that only an example has, so that our rules pass the link", async () => {
    const slip = object({ job_identfier: text, status: stages });
    const example = { job_identifier: "al9w983lwu88w1fd", status: "queued" };
    const content = { "application/json": { schema: slip, example } };
    const responses = { 200: { description: "ok", content } };
    const parameters = [{ name: "job_identifier", in: "path", required: true, schema: text }];
    const studio = {
      openapi: "3.1.0",
      info: { title: "Slips", version: "1" },
      servers: [{ url: "https://studio.example" }],
      security: [],
      paths: {
        "/exports": { post: { operationId: "startExport", responses } },
        "/exports/{job_identifier}": { parameters, get: { operationId: "getExport", responses } },
      },
    };
    const project = givenProject({ "package.json": "{}", "studio.yaml": JSON.stringify(studio) });
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    expect(project.read("jobs.overlay.yaml")).toContain(`\
  - target: "$.paths['/exports'].post.responses['200'].content['application/json'].schema"
    update:
      properties:
        # check: that the answer has it: an example does, its schema does not
        job_identifier:
          type: string
`);
    const { problems } = (await project.build()).report;
    expect(problems.map(({ code, line }) => `${line} ${code}`)).toEqual(["27 open-check"]);
  });

  test("writes what our rules pass where the answer is one word, and where a filter has the id", async () => {
    const tasks = { type: "array", items: object({ TaskId: text, State: stages }) };
    const filters = object({ TaskIds: { type: "array", items: text } });
    const parameters = [{ name: "id", in: "path", required: true, schema: text }];
    const studio = {
      openapi: "3.1.0",
      info: { title: "Slips", version: "1" },
      servers: [{ url: "https://studio.example" }],
      security: [],
      paths: {
        "/imports": { post: { operationId: "begin", responses: { 201: json(object({ id: text })) } } },
        "/imports/{id}/status": {
          parameters,
          get: { operationId: "look", responses: { 200: json(stages) } },
        },
        "/StartExportTask": {
          post: {
            operationId: "StartExportTask",
            responses: { 200: json(object({ ExportTask: object({ TaskId: text }) })) },
          },
        },
        "/ReadExportTasks": {
          post: {
            operationId: "ReadExportTasks",
            requestBody: json(object({ Filters: filters })),
            responses: { 200: json(object({ ExportTasks: tasks })) },
          },
        },
      },
    };
    const project = givenProject({ "package.json": "{}", "studio.yaml": JSON.stringify(studio) });
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    const overlay = project.read("jobs.overlay.yaml");
    expect(overlay).toContain("status: $response.body");
    expect(overlay).toContain("Filters:");
    const { problems } = (await project.build()).report;
    expect(problems.filter(({ code }) => code !== "open-check").map(({ message }) => message)).toEqual([]);
  });

  test("takes away links that lead to no operation or give what it does not take, once for two jobs that share an answer", async () => {
    const links = {
      words: { operationId: "getWords" },
      text: { $ref: "#/components/links/Text" },
      more: { operationId: "startExport", parameters: { page: "$response.body#/next" } },
    };
    const answer = { ...Object(json(object({ id: text, status: stages, file: text }))), links };
    const looked = (start: string): unknown => ({
      parameters: [{ name: "id", in: "path", required: true, schema: text }],
      get: { operationId: start, responses: { 200: { $ref: "#/components/responses/Export" } } },
    });
    const project = givenProject({
      "package.json": "{}",
      "studio.yaml": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Dead links", version: "1" },
        servers: [{ url: "https://studio.example" }],
        security: [],
        paths: {
          "/exports": {
            post: { operationId: "startExport", responses: { 202: json(object({ id: text })) } },
          },
          "/exports/{id}": looked("getExport"),
          "/renders": {
            post: { operationId: "startRender", responses: { 202: json(object({ id: text })) } },
          },
          "/renders/{id}": looked("getRender"),
        },
        components: {
          responses: { Export: answer },
          links: { Text: { operationId: "getText", parameters: { id: "$response.body#/id" } } },
        },
      }),
    });
    await called("suggest studio.yaml --out jobs.overlay.yaml", project);
    project.write({ "redocly.yaml": configured });
    const overlay = project.read("jobs.overlay.yaml");
    expect(overlay.match(/.*(leads to|gives).*\n.*target.*\n.*remove.*/g)).toEqual([
      '  # leads to "getWords", and no operation is called so\n  - target: $.components.responses.Export.links.words\n    remove: true',
      '  # leads to "getText", and no operation is called so\n  - target: $.components.responses.Export.links.text\n    remove: true',
      '  # gives "page", which "startExport" does not take\n  - target: $.components.responses.Export.links.more\n    remove: true',
    ]);
    expect((await project.build()).report.problems).toEqual([]);
  });
});
