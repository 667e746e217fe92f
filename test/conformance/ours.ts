import {
  ApiError,
  JobCanceledError,
  JobFailedError,
  type JobHandle,
  PollingError,
  PollTimeoutError,
  poll,
  start,
} from "../../src/index.ts";
import type { Client, Job, Operation, Starter } from "../../src/runtime/index.ts";
import {
  createClient,
  failed,
  operation,
  pending,
  progressAware,
  starter,
  succeeded,
  unlisted,
} from "../../src/runtime/index.ts";
import type { Engine, Outcome } from "./engine.ts";
import type { Answer, Service } from "./service.ts";

interface Body {
  readonly state?: "running" | "done" | "failed";
  readonly percent?: number;
}

type JobsClient = Client<"jobs", object>;
type JobOfJobs = Job<JobsClient, object, Body, Body, object>;

const getJob: Operation<JobsClient, object, Body> = operation("getJob", "GET", "/job");

const job: JobOfJobs = {
  name: "jobs/job",
  ask: getJob,
  read({ body }) {
    switch (body.state) {
      case "running":
        return pending(body.state);
      case "done":
        return succeeded(body.state, body);
      case "failed":
        return failed(body.state);
      default:
        return unlisted(body.state, ["string"], pending(body.state));
    }
  },
  progress: ({ body }) => body.percent,
  links: {},
  // as the build writes it for a job that tells its progress
  pace: { pacing: progressAware },
};

const startJob: Starter<JobsClient, object, Body, JobOfJobs> = starter(
  operation<JobsClient, object, Body>("startJob", "POST", "/jobs"),
  job,
  () => ({}),
);

/** This package, with the defaults that everybody gets. */
export const ours: Engine = {
  name: "openapi-jobs",
  has: [
    "a start of its own",
    "HTTP headers",
    "status words",
    "failed jobs",
    "a deadline",
    "a signal",
    "a handle to wait on again",
    "a callback for updates",
  ],
  async begin(service, { clock, started, timeout, onUpdate }) {
    const client = createClient<"jobs", object>(
      { fetch: (request) => fetchFrom(service, request) },
      { name: "jobs", server: "https://jobs.test" },
    );
    const options = {
      clock,
      random: () => 0.5,
      ...(timeout === undefined ? {} : { timeout }),
      ...(onUpdate === undefined ? {} : { onUpdate }),
    };
    try {
      const task = started ? await start(client, startJob, {}, options) : poll(client, job, {}, options);
      return { wait: (signal) => outcomeOf(task, signal) };
    } catch (error) {
      return { wait: async () => outcomeOfError(error, undefined) };
    }
  },
};

async function fetchFrom(service: Service, { method, signal }: Request): Promise<Response> {
  const answer = method === "POST" ? service.start() : service.look();
  return responseOf(
    await new Promise<Answer>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      answer.then(resolve, reject);
    }),
  );
}

function responseOf({ http, state, percent, retryAfter }: Answer): Response {
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return Response.json({ state, percent }, { status: http, headers });
}

async function outcomeOf(
  task: JobHandle<object, Body, Body>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  try {
    await task.result(signal === undefined ? {} : { signal });
    return "the job succeeded";
  } catch (error) {
    return outcomeOfError(error, signal);
  }
}

function outcomeOfError(error: unknown, signal: AbortSignal | undefined): Outcome {
  if (signal?.aborted && error === signal.reason) return "aborted";
  if (error instanceof JobFailedError || error instanceof JobCanceledError) return "the job failed";
  if (error instanceof PollTimeoutError) return "time is up";
  if (error instanceof PollingError) return "could not find out";
  if (error instanceof ApiError) return `refused: HTTP ${error.status}`;
  throw error;
}
