import { coreOf } from "../call/client.ts";

/** Throws a `TypeError` unless this is a job, and the client one of its API. In JavaScript, nobody else says so. */
export function checkJob<J extends { readonly name: string }>(
  client: object,
  job: J | undefined,
  wanted: string,
): asserts job is J {
  const { name } = coreOf(client);
  if (job === undefined) throw new TypeError(`The second argument must be ${wanted}.`);
  if (job.name.startsWith(`${name}/`)) return;
  throw new TypeError(`${job.name} is asked through a client of its own API, not through one of ${name}.`);
}
