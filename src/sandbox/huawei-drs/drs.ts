import { fileHeaders, makeFile } from "../files/file.ts";
import { makeZip } from "../files/zip.ts";
import type { Callers } from "../huawei/callers.ts";
import { createServiceApp, expiredToken } from "../huawei/gateway.ts";
import { createIds } from "../ids.ts";
import { isJson, readFields, textsOf } from "../json.ts";
import { createPlans } from "../plans.ts";
import { answerRefusal, type Refusal, type Vendor, type World } from "../vendor.ts";
import { type DrsPlan, startExport, statusOf, type TemplateExport, templatesOf } from "./exports.ts";
import { refusal, refusalFor } from "./refusals.ts";
import { type DrsTask, seedTasks } from "./tasks.ts";

export interface Drs extends Vendor {
  readonly tasks: DrsTask[];
  plan(plan: DrsPlan): void;
}

export function createDrs(world: World, callers: Callers): Drs {
  const ids = createIds("huawei-drs");
  const tasks = seedTasks();
  const plans = createPlans<DrsPlan>();
  const exports: TemplateExport[] = [];
  const ofProject = (project: string): TemplateExport[] =>
    exports.filter((each) => each.tasks.every((task) => task.projectId === project));

  const app = createServiceApp(world, "huawei-drs", callers, () => refusal("DRS.M00261"));

  // Every page asks for this header, GET included; what its lack is answered with is not documented.
  app.use(async (c, next) => (isJson(c.req.raw) ? next() : answerRefusal(refusal("DRS.M00007"))));

  app.post("/v5/:project/jobs/export/template", async (c) => {
    const { jobs } = await readFields(c.req.raw);
    const wanted = findTasks(tasks, c.req.param("project"), textsOf(jobs) ?? []);
    if ("body" in wanted) return answerRefusal(wanted);
    const id = ids.first("62a055ae-ce03-4232-beb6-46c83b8ef2b2", () => ids.uuid());
    exports.push(startExport(world, id, plans.take() ?? {}, wanted));
    // About this call, and not about the export.
    return Response.json({ id, status: "SUCCESS" }, { status: 202 });
  });

  app.get("/v5/:project/jobs/:export/export/progress", (c) => {
    const found = ofProject(c.req.param("project")).find((each) => each.id === c.req.param("export"));
    // What an unknown id is answered with is not documented; this is the code for an unknown task.
    if (!found) return answerRefusal(refusal("DRS.M05003"));
    return Response.json({ process_status: statusOf(found, world.now()) });
  });

  app.get("/v5/:project/templates", (c) => {
    const files = templatesOf(ofProject(c.req.param("project")), world.now());
    const offset = Number(c.req.query("offset") ?? 0);
    const limit = Number(c.req.query("limit") ?? 10);
    return Response.json({
      count: files.length,
      export_report_obs_files: files.slice(offset, offset + limit),
    });
  });

  app.post("/v5/:project/templates/download", async (c) => {
    const names = textsOf((await readFields(c.req.raw)).files) ?? [];
    const known = templatesOf(ofProject(c.req.param("project")), world.now()).map((file) => file.file_name);
    const [name] = names;
    if (name === undefined || names.some((each) => !known.includes(each))) {
      return answerRefusal(refusal("DRS.10030009"));
    }
    const files = names.map((each) => [each, makeFile("xlsx", each)] as const);
    // In which form several files come is not documented; a ZIP is likely.
    const [, only] = files.length === 1 ? (files[0] ?? []) : [];
    const sent = only ?? makeZip(files);
    return new Response(sent, { headers: fileHeaders(sent.byteLength, only ? name : "templates.zip") });
  });

  return {
    app,
    tasks,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => expiredToken,
    jobStatus: ["process_status"],
  };
}

function findTasks(
  tasks: readonly DrsTask[],
  project: string,
  wanted: readonly string[],
): DrsTask[] | Refusal {
  if (wanted.length === 0) return refusal("DRS.M00007");
  const found: DrsTask[] = [];
  for (const id of wanted) {
    const task = tasks.find((each) => each.id === id && each.projectId === project);
    if (!task) return refusal("DRS.M05003");
    if (task.deleted) return refusal("DRS.M05004");
    found.push(task);
  }
  return found;
}
