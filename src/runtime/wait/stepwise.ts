import type { Received } from "../call/answer.ts";
import { coreOf } from "../call/client.ts";
import { send } from "../call/send.ts";
import type { Job } from "../job/job.ts";
import type { Ref } from "../job/ref.ts";
import { refOf } from "../job/ref.ts";
import type { Send } from "../timed.ts";
import { timed } from "../timed.ts";
import type { Look } from "./judge.ts";
import type { PollOptions } from "./options.ts";
import { prepare } from "./prepare.ts";
import type { WaitState } from "./state.ts";
import { begin, waitOf } from "./state.ts";
import type { Step } from "./step.ts";
import { step } from "./step.ts";

/**
 * A wait that somebody else drives: a queue, a scheduler, a function that is called now and then. `begin` gives the
 * first state; when its `due` has come, `look`, and hand what came back to `step`. A state is plain JSON, so it can be
 * kept between two looks.
 */
export interface Stepwise<P, B, R, S = unknown> {
  readonly ref: Ref<P>;
  /** The state of a wait that begins now. The first look is due at once. */
  begin(now: number): WaitState<R, B, S>;
  /**
   * Asks once, when the rate limits allow it, for `requestTimeout` at most. What goes wrong is in the look; it rejects only
   * when `signal` aborts.
   */
  look(signal?: AbortSignal): Promise<Look>;
  /** Pure: what the look means, and when the next one is due. `random` is a number from 0 up to 1. */
  step(state: WaitState<R, B, S>, look: Look, now: number, random: number): Step<R, B, S>;
}

/**
 * The same wait as `poll`'s, in single steps and without a loop. Throws the same `TypeError`s.
 *
 * @example const { next, state } = wait.step(saved, await wait.look(), Date.now(), Math.random());
 */
export function stepwise<C extends object, P, B, R, L, S>(
  client: NoInfer<C>,
  job: Job<C, P, B, R, L, S>,
  params: NoInfer<{ readonly [K in keyof P]: P[K] } | Ref<P>>,
  options: Omit<PollOptions<R, B, S>, "onUpdate" | "signal"> = {},
): Stepwise<P, B, R, S> {
  const settings = prepare(client, job, "a generated job", options);
  const ref = refOf<P>(job.name, params as P | Ref<P>);
  const wait = waitOf(client, job, ref, settings);
  const ask: Send<Received> = (signal, out) => send(coreOf(client), job.ask.call, ref.params, signal, out);
  return {
    ref,
    begin: (now) => begin(wait, now),
    async look(signal) {
      try {
        const { requestTimeout: request, timeout } = settings;
        const patience = { request, all: timeout || request };
        return { answer: await timed(settings.clock, patience, signal, ask) };
      } catch (error) {
        signal?.throwIfAborted();
        return { error };
      }
    },
    step: (state, look, now, random) => step(wait, state, look, now, random),
  };
}
