import { coreOf } from "../call/client.ts";
import type { Job } from "../job/job.ts";
import type { PollOptions, Settings } from "./options.ts";
import { settingsOf } from "./options.ts";

/**
 * Prepares a client to wait for a job, and says how to. Throws a `TypeError` unless it is a job, and the client one of its API:
 * in JavaScript, nobody else says so. From then on the client keeps to the rate limits, unless it has a limiter of its own, or
 * wants none.
 */
export function prepare<C extends object, P, B, R, L, S>(
  client: C,
  job: Job<C, P, B, R, L, S> | undefined,
  wanted: string,
  options: PollOptions<R, B, S>,
): Settings {
  const core = coreOf(client);
  if (!job?.ask) throw new TypeError(`The second argument must be ${wanted}.`);
  if (!job.name.startsWith(`${core.name}/`)) {
    throw new TypeError(`${job.name} needs a client of its own API, not one of ${core.name}.`);
  }
  const settings = settingsOf(options, job.pace);
  core.limiter ??= job.limiter?.(settings.clock);
  return settings;
}
