import { poll } from "../../../src/index.ts";
import { createMintlifyClient, staticExportJob } from "../../../src/mintlify.ts";
import type { Plan } from "./plan.ts";

/** Waits for one job and gives the number of its pages. */
export type Waiter = (jobId: string) => Promise<number>;

/** Each sends the same requests at the same times, through the global `fetch`. */
export const waiters: Readonly<Record<Plan["waiter"], (plan: Plan) => Waiter | Promise<Waiter>>> = {
  "openapi-jobs"({ url, key, interval }) {
    const mintlify = createMintlifyClient({ auth: key, baseUrl: url });
    return (jobId) => poll(mintlify, staticExportJob, { jobId }, { interval }).result().then(pagesOf);
  },

  "plain loop"(plan) {
    return async (jobId) => {
      for (;;) {
        const job = await look(plan, jobId);
        if (job.status === "completed") return job.pageCount;
        await new Promise((resolve) => setTimeout(resolve, plan.interval));
      }
    };
  },

  async "@azure/core-lro"(plan) {
    // no literal, so that types are checked without the package
    const name: string = "@azure/core-lro";
    const { createHttpPoller }: CoreLro = await import(name);
    return (jobId) => {
      const poller = createHttpPoller(
        {
          sendInitialRequest: async () => responseOf(202, undefined),
          sendPollRequest: async () => {
            const job = await look(plan, jobId);
            const status = job.status === "completed" ? "Succeeded" : "Running";
            return responseOf(200, { ...job, status });
          },
        },
        { intervalInMs: plan.interval },
      );
      return poller.pollUntilDone().then(pagesOf);
    };
  },
};

interface Job {
  readonly status: string;
  readonly pageCount: number;
}

/** In place of one more suspended function for each handle, which would be the bench's and not the package's. */
function pagesOf({ pageCount }: { readonly pageCount: number }): number {
  return pageCount;
}

async function look({ url, key }: Plan, jobId: string): Promise<Job> {
  const response = await fetch(`${url}/static-export/jobs/${jobId}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // the sandbox keeps to its contract
  return (await response.json()) as Job;
}

/** The part of the package that is used here. */
interface CoreLro {
  createHttpPoller(
    lro: { sendInitialRequest(): Promise<unknown>; sendPollRequest(): Promise<unknown> },
    options: { intervalInMs: number },
  ): { pollUntilDone(): Promise<Job> };
}

function responseOf(statusCode: number, body: unknown): unknown {
  const request = { method: "POST", url: "https://jobs.test/" };
  const headers = { "operation-location": "https://jobs.test/job" };
  return { flatResponse: body, rawResponse: { statusCode, headers, body, request } };
}
