import { coreOf } from "../call/client.ts";
import { checkJob } from "../job/check-job.ts";
import type { Job } from "../job/job.ts";
import type { Plan, PollOptions } from "./options.ts";
import { planOf } from "./options.ts";

/**
 * How such a job is waited for, when client and job belong together. From then on the client keeps to the rate limits,
 * unless it has a limiter of its own, or wants none.
 */
export function planFor<C extends object, P, B, R, L>(
  client: C,
  job: Job<C, P, B, R, L> | undefined,
  wanted: string,
  options: PollOptions<R, B>,
): Plan {
  checkJob(client, job, wanted);
  const plan = planOf(options, job.pace);
  const core = coreOf(client);
  core.limiter ??= job.limiter?.(plan.clock);
  return plan;
}
