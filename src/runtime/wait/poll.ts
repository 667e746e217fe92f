import type { JobAndNoOperation } from "../job/job.ts";
import type { Ref } from "../job/ref.ts";
import { refOf } from "../job/ref.ts";
import type { JobHandle } from "./handle.ts";
import { Handle } from "./handle.ts";
import type { PollOptions } from "./options.ts";
import { prepare } from "./prepare.ts";

/**
 * Goes on with a job that runs already: from what its status is asked with, or from a saved `ref`. Sends nothing yet.
 * Throws a `TypeError` when client, job and ref do not belong together, or an option cannot be used.
 *
 * @example const { file_token } = await poll(feishu, exportTask, { ticket, token }).result();
 */
export function poll<C extends object, P, B, R, L, S>(
  client: NoInfer<C>,
  job: JobAndNoOperation<C, P, B, R, L, S>,
  params: NoInfer<{ readonly [K in keyof P]: P[K] } | Ref<P>>,
  options: PollOptions<R, B, S> = {},
): JobHandle<P, B, R, L, S> {
  const settings = prepare(client, job, "a generated job", options);
  const ref = refOf<P>(job.name, params as P | Ref<P>);
  return new Handle(client, job, ref, settings, options);
}
