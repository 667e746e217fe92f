import { expect, test } from "vitest";
import { hovers } from "../build/hovers.ts";
import { typeErrors } from "../build/type-check.ts";

const imports = `
  import { poll, start } from "../../../src/index.ts";
  import { createExportTask, createFeishuClient, exportTask, getExportTask } from "../../../src/feishu.ts";
  const feishu = createFeishuClient();
`;

const started = "FeishuClient, CreateExportTaskParams, TicketResponse";
const seen = "GetExportTaskResponse, ExportTaskStatus";
const types = `GetExportTaskParams, GetExportTaskResponse, ExportTaskResult, ExportTaskLinks, ExportTaskStatus`;

test("an editor shows what everything of a job is by names that can be imported", { timeout: 60_000 }, () => {
  expect(
    hovers(`${imports}
  const /*the client*/client = feishu;
  const /*the handle of a start*/task = await start(feishu, /*the starter*/createExportTask, {
    /*the body*/body: { /*a field of it*/file_extension: "pdf", token: "t", type: "docx" },
  });
  const /*the handle of a poll*/same = poll(feishu, /*the job*/exportTask, { ticket: "t", token: "t" });
  for await (const /*an update*/update of task) {
    console.log(update./*its status*/status, update./*its state*/state, update./*its answer*/body);
    if (update.state === "succeeded") console.log(/*an update of a success*/update, update./*its result*/result);
    if (update.state === "failed") console.log(/*an update of a failure*/update, update./*its error*/error);
  }
  const /*what accepted the start*/accepted = task.accepted;
  const /*the result*/result = await task./*the method*/result();
  const /*a required field of it*/name = result.file_token;
  const /*the ref*/ref = same.ref;
  const /*what follows*/file = await task.follow("download");
  const /*the answer of an operation*/answer = await getExportTask(feishu, { ticket: "t", token: "t" });
  const /*a part of it*/part = answer.data?.result;
  console.log(client, accepted, name, ref, file, part);
`),
  ).toEqual({
    "the client": "const client: FeishuClient",
    "the starter": `(alias) const createExportTask: Starter<${started}, Job<FeishuClient, ${types}>, "createExportTask">
import createExportTask`,
    "the body": "(property) body: CreateExportTaskRequest",
    "a field of it": '(property) file_extension: "pdf" | "docx" | "xlsx" | "csv"',
    "the handle of a start": `const task: StartedJob<${types}, TicketResponse>`,
    "what accepted the start": "const accepted: TicketResponse",
    "the job": `(alias) const exportTask: Job<FeishuClient, ${types}>
import exportTask`,
    "the handle of a poll": `const same: JobHandle<${types}>`,
    "an update": `const update: Update<ExportTaskResult, ${seen}>`,
    "its status": "(property) Seen<B, S>.status: ExportTaskStatus",
    "its state": '(property) state: "succeeded" | "pending" | "failed" | "canceled"',
    "its answer": "(property) Seen<B, S>.body: GetExportTaskResponse",
    "an update of a success": `const update: SucceededUpdate<ExportTaskResult, ${seen}>`,
    "its result": `(property) SucceededUpdate<ExportTaskResult, ${seen}>.result: ExportTaskResult`,
    "an update of a failure": `const update: FailedUpdate<${seen}>`,
    "its error": `(property) FailedUpdate<${seen}>.error: JobFailure`,
    "the result": "const result: ExportTaskResult",
    "the method": `(method) JobHandle<${types}>.result(options?: CallOptions): Promise<ExportTaskResult>`,
    "a required field of it": "const name: string",
    "the ref": "const ref: Ref<GetExportTaskParams>",
    "what follows": "const file: Download",
    "the answer of an operation": "const answer: GetExportTaskResponse",
    "a part of it": "const part: ExportTask | undefined",
  });
});

test("what is wrong with a call is said with the names of what it takes", { timeout: 60_000 }, () => {
  const user = `${imports}
  poll(feishu, exportTask, "6933093124755423251");
  await getExportTask(feishu, { ticket: "6933093124755423251" });
  await start(feishu, createExportTask, { body: { token: "t", type: "docx" } });
`;
  expect(typeErrors({ "user.ts": user })).toEqual([
    "user.ts:6 Argument of type 'string' is not assignable to parameter of type " +
      "'Ref<GetExportTaskParams> | { readonly ticket: string; readonly token: string; }'.",
    "user.ts:7 Argument of type '{ ticket: string; }' is not assignable to parameter of type 'GetExportTaskParams'.\n" +
      "  Property 'token' is missing in type '{ ticket: string; }' but required in type '{ token: string; }'.",
    "user.ts:8 Property 'file_extension' is missing in type '{ token: string; type: \"docx\"; }' " +
      "but required in type 'CreateExportTaskRequest'.",
  ]);
});
