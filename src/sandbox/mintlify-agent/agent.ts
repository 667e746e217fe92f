import { createIds } from "../ids.ts";
import { readFields, textOf } from "../json.ts";
import { createLimiter } from "../limiter.ts";
import { refusal, refusalFor, refuseKey } from "../mintlify/keys.ts";
import type { MintlifyProject } from "../mintlify/projects.ts";
import { createPlans } from "../plans.ts";
import { answerRefusal, createApp, type Vendor, type World } from "../vendor.ts";
import { type AgentJob, type AgentPlan, describeJob, isDocumented, startJob } from "./jobs.ts";

export interface MintlifyAgent extends Vendor {
  plan(plan: AgentPlan): void;
}

export function createMintlifyAgent(world: World, projects: readonly MintlifyProject[]): MintlifyAgent {
  const ids = createIds("mintlify agent");
  const plans = createPlans<AgentPlan>();
  const jobs = new Map<string, AgentJob>();
  // prompts of a project in an hour, first ones and others
  const limiter = createLimiter(100, 3_600_000);

  const app = createApp().basePath("/v2/agent");
  app.use(async (c, next) => {
    const refused = refuseKey(c.req.header("authorization"), c.req.method);
    if (refused) return answerRefusal(refused);
    return next();
  });

  app.post("/:project/job", async (c) => {
    const project = projects.find(({ id }) => id === c.req.param("project"));
    // What an unknown project is answered with is not documented; this is assumed.
    if (!project) return answerRefusal(refusal(404, "Project not found."));
    if (textOf((await readFields(c.req.raw)).prompt) === undefined) {
      return answerRefusal(refusal(400, "prompt is required."));
    }
    if (limiter.take(project.id, world.now()) !== undefined) return answerRefusal(refusalFor(429));
    const id = ids.first("aj_7d4a063f9a2c1b8e", () => `aj_${ids.hex(16)}`);
    const job = startJob(world, id, plans.take() ?? {}, project);
    jobs.set(id, job);
    return Response.json(describeJob(job, world.now()), { status: 201 });
  });

  app.get("/:project/job/:id", (c) => {
    const job = jobs.get(c.req.param("id"));
    if (job?.project.id !== c.req.param("project")) return answerRefusal(refusalFor(404));
    const answer = describeJob(job, world.now());
    if (!isDocumented(answer.status)) c.env.deliberate();
    return Response.json(answer);
  });

  app.post("/:project/job/:id/message", async (c) => {
    const { project, id } = c.req.param();
    const job = jobs.get(id);
    if (job?.project.id !== project) return answerRefusal(refusalFor(404));
    if (textOf((await readFields(c.req.raw)).prompt) === undefined) {
      return answerRefusal(refusal(400, "prompt is required."));
    }
    if (limiter.take(project, world.now()) !== undefined) return answerRefusal(refusalFor(429));
    // The same job goes on. That its creation stays what it was is assumed.
    const again = { ...startJob(world, id, plans.take() ?? {}, job.project), createdAt: job.createdAt };
    jobs.set(id, again);
    return Response.json(describeJob(again, world.now()));
  });

  app.notFound(() => answerRefusal(refusal(404, "Not found.")));

  return {
    app,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => refusal(401, "This API key has expired."),
    jobStatus: ["status"],
  };
}
