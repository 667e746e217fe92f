import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint.ts";
import { edited } from "./tasks.ts";

/** What is wrong, how `tasks.yaml` is edited to get there, and the one problem that is reported. */
type Fault = readonly [fault: string, edits: Readonly<Record<string, string>>, problem: string];

const status = "status: $response.body#/data/result/status\n        pending";
const statusIs = (expression: string): string => `status: ${expression}\n        pending`;

describe("x-polling points at the fault and says what to write", () => {
  describe("in its keys", () => {
    it.each<Fault>([
      [
        "an unknown key",
        { "minInterval: 2s": "intervall: 2s" },
        "tasks.yaml:64:9 jobs/x-polling `x-polling` has no key `intervall`. -> minInterval",
      ],
      [
        "an unknown key like no other",
        { "missing: failed": "colour: red" },
        "tasks.yaml:55:9 jobs/x-polling `x-polling` has no key `colour`. It has `job`, `status`, `pending`, `succeeded`, `failed`, `canceled`, `otherwise`, `missing`, `ignoreCase`, `failedIf`, `result`, `requires`, `progress`, `error`, `delay`, `minInterval`, `maxInterval` and `timeout`.",
      ],
      [
        "no job",
        { "        job: task\n": "" },
        "tasks.yaml:47:7 jobs/x-polling `x-polling` lacks `job`, which it cannot do without.",
      ],
      [
        "no status",
        { [status]: "pending" },
        "tasks.yaml:47:7 jobs/x-polling `x-polling` lacks `status`, which it cannot do without.",
      ],
      [
        "no succeeded",
        { "        succeeded: [done]\n": "", "otherwise: pending": "otherwise: pending" },
        "tasks.yaml:47:7 jobs/x-polling `x-polling` lacks `succeeded`, which it cannot do without.",
      ],
      [
        "an unknown key of error",
        { "code: $response.body#/data/result/status": "cod: $response.body#/data/result/status" },
        "tasks.yaml:61:11 jobs/x-polling `error` has no key `cod`. -> code",
      ],
      [
        "an unknown key of progress",
        { "total: $response.body#/data/result/total": "all: $response.body#/data/result/total" },
        "tasks.yaml:59:62 jobs/x-polling `progress` has no key `all`. -> total",
      ],
      [
        "otherwise that is no state",
        { "otherwise: pending": "otherwise: faild" },
        "tasks.yaml:54:20 jobs/x-polling `otherwise` is `pending` or `failed`; here stands the text `faild`. -> failed",
      ],
      [
        "missing that is another state",
        { "missing: failed": "missing: succeeded" },
        "tasks.yaml:55:18 jobs/x-polling `missing` is `pending` or `failed`; here stands the text `succeeded`.",
      ],
      [
        "ignoreCase that is text",
        { "otherwise: pending": "ignoreCase: 'true'" },
        "tasks.yaml:54:21 jobs/x-polling `ignoreCase` is `true` or `false`; here stands the text `true`. -> true",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("in the name of the job", () => {
    it.each<Fault>([
      [
        "a name with a dash",
        { "job: task": "job: export-task" },
        "tasks.yaml:48:14 jobs/x-polling The job `export-task` is exported under this name, so write it in camelCase. -> exportTask",
      ],
      [
        "a word of JavaScript",
        { "job: task": "job: delete" },
        "tasks.yaml:48:14 jobs/x-polling The job cannot be called `delete`, which is a word of JavaScript. -> deleteJob",
      ],
      [
        "the id of an operation",
        { "job: task": "job: createTask" },
        "tasks.yaml:48:14 jobs/x-polling `createTask` is an operationId of this API already; both are exported under their names. -> createTaskJob",
      ],
      [
        "a number",
        { "job: task": "job: 1" },
        "tasks.yaml:48:14 jobs/x-polling `job` is the exported name of the job, in camelCase; here stands the number 1.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("in its expressions", () => {
    it.each<Fault>([
      [
        "a misspelt field, of JSON that has a schema beside JSON that has none",
        {
          [status]: statusIs("$response.body#/data/result/statu"),
          "How the task is getting on.\n          content:\n            application/json:":
            "How the task is getting on.\n          content:\n            application/json: { example: {} }\n            application/json; charset=utf-8:",
        },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `statu` in `/data/result`. -> $response.body#/data/result/status",
      ],
      [
        "a misspelt field, in a schema of another file",
        { [status]: statusIs("$response.body#/data/result/statu") },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `statu` in `/data/result`. -> $response.body#/data/result/status",
      ],
      [
        "a field that stands elsewhere",
        { [status]: statusIs("$response.body#/status") },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `status`. -> $response.body#/data/result/status",
      ],
      [
        "a field like no other",
        { [status]: statusIs("$response.body#/data/result/colour") },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `colour` in `/data/result`. It has `status`, `file`, `pages`, `total`, `reasons` and `parts`.",
      ],
      [
        "a misspelt field half-way",
        { [status]: statusIs("$response.body#/data/resullt/status") },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `resullt` in `/data`. -> $response.body#/data/result/status",
      ],
      [
        "an object for a status",
        { [status]: statusIs("$response.body#/data/result") },
        "tasks.yaml:49:17 jobs/x-polling A status is a string, a number or a boolean; `$response.body#/data/result` is an object. It has `status`, `file`, `pages`, `total`, `reasons` and `parts`.",
      ],
      [
        "a list entered without an index",
        {
          "failedIf: $response.body#/data/result/reasons/0/text":
            "failedIf: $response.body#/data/result/reasons/text",
        },
        "tasks.yaml:56:19 jobs/x-polling The schema of the 200 answer has no `text` in `/data/result/reasons`. -> $response.body#/data/result/reasons/0/text",
      ],
      [
        "a field of an object that has none",
        {
          [status]: statusIs("$response.body#/data/result/total/left"),
          "total: { type: integer }": "total: { type: object, additionalProperties: false }",
          "total: $response.body#/data/result/total": "total: 7",
        },
        "tasks.yaml:49:17 jobs/x-polling The schema of the 200 answer has no `left` in `/data/result/total`.",
      ],
      [
        "a pointer without a slash",
        { [status]: statusIs("$response.body#data/result/status") },
        "tasks.yaml:49:17 jobs/x-polling `$response.body#data/result/status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "dots for slashes",
        { [status]: statusIs("$response.body.data.result.status") },
        "tasks.yaml:49:17 jobs/x-polling `$response.body.data.result.status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "no dollar",
        { [status]: statusIs("response.body#/data/result/status") },
        "tasks.yaml:49:17 jobs/x-polling `response.body#/data/result/status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "a bare pointer",
        { [status]: statusIs("/data/result/status") },
        "tasks.yaml:49:17 jobs/x-polling `/data/result/status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "JSONPath",
        { [status]: statusIs("$.data.result.status") },
        "tasks.yaml:49:17 jobs/x-polling `$.data.result.status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "a misspelt word",
        { [status]: statusIs("$respons.body#/data/result/status") },
        "tasks.yaml:49:17 jobs/x-polling `$respons.body#/data/result/status` is not a runtime expression such as `$response.body#/…`. -> $response.body#/data/result/status",
      ],
      [
        "the request",
        { [status]: statusIs("$request.path.id") },
        "tasks.yaml:49:17 jobs/x-polling `$request.path.id` cannot be read here. Write `$response.body#/…`, `$response.header.…`, `$statusCode` or `$errorCode`.",
      ],
      [
        "a number",
        { [status]: statusIs("5") },
        "tasks.yaml:49:17 jobs/x-polling Here stands the number 5; write a runtime expression, `$response.body#/…`.",
      ],
      [
        "an empty list",
        { [status]: statusIs("[]") },
        "tasks.yaml:49:17 jobs/x-polling This list of expressions is empty; write at least one, or leave the key out.",
      ],
      [
        "the second of a list",
        { [status]: statusIs("[$response.body#/data/result/status, $response.body#/cod]") },
        "tasks.yaml:49:54 jobs/x-polling The schema of the 200 answer has no `cod`. -> $response.body#/code",
      ],
      [
        "the status code as a result",
        { "result: $response.body#/data/result\n": "result: $statusCode\n" },
        "tasks.yaml:57:17 jobs/x-polling `$statusCode` cannot be read here. Write `$response.body#/…` or `$response.header.…`.",
      ],
      [
        "a header that is not documented",
        {
          [status]: statusIs("[$response.header.X-Stat, $response.body#/data/result/status]"),
          "          description: How the task is getting on.\n":
            "          description: How the task is getting on.\n          headers: { X-State: { schema: { type: string } } }\n",
        },
        "tasks.yaml:49:18 jobs/x-polling The 200 answer documents no header `X-Stat`. -> $response.header.X-State",
      ],
      [
        "a required field that the result lacks",
        { "requires: [file]": "requires: [fil]" },
        "tasks.yaml:58:20 jobs/x-polling The result has no field `fil`. -> file",
      ],
      [
        "requires that is no list",
        { "requires: [file]": "requires: file" },
        "tasks.yaml:58:19 jobs/x-polling `requires` is a list of fields of the result; here stands the text `file`. -> requires: [file]",
      ],
      [
        "requires with a number",
        { "requires: [file]": "requires: [file, 1]" },
        "tasks.yaml:58:26 jobs/x-polling `requires` names fields of the result; here stands the number 1.",
      ],
      [
        "progress as a list",
        {
          "{ done: $response.body#/data/result/pages, total: $response.body#/data/result/total }":
            "[$response.body#/data/result/pages]",
        },
        "tasks.yaml:59:19 jobs/x-polling Here stands a list; write a runtime expression, `$response.body#/…`.",
      ],
      [
        "progress that is an object",
        {
          "{ done: $response.body#/data/result/pages, total: $response.body#/data/result/total }":
            "$response.body#/data/result",
        },
        "tasks.yaml:59:19 jobs/x-polling Progress is a number or a string; `$response.body#/data/result` is an object. It has `status`, `file`, `pages`, `total`, `reasons` and `parts`.",
      ],
      [
        "a misspelt progress",
        { "done: $response.body#/data/result/pages": "done: $response.body#/data/result/page" },
        "tasks.yaml:59:27 jobs/x-polling The schema of the 200 answer has no `page` in `/data/result`. -> $response.body#/data/result/pages",
      ],
      [
        "a total of zero",
        { "total: $response.body#/data/result/total": "total: 0" },
        "tasks.yaml:59:69 jobs/x-polling `total` is what `done` reaches in the end, so it is above zero, not 0.",
      ],
      [
        "a misspelt error message",
        {
          "message: [$response.body#/data/result/reasons/0/text, $response.body#/message]":
            "message: $response.body#/mesage",
        },
        "tasks.yaml:62:20 jobs/x-polling The schema of the 200 answer has no `mesage`. -> $response.body#/message",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("in its lists", () => {
    it.each<Fault>([
      [
        "a value of the enum in no list",
        { "        canceled: [canceled]\n": "" },
        "tasks.yaml:49:17 jobs/x-polling `canceled` is a possible status but stands in no list. To go by its name, write `canceled: [canceled]`.",
      ],
      [
        "two values of the enum in no list",
        { "        canceled: [canceled]\n": "", "pending: [queued, running]": "pending: [queued]" },
        "tasks.yaml:49:17 jobs/x-polling `running` and `canceled` are possible statuses but stand in no list. To go by their names, write `pending: [queued, running]` and `canceled: [canceled]`.",
      ],
      [
        "values in no list, of which some say what they mean",
        {
          "        canceled: [canceled]\n": "",
          "failed: [failed]": "failed: []",
          "enum: [queued, running, done, failed, canceled]":
            "enum: [queued, running, done, failed, canceled, held, paused]",
        },
        "tasks.yaml:49:17 jobs/x-polling `failed`, `canceled`, `held` and `paused` are possible statuses but stand in no list. To go by their names, write `failed: [failed]` and `canceled: [canceled]`. Add `held` and `paused` to the list that says what each means: `pending`, `succeeded`, `failed` or `canceled`.",
      ],
      [
        "a value in two lists",
        { "failed: [failed]": "failed: [failed, done]" },
        "tasks.yaml:52:26 jobs/x-polling `done` already stands in `succeeded`; a status has one meaning.",
      ],
      [
        "a value twice in one list",
        { "failed: [failed]": "failed: [failed, failed]" },
        "tasks.yaml:52:26 jobs/x-polling `failed` stands in `failed` twice.",
      ],
      [
        "a value in two lists but for its case",
        { "failed: [failed]": "failed: [failed, Done]", "otherwise: pending": "ignoreCase: true" },
        "tasks.yaml:52:26 jobs/x-polling `Done` already stands in `succeeded`; a status has one meaning.",
      ],
      [
        "a misspelt value",
        { "pending: [queued, running]": "pending: [queued, runing]" },
        "tasks.yaml:50:27 jobs/x-polling The enum of the status has no `runing`. -> running",
      ],
      [
        "a value that the enum lacks",
        { "failed: [failed]": "failed: [failed, exploded]" },
        "tasks.yaml:52:26 jobs/x-polling The enum of the status has no `exploded`. It has `queued`, `running`, `done`, `failed` and `canceled`.",
      ],
      [
        "another case, without ignoreCase",
        { "succeeded: [done]": "succeeded: [Done]" },
        "tasks.yaml:51:21 jobs/x-polling The enum of the status has no `Done`. -> done",
      ],
      [
        "text for a number",
        {
          "status: { type: string, enum: [queued, running, done, failed, canceled] }":
            "status: { type: integer }",
          "pending: [queued, running]": "pending: [1]",
          "succeeded: [done]": "succeeded: ['0']",
          "failed: [failed]": "failed: [2]",
          "canceled: [canceled]": "canceled: [3]",
        },
        'tasks.yaml:51:21 jobs/x-polling The status is a number here, never the string "0". -> 0',
      ],
      [
        "a scalar for a list",
        { "failed: [failed]": "failed: failed" },
        "tasks.yaml:52:17 jobs/x-polling `failed` is a list; here stands the text `failed`. -> failed: [failed]",
      ],
      [
        "an object in a list",
        { "failed: [failed]": "failed: [failed, { a: 1 }]" },
        "tasks.yaml:52:26 jobs/x-polling A status is a string, a number or a boolean; here stands an object.",
      ],
      [
        "nothing in a list",
        { "failed: [failed]": "failed: [failed, ~]" },
        "tasks.yaml:52:26 jobs/x-polling A status is a string, a number or a boolean; here stands nothing.",
      ],
      [
        "an empty text in a list",
        { "failed: [failed]": "failed: [failed, '']" },
        "tasks.yaml:52:26 jobs/x-polling An empty status counts as absent; say with `missing` what that means.",
      ],
      [
        "nothing that succeeds",
        {
          "succeeded: [done]": "succeeded: []",
          "enum: [queued, running, done, failed, canceled]": "enum: [queued, running, failed, canceled]",
        },
        "tasks.yaml:51:20 jobs/x-polling `succeeded` is empty, so this job could never succeed.",
      ],
      [
        "a member that only one branch of a oneOf has",
        {
          "- { type: object, properties: { parts:":
            "- { type: object, properties: { status: { const: paused }, parts:",
          "status: { type: string, enum: [queued, running, done, failed, canceled] }":
            "status: { anyOf: [{ enum: [queued, running, done, failed, canceled, paused] }, { type: 'null' }] }",
        },
        "tasks.yaml:49:17 jobs/x-polling `paused` is a possible status but stands in no list. Add it to the list that says what it means: `pending`, `succeeded`, `failed` or `canceled`.",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });

  describe("in its durations", () => {
    it.each<Fault>([
      [
        "a bare number",
        { "delay: 1s": "delay: 1" },
        "tasks.yaml:63:16 jobs/x-polling `delay` is a number and a unit, ms, s, m, h or d; here stands the number 1. -> 1s",
      ],
      [
        "words",
        { "timeout: 10m": "timeout: 10 minutes" },
        "tasks.yaml:66:18 jobs/x-polling `timeout` is a number and a unit, ms, s, m, h or d; here stands the text `10 minutes`. -> 10m",
      ],
      [
        "two units",
        { "timeout: 10m": "timeout: 1h30m" },
        "tasks.yaml:66:18 jobs/x-polling `timeout` is a number and a unit, ms, s, m, h or d; here stands the text `1h30m`. -> 90m",
      ],
      [
        "ISO 8601",
        { "timeout: 10m": "timeout: PT10M" },
        "tasks.yaml:66:18 jobs/x-polling `timeout` is a number and a unit, ms, s, m, h or d; here stands the text `PT10M`. -> 10m",
      ],
      [
        "no duration at all",
        { "delay: 1s": "delay: soon" },
        "tasks.yaml:63:16 jobs/x-polling `delay` is a number and a unit, ms, s, m, h or d; here stands the text `soon`.",
      ],
      [
        "no time",
        { "timeout: 10m": "timeout: 0s" },
        "tasks.yaml:66:18 jobs/x-polling `timeout` cannot be zero.",
      ],
      [
        "minInterval above maxInterval",
        { "minInterval: 2s": "minInterval: 20s" },
        "tasks.yaml:64:22 jobs/x-polling `minInterval` (20s) is longer than `maxInterval` (10s).",
      ],
      [
        "minInterval above maxInterval and the timeout, too",
        { "minInterval: 2s": "minInterval: 20m" },
        "tasks.yaml:64:22 jobs/x-polling `minInterval` (20m) is longer than `maxInterval` (10s).",
      ],
      [
        "a delay as long as the timeout",
        { "delay: 1s": "delay: 10m" },
        "tasks.yaml:63:16 jobs/x-polling `delay` (10m) is as long as `timeout` (10m).",
      ],
      [
        "a delay longer than the default timeout",
        { "delay: 1s": "delay: 2h", "        timeout: 10m\n": "" },
        "tasks.yaml:63:16 jobs/x-polling `delay` (2h) is longer than `timeout` (1h, which holds where none is written).",
      ],
    ])("%s", async (_, edits, problem) => {
      expect(await problemsOf(edited(edits))).toEqual([problem]);
    });
  });
});
