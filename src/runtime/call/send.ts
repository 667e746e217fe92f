import type { Out } from "../timed.ts";
import type { Received } from "./answer.ts";
import { receive } from "./answer.ts";
import type { Arranged } from "./arrange.ts";
import { arrange } from "./arrange.ts";
import type { Proof } from "./auth.ts";
import type { Call } from "./call.ts";
import type { Core } from "./client.ts";
import { draftOf } from "./request.ts";

/**
 * Sends a call as soon as it is its turn, and reads the answer. Once more, when it is its turn again, with another token if the
 * service says that the token died. Throws a `TypeError` on parameters that cannot be sent.
 */
export async function send(
  core: Core,
  call: Call,
  given: unknown,
  signal: AbortSignal | undefined,
  out?: Out,
): Promise<Received> {
  const { name, errors, limiter, via } = core;
  const { id, open, limits = [] } = call;
  const proof: Proof = open ? {} : core.proof;
  const operation = `${name}/${id}`;
  const arranged = arrange(call, given);
  const turn = (): Promise<void> | undefined =>
    limiter ? limiter.turn(operation, limits, signal) : undefined;
  const wait = turn();
  if (wait) await wait;
  out?.(false);
  const token = await proof.token?.(via);
  let answer = await attempt(core, proof, call, arranged, token, signal, out);
  let said = errors(answer);
  if (token !== undefined && (answer.status === 401 || said?.meaning === 401)) {
    out?.(false);
    const another = await (proof.renew ? proof.renew(token, via) : proof.token?.(via));
    // some services vouch for the same token again
    if (proof.renew || another !== token) {
      await turn();
      answer = await attempt(core, proof, call, arranged, another, signal, out);
      said = errors(answer);
    }
  }
  if (limiter && said?.retryAfter && said.meaning === 429) limiter.pause(operation, said.retryAfter);
  return answer;
}

/** One request and its answer. */
async function attempt(
  { moved, defaults, place, via, fetch }: Core,
  proof: Proof,
  call: Call,
  arranged: Arranged,
  token: string | undefined,
  signal: AbortSignal | undefined,
  out: Out | undefined,
): Promise<Received> {
  // whoever gives turns and tokens may not have noticed
  signal?.throwIfAborted();
  out?.(true);
  const draft = draftOf(call, arranged, moved ?? call.server ?? via.baseUrl, defaults, signal);
  if (token !== undefined) place?.(draft, token);
  // the global `fetch` would make another `Request` of one, which takes longer than all else here
  if (!fetch && !proof.sign) return receive(await globalThis.fetch(draft.url, draft), call.read);
  const request = new Request(draft.url, draft);
  return receive(await via.fetch((await proof.sign?.(request)) ?? request), call.read);
}
