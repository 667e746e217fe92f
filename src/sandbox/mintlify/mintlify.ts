import { createIds } from "../ids.ts";
import { readFields, textOf } from "../json.ts";
import { createLimiter, type Limiter } from "../limiter.ts";
import { createPlans } from "../plans.ts";
import { answerRefusal, createApp, type Refusal, type Vendor, type World } from "../vendor.ts";
import { type MintlifyDeployment, seedDeployments } from "./deployments.ts";
import { describeJob, type ExportJob, isDocumented, type MintlifyPlan, readStart, startJob } from "./jobs.ts";
import { refusal, refusalFor, refuseKey } from "./keys.ts";
import {
  describeDeployment,
  isDocumentedDeployment,
  type MintlifyProject,
  type SiteDeployment,
  startDeployment,
} from "./projects.ts";
import { createStorage, type Storage } from "./storage.ts";

export interface Mintlify extends Vendor {
  readonly deployments: MintlifyDeployment[];
  /** Whether the organization may export at all. */
  readonly organization: { staticExport: boolean };
  readonly storage: Storage;
  plan(plan: MintlifyPlan): void;
}

export function createMintlify(world: World, projects: readonly MintlifyProject[]): Mintlify {
  const ids = createIds("mintlify");
  const deployments = seedDeployments();
  const organization = { staticExport: true };
  const storage = createStorage(world, createIds("mintlify storage"));
  const plans = createPlans<MintlifyPlan>();
  const jobs = new Map<string, ExportJob>();
  const rollouts = new Map<string, SiteDeployment>();
  const siteIds = createIds("mintlify deployments");
  // of the whole organization
  const triggers = createLimiter(10, 10_000);
  const previews = createLimiter(5, 60_000);

  const app = createApp().basePath("/v1");
  app.use(async (c, next) => {
    const refused = refuseKey(c.req.header("authorization"), c.req.method);
    if (refused) return answerRefusal(refused);
    return next();
  });

  app.post("/static-export/jobs", async (c) => {
    if (!organization.staticExport) return answerRefusal(refusalFor(403));
    const start = readStart(await readFields(c.req.raw), deployments);
    if ("status" in start) return answerRefusal(start);
    const job = startJob(world, ids, plans.take() ?? {}, start);
    jobs.set(job.jobId, job);
    return Response.json(describeJob(job, world.now()), { status: 202 });
  });

  app.get("/static-export/jobs/:jobId", (c) => {
    const job = jobs.get(c.req.param("jobId"));
    if (!job) return answerRefusal(refusalFor(404));
    const answer = describeJob(job, world.now());
    if (!isDocumented(answer.status)) c.env.deliberate();
    return Response.json(answer);
  });

  app.post("/static-export/jobs/:jobId/bundle", (c) => {
    const job = jobs.get(c.req.param("jobId"));
    if (!job) return answerRefusal(refusalFor(404));
    const { status } = describeJob(job, world.now());
    // For a failed job not documented; assumed to be the same as for one that goes on.
    if (status !== "completed") return answerRefusal(refusalFor(409));
    return Response.json(storage.present(job, storageAt(c.env.url)));
  });

  /** The project of a call, and the deployment of it that the call has begun; or why it has not. */
  function rollOut(id: string, limiter: Limiter): SiteDeployment | Refusal {
    const project = projects.find((each) => each.id === id);
    // What an unknown project is answered with is not documented; this is assumed.
    if (!project) return refusal(404, "Project not found.");
    if (limiter.take("organization", world.now()) !== undefined) return refusalFor(429);
    const deployment = startDeployment(world, siteIds, plans.take() ?? {}, project);
    rollouts.set(deployment.statusId, deployment);
    return deployment;
  }

  app.post("/project/update/:project", (c) => {
    const begun = rollOut(c.req.param("project"), triggers);
    if ("body" in begun) return answerRefusal(begun);
    return Response.json({ statusId: begun.statusId }, { status: 202 });
  });

  app.post("/project/preview/:project", async (c) => {
    const branch = textOf((await readFields(c.req.raw)).branch);
    if (branch === undefined) return answerRefusal(refusal(400, "branch is required."));
    const begun = rollOut(c.req.param("project"), previews);
    if ("body" in begun) return answerRefusal(begun);
    const { statusId, project } = begun;
    const previewUrl = `https://${project.subdomain}-${branch.replace(/\W+/g, "-")}.mintlify.app`;
    return Response.json({ statusId, previewUrl }, { status: 202 });
  });

  app.get("/project/update-status/:status", (c) => {
    const deployment = rollouts.get(c.req.param("status"));
    // Not documented either.
    if (!deployment) return answerRefusal(refusal(404, "Update not found."));
    const answer = describeDeployment(deployment, world.now());
    if (!isDocumentedDeployment(answer.status)) c.env.deliberate();
    return Response.json(answer);
  });

  app.notFound(() => answerRefusal(refusal(404, "Not found.")));

  return {
    app,
    deployments,
    organization,
    storage,
    plan: (plan) => plans.add(plan),
    refusal: refusalFor,
    expired: () => refusal(401, "This API key has expired."),
    jobStatus: ["status"],
  };
}

/** The storage's address: in the real world another host, on a port another prefix. */
function storageAt(url: URL): string {
  return url.hostname === "api.mintlify.com"
    ? "https://mintlify-static-exports.s3.amazonaws.com"
    : `${url.origin}/mintlify-storage`;
}
