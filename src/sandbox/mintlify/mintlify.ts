import { createIds } from "../ids.ts";
import { readFields } from "../json.ts";
import { createPlans } from "../plans.ts";
import { answerRefusal, createApp, type Vendor, type World } from "../vendor.ts";
import { type MintlifyDeployment, seedDeployments } from "./deployments.ts";
import { describeJob, type ExportJob, isDocumented, type MintlifyPlan, readStart, startJob } from "./jobs.ts";
import { refusal, refusalFor, refuseKey } from "./keys.ts";
import { createStorage, type Storage } from "./storage.ts";

export interface Mintlify extends Vendor {
  readonly deployments: MintlifyDeployment[];
  /** Whether the organization may export at all. */
  readonly organization: { staticExport: boolean };
  readonly storage: Storage;
  plan(plan: MintlifyPlan): void;
}

export function createMintlify(world: World): Mintlify {
  const ids = createIds("mintlify");
  const deployments = seedDeployments();
  const organization = { staticExport: true };
  const storage = createStorage(world, createIds("mintlify storage"));
  const plans = createPlans<MintlifyPlan>();
  const jobs = new Map<string, ExportJob>();

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
