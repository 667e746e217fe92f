import { setOut } from "../course.ts";
import { fileHeaders } from "../files/file.ts";
import { createIds } from "../ids.ts";
import { readFields } from "../json.ts";
import { createLimiter } from "../limiter.ts";
import { createPlans } from "../plans.ts";
import { createUndertakings } from "../settle.ts";
import { answerRefusal, createApp, type Refusal, type Vendor, type World } from "../vendor.ts";
import { mayRead, readCreation } from "./create.ts";
import { type FeishuDocument, seedDocuments } from "./documents.ts";
import {
  type ExportTask,
  type FeishuPlan,
  hasFile,
  isDocumented,
  resultOf,
  startTask,
  steps,
} from "./export-tasks.ts";
import {
  type FeishuFile,
  type ImportTask,
  importResultOf,
  isDocumentedImport,
  readImport,
  seedFiles,
} from "./import-tasks.ts";
import { badField, refusal, refusalFor, tooFrequent } from "./refusals.ts";
import { createTokens, type Identity } from "./tokens.ts";

export interface Feishu extends Vendor {
  readonly documents: FeishuDocument[];
  readonly files: FeishuFile[];
  plan(plan: FeishuPlan): void;
  revokeTokens(): void;
}

export function createFeishu(world: World): Feishu {
  const ids = createIds("feishu");
  const logIds = createIds("feishu log");
  const importIds = createIds("feishu imports");
  const documents = seedDocuments();
  const files = seedFiles();
  const plans = createPlans<FeishuPlan>();
  const tokens = createTokens(ids);
  // What an app may call in a minute, of one kind; how an import is getting on it may ask more often.
  const usual = [createLimiter(100, 60_000)];
  const often = [createLimiter(1000, 60_000), createLimiter(50, 1000)];
  const tasks: ExportTask[] = [];
  const imports: ImportTask[] = [];
  const open = createUndertakings<ImportTask>();

  /** Who may make a call of this kind now, or why nobody may. */
  function admit(authorization: string | undefined, kind: string, limiters = usual): Identity | Refusal {
    const identity = tokens.identify(authorization, world.now());
    if (typeof identity !== "string") return identity;
    for (const limiter of limiters) {
      const wait = limiter.take(`${kind} ${identity}`, world.now());
      if (wait !== undefined) return tooFrequent(limiter.requests, wait);
    }
    return identity;
  }

  const app = createApp();
  app.use(async (c, next) => {
    open.settle(world.now());
    await next();
    c.res.headers.set("x-tt-logid", logIds.hex(32).toUpperCase());
  });

  app.post("/open-apis/auth/v3/tenant_access_token/internal", async (c) =>
    tokens.issue(await readFields(c.req.raw), world.now()),
  );

  app.post("/open-apis/drive/v1/export_tasks", async (c) => {
    const identity = admit(c.req.header("authorization"), "create");
    if (typeof identity !== "string") return answerRefusal(identity);
    const creation = readCreation(await readFields(c.req.raw), documents, identity);
    if ("body" in creation) return answerRefusal(creation);
    const task = startTask(world, ids, plans, creation.document, creation.extension, identity);
    tasks.push(task);
    return Response.json({ code: 0, msg: "success", data: { ticket: task.ticket } });
  });

  app.get("/open-apis/drive/v1/export_tasks/:ticket", (c) => {
    const identity = admit(c.req.header("authorization"), "get");
    if (typeof identity !== "string") return answerRefusal(identity);
    const token = c.req.query("token");
    if (!token) return answerRefusal(badField("token", token, "token is required"));
    // What an unknown ticket is answered with is not documented; this is the one code that fits.
    const task = tasks.find((each) => each.ticket === c.req.param("ticket") && each.document.token === token);
    if (!task) return answerRefusal(refusal(1069904));
    if (task.owner !== identity || !mayRead(task.document, identity)) return answerRefusal(refusal(1069902));
    if (task.document.deleted) return answerRefusal(refusal(1069906, { status: 410 }));
    const result = resultOf(task, world.now());
    if (!isDocumented(result.job_status)) c.env.deliberate();
    return Response.json({ code: 0, msg: "success", data: { result } });
  });

  app.get("/open-apis/drive/v1/export_tasks/file/:file_token/download", (c) => {
    const identity = admit(c.req.header("authorization"), "download");
    if (typeof identity !== "string") return answerRefusal(identity);
    const task = tasks.find((each) => each.fileToken === c.req.param("file_token"));
    // What a file that is gone is answered with is not documented; this is the one code the page lists.
    if (!task || !hasFile(task, world.now())) return answerRefusal(refusal(1060001));
    return new Response(task.file.body(), {
      headers: fileHeaders(task.file.size, `${task.document.title}.${task.extension}`),
    });
  });

  app.post("/open-apis/drive/v1/import_tasks", async (c) => {
    const identity = admit(c.req.header("authorization"), "import");
    if (typeof identity !== "string") return answerRefusal(identity);
    const creation = readImport(await readFields(c.req.raw), files, world.now());
    if ("body" in creation) return answerRefusal(creation);
    const token = importIds.word(27);
    const task: ImportTask = {
      ticket: importIds.first("7369583175086912356", () => importIds.digits(19)),
      type: creation.type,
      owner: identity,
      course: setOut(plans.take() ?? {}, { duration: world.duration, steps }, world.now()),
      token,
      finish(succeeded) {
        if (succeeded) documents.push({ ...creation, token });
      },
    };
    imports.push(task);
    open.add(task);
    return Response.json({ code: 0, msg: "success", data: { ticket: task.ticket } });
  });

  app.get("/open-apis/drive/v1/import_tasks/:ticket", (c) => {
    const identity = admit(c.req.header("authorization"), "get import", often);
    if (typeof identity !== "string") return answerRefusal(identity);
    // What an unknown ticket is answered with is not documented; this is assumed, as for an export.
    const task = imports.find((each) => each.ticket === c.req.param("ticket"));
    if (!task) return answerRefusal(refusal(1069904));
    if (task.owner !== identity) return answerRefusal(refusal(1069902));
    const result = importResultOf(task, world.now());
    if (!isDocumentedImport(result.job_status)) c.env.deliberate();
    return Response.json({ code: 0, msg: "success", data: { result } });
  });

  app.notFound(() => answerRefusal(refusal(99991201)));

  return {
    app,
    documents,
    files,
    plan: (plan) => plans.add(plan),
    revokeTokens: () => tokens.revoke(),
    refusal: refusalFor,
    expired: () => refusal(99991663),
    jobStatus: ["data", "result", "job_status"],
  };
}
