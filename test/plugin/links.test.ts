import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

type Fault = readonly [fault: string, edits: Readonly<Record<string, string>>, problem: string];

const token = "                token: $request.body#/token\n";
const id = "id: $response.body#/data/id";
const file = "                file: $response.body#/data/result/file\n";
const toDownload = "              operationId: downloadFile\n              parameters:";
const toTask = "              operationId: getTask\n              parameters:";
const accepted = "        '202':\n";
const like202 = (link: string): string => `        '200':
          description: The task has begun.
          content: { application/json: { schema: { type: object, properties: { data: { type: object, properties: { id: { type: string } } } } } } }
          links:
            ${link}
${accepted}`;

describe("a link points at the fault and says what to write", () => {
  describe("in its target", () => {
    it.each<Fault>([
      [
        "a misspelt operation",
        { [toDownload]: toDownload.replace("File", "Fil") },
        "tasks.yaml:82:28 jobs/links No operation has the operationId `downloadFil`. -> downloadFile",
      ],
      [
        "an operation like no other, by the parameters that it takes",
        { [toDownload]: toDownload.replace("downloadFile", "x") },
        "tasks.yaml:82:28 jobs/links No operation has the operationId `x`. -> downloadFile",
      ],
      [
        "no operation",
        { [toDownload]: "              parameters:" },
        "tasks.yaml:81:13 jobs/links The link lacks `operationId`, the operation that it leads to.",
      ],
      [
        "operationRef",
        { [toDownload]: "              operationRef: '#/paths/~1files/get'\n              parameters:" },
        "tasks.yaml:82:15 jobs/links `operationRef` is not followed; write the `operationId` of the operation.",
      ],
      [
        "another server",
        { [toDownload]: `              server: { url: 'https://x.test' }\n${toDownload}` },
        "tasks.yaml:82:15 jobs/links A link cannot change the `server`; leave it out.",
      ],
      [
        "a name that is no property",
        { "            download:\n": "            get-file:\n" },
        "tasks.yaml:81:13 jobs/links The link `get-file` becomes a property of this name; write it as a plain JavaScript name. -> getFile",
      ],
      [
        "a name that every object has",
        { "            download:\n": "            constructor:\n" },
        "tasks.yaml:81:13 jobs/links The link `constructor` becomes a property of this name; write it as a plain JavaScript name.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  it("gives what stands in the path of its target, also where nobody has declared it", async () => {
    const document = (parameters: string): string => `
openapi: 3.1.0
info: { title: Boxes, version: '1', license: { name: MIT, identifier: MIT } }
servers: [{ url: https://boxes.example }]
paths:
  /racks/{rack}/move:
    post:
      operationId: move
      responses:
        '202': { description: ok, links: { status: { operationId: look${parameters} } } }
    get:
      operationId: look
      x-polling: { job: moved, status: $statusCode, pending: [202], succeeded: [200] }
      responses: { '200': { description: ok }, '202': { description: not yet } }
`;
    const rules = { "jobs/starter": "off", "path-parameters-defined": "off" } as const;
    expect(await problemsOf(document(", parameters: { rack: $request.path.rack }"), rules)).toEqual([]);
    expect(await problemsOf(document(""), rules)).toEqual([
      "api.yaml:10:44 jobs/links The link leaves out `rack`, without which `look` cannot tell the status.",
    ]);
  });

  it("may lead to a status operation that has no name yet", async () => {
    const unnamed = { "      operationId: getTask\n      x-rate-limit:": "      x-rate-limit:" };
    expect(await problemsOf(edited(unnamed))).toEqual([
      "tasks.yaml:32:28 jobs/links No operation has the operationId `getTask`. If `GET /{space}/tasks/{id}` is meant, it needs that `operationId`.",
      "tasks.yaml:42:5 operation-operationId Operation object should contain `operationId` field.",
    ]);
  });

  describe("in its parameters", () => {
    it.each<Fault>([
      [
        "a misspelt parameter",
        { [id]: "idd: $response.body#/data/id" },
        "tasks.yaml:35:17 jobs/links `getTask` has no parameter `idd`. -> id",
      ],
      [
        "a parameter in the wrong place",
        { [id]: "query.id: $response.body#/data/id" },
        "tasks.yaml:35:17 jobs/links `getTask` has no parameter `query.id`. -> path.id",
      ],
      [
        "a parameter like no other",
        { [token]: `${token}                colour: red\n` },
        "tasks.yaml:37:17 jobs/links `getTask` has no parameter `colour`. It has `token`, `space` and `id`.",
      ],
      [
        "two spellings of one parameter",
        { [token]: `${token}                path.id: a\n` },
        "tasks.yaml:37:17 jobs/links `path.id` and `id` are one parameter; write it once.",
      ],
      [
        "one required parameter left out of a link to the status",
        { [token]: "" },
        "tasks.yaml:33:15 jobs/links The link leaves out `token`, without which `getTask` cannot tell the status.",
      ],
      [
        "all of them",
        {
          [`                space: $request.path.space\n                ${id}\n${token}`]: "",
          [toTask]: "              operationId: getTask",
        },
        "tasks.yaml:31:13 jobs/links The link leaves out `token`, `space` and `id`, without which `getTask` cannot tell the status.",
      ],
      [
        "parameters as a list",
        { [`              parameters:\n${file}`]: "              parameters: [file]\n" },
        "tasks.yaml:83:27 jobs/links `parameters` gives values by name; here stands a list.",
      ],
      [
        "a parameter without a value",
        { [file]: "                file:\n" },
        "tasks.yaml:84:17 jobs/links Here stands nothing; write a runtime expression or a constant.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("in its expressions", () => {
    it.each<Fault>([
      [
        "a field that this answer lacks",
        { [id]: "id: $response.body#/data/idd" },
        "tasks.yaml:35:21 jobs/links The schema of the 202 answer has no `idd` in `/data`. -> $response.body#/data/id",
      ],
      [
        "an object",
        { [id]: "id: $response.body#/data" },
        "tasks.yaml:35:21 jobs/links A parameter is a string, a number, a boolean or a list; `$response.body#/data` is an object. It has `id`.",
      ],
      [
        "a header that this answer lacks",
        { [id]: "id: $response.header.Loction" },
        "tasks.yaml:35:21 jobs/links The 202 answer documents no header `Loction`. -> $response.header.Location",
      ],
      [
        "a field that the request body lacks",
        { [token]: token.replace("#/token", "#/tokn") },
        "tasks.yaml:36:24 jobs/links The schema of the request has no `tokn`. -> $request.body#/token",
      ],
      [
        "a path parameter that this operation lacks",
        { "space: $request.path.space": "space: $request.path.spaces" },
        "tasks.yaml:34:24 jobs/links The operation has no path parameter `spaces`. -> $request.path.space",
      ],
      [
        "a query parameter that this operation lacks",
        { "space: $request.path.space": "space: $request.query.space" },
        "tasks.yaml:34:24 jobs/links The operation has no query parameter `space`. -> $request.path.space",
      ],
      [
        "the body of a request that has none",
        { [file]: "                file: $request.body#/file\n" },
        "tasks.yaml:84:23 jobs/links `$request.body#/file` reads the body, but the request has no body.",
      ],
      [
        "$url",
        { [file]: "                file: $url\n" },
        "tasks.yaml:84:23 jobs/links `$url` is not a runtime expression such as `$response.body#/…`.",
      ],
      [
        "the path of the response",
        { "space: $request.path.space": "space: $response.path.space" },
        "tasks.yaml:34:24 jobs/links `$response.path.space` is not a runtime expression such as `$response.body#/…`. -> $request.path.space",
      ],
      [
        "an expression without its dollar",
        { [id]: "id: response.body#/data/id" },
        "tasks.yaml:35:21 jobs/links `response.body#/data/id` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/id",
      ],
      [
        "an expression in braces",
        { [id]: "id: '{$response.body#/data/id}'" },
        "tasks.yaml:35:21 jobs/links `{$response.body#/data/id}` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/id",
      ],
      [
        "an expression inside a text",
        { [id]: "id: 'task-{$response.body#/data/id}'" },
        "tasks.yaml:35:21 jobs/links An expression inside a longer text is not read; write it alone.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("when a path would hold a whole URL", () => {
    const advice = (expression: string): string =>
      `eave it out of \`parameters\` and write \`x-url: ${expression}\` beside \`operationId\`, which reads the parameter off the URL.`;
    const isUrl = (expression: string): string =>
      `tasks.yaml:35:21 jobs/links \`${expression}\` is a whole URL, and \`id\` only a part of one. L${advice(expression)}`;
    const seemsUrl = (expression: string): string =>
      `tasks.yaml:35:21 jobs/links \`${expression}\` seems to be a whole URL, and \`id\` only a part of one. If so, l${advice(expression)}`;
    const field = "{ id: { type: string } } } } }\n          links:";
    const asUrl = { [field]: field.replace("type: string", "type: string, format: uri") };
    const named = { [field]: field.replace("id:", "status_url:") };
    const plain = "headers: { Location: { schema: { type: string } } }";

    it.each<Fault>([
      ["a header that is one", { [id]: "id: $response.header.location" }, isUrl("$response.header.location")],
      [
        "a header of Azure's that is one",
        { [id]: "id: $response.header.Operation-Location", [plain]: "headers: {}" },
        isUrl("$response.header.Operation-Location"),
      ],
      ["a field of this format", { ...asUrl }, isUrl("$response.body#/data/id")],
      [
        "a header that is called so",
        { [id]: "id: $response.header.X-Status-Url", [plain]: "headers: {}" },
        seemsUrl("$response.header.X-Status-Url"),
      ],
      [
        "a field that is called so",
        { ...named, [id]: "id: $response.body#/data/status_url" },
        seemsUrl("$response.body#/data/status_url"),
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });

    const parameter = "- { name: id, in: path, required: true, schema: { type: string } }";
    it.each<readonly [what: string, edits: Readonly<Record<string, string>>]>([
      [
        "unless the path wants one",
        { ...asUrl, [parameter]: parameter.replace("string }", "string, format: uri }") },
      ],
      [
        "unless the header is known to hold an id",
        {
          [id]: "id: $response.header.Location",
          [plain]: "headers: { Location: { schema: { type: string, format: uuid } } }",
        },
      ],
      ["nor in a query", { [token]: "                token: $response.header.Location\n" }],
    ])("%s", async (_, edits) => {
      expect(await problemsOf(edited(edits))).toEqual([]);
    });
  });

  describe("in its x-url", () => {
    it.each<Fault>([
      [
        "a header that this answer lacks",
        {
          [`${toTask}\n                space: $request.path.space\n                ${id}\n${token}`]:
            "              operationId: getTask\n              x-url: $response.header.Loction\n",
        },
        "tasks.yaml:33:22 jobs/links The 202 answer documents no header `Loction`. -> $response.header.Location",
      ],
      [
        "the request",
        {
          [`${toTask}\n                space: $request.path.space\n                ${id}\n${token}`]:
            "              operationId: getTask\n              x-url: $request.path.space\n",
        },
        "tasks.yaml:33:22 jobs/links `$request.path.space` cannot be read here. Write `$response.header.…` or `$response.body#/…`.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });

    it("stands for the path and query parameters", async () => {
      const edits = {
        [`${toTask}\n                space: $request.path.space\n                ${id}\n${token}`]:
          "              operationId: getTask\n              x-url: $response.header.location\n",
      };
      expect(await problemsOf(edited(edits))).toEqual([]);
    });
  });

  describe("in its request body", () => {
    const takesBody = {
      "      operationId: downloadFile\n      responses:": `      operationId: downloadFile
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [names]
              properties: { names: { type: array, items: { type: string } }, options: { type: object, properties: { zip: { type: string } } } }
      responses:`,
    };
    it.each<Fault>([
      [
        "a body for an operation that takes none",
        { [file]: `${file}              requestBody: { a: 1 }\n` },
        "tasks.yaml:85:15 jobs/links `downloadFile` takes no request body.",
      ],
      [
        "a misspelt field",
        { ...takesBody, [file]: `${file}              requestBody: { nams: [a] }\n` },
        "tasks.yaml:85:30 jobs/links The request body has no field `nams`. -> names",
      ],
      [
        "a misspelt field of a field",
        { ...takesBody, [file]: `${file}              requestBody: { options: { zib: a } }\n` },
        "tasks.yaml:85:41 jobs/links The request body has no field `zib`. -> zip",
      ],
      [
        "an expression in its depth",
        {
          ...takesBody,
          [file]: `${file}              requestBody: { names: [$response.body#/data/result/fil] }\n`,
        },
        "tasks.yaml:85:38 jobs/links The schema of the 200 answer has no `fil` in `/data/result`. -> $response.body#/data/result/file",
      ],
      [
        "a required body left out of a link to the status",
        {
          "      operationId: getTask\n      x-rate-limit:":
            "      operationId: getTask\n      requestBody: { required: true, content: { application/json: {} } }\n      x-rate-limit:",
        },
        "tasks.yaml:31:13 jobs/links The link leaves out `requestBody`, without which `getTask` cannot tell the status.",
      ],
      [
        "a required field left out of a link to the status",
        {
          "      operationId: getTask\n      x-rate-limit:":
            "      operationId: getTask\n      requestBody: { content: { application/json: { schema: { type: object, required: [ids] } } } }\n      x-rate-limit:",
          [token]: `${token}              requestBody: {}\n`,
        },
        "tasks.yaml:37:15 jobs/links The body leaves out `ids`, without which `getTask` cannot tell the status.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("from one operation to its job", () => {
    it.each<Fault>([
      [
        "two answers that lead to it differently",
        {
          [accepted]: like202(
            "status: { operationId: getTask, parameters: { space: $request.path.space, id: $response.body#/data/id, token: none } }",
          ),
        },
        "tasks.yaml:36:13 jobs/links This link and the link `status` of the 200 answer lead to `getTask` with different parameters; make them the same.",
      ],
      [
        "two jobs",
        {
          [accepted]: like202("status: { operationId: downloadFile, parameters: { space: a, file: b } }"),
          "      operationId: downloadFile\n      responses:\n        '200': { description: The file., content: { application/pdf: {} } }":
            "      operationId: downloadFile\n      x-polling: { job: file, status: $statusCode, pending: [202], succeeded: [200] }\n      responses:\n        '202': { description: Not yet. }\n        '200': { description: The file., content: { application/pdf: {} } }",
        },
        "tasks.yaml:37:28 jobs/links `createTask` already leads to the status in `downloadFile`; it cannot start two jobs.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });

    it.each([
      [
        "303",
        "A redirect is not followed, so nothing is started by this link; send the request with `fetchClient`, and `poll` with what its `Location` says.",
      ],
      [
        "409",
        "No job is started by a refusal, so this link of the 409 answer is not followed; write it on a success.",
      ],
    ])("leads nowhere from an answer of %s", async (code, said) => {
      const link = "again: { operationId: getTask, parameters: { space: a, id: b, token: none } }";
      expect(await problemsOf(edited({ [accepted]: like202(link).replaceAll("202", code) }))).toEqual([
        `tasks.yaml:36:13 jobs/links ${said}`,
      ]);
    });

    it("may be written the same for two answers, in any order", async () => {
      const same = like202(
        "state: { parameters: { id: $response.body#/data/id, token: $request.body#/token, space: $request.path.space }, operationId: getTask }",
      );
      expect(await problemsOf(edited({ [accepted]: same }))).toEqual([]);
    });
  });
});
