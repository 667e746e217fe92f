import { fileHeaders } from "../files/file.ts";
import { createIds } from "../ids.ts";
import { readFields } from "../json.ts";
import { createLimiter } from "../limiter.ts";
import { createPlans } from "../plans.ts";
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
} from "./export-tasks.ts";
import { badField, refusal, refusalFor, tooFrequent } from "./refusals.ts";
import { createTokens, type Identity } from "./tokens.ts";

export interface Feishu extends Vendor {
  readonly documents: FeishuDocument[];
  plan(plan: FeishuPlan): void;
}

/** Calls of one kind that an app may make in a minute. */
const limit = 100;

export function createFeishu(world: World): Feishu {
  const ids = createIds("feishu");
  const logIds = createIds("feishu log");
  const documents = seedDocuments();
  const plans = createPlans<FeishuPlan>();
  const tokens = createTokens(ids);
  const limiter = createLimiter(limit, 60_000);
  const tasks: ExportTask[] = [];

  /** Who may make a call of this kind now, or why nobody may. */
  function admit(authorization: string | undefined, kind: string): Identity | Refusal {
    const identity = tokens.identify(authorization, world.now());
    if (typeof identity !== "string") return identity;
    const wait = limiter.take(`${kind} ${identity}`, world.now());
    return wait === undefined ? identity : tooFrequent(limit, wait);
  }

  const app = createApp();
  app.use(async (c, next) => {
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
    return new Response(task.file, {
      headers: fileHeaders(task.file, `${task.document.title}.${task.extension}`),
    });
  });

  app.notFound(() => answerRefusal(refusal(99991201)));

  return {
    app,
    documents,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => refusal(99991663),
    jobStatus: ["data", "result", "job_status"],
  };
}
