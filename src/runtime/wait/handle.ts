import type { Answer, Received } from "../call/answer.ts";
import { coreOf } from "../call/client.ts";
import type { Args, CallOptions, Operation } from "../call/operation.ts";
import type { Job, Link } from "../job/job.ts";
import type { Ref } from "../job/ref.ts";
import type { SucceededUpdate, Update } from "../job/update.ts";
import { blank } from "../values.ts";
import { JobCanceledError, JobFailedError } from "./errors.ts";
import { updates, whenFound } from "./listen.ts";
import { Loop } from "./loop.ts";
import type { PollOptions, Settings } from "./options.ts";
import { begin, waitOf } from "./state.ts";

/**
 * A job that may still be running. Everybody who holds the handle shares one polling loop, which runs while somebody
 * listens: while a `result()` is awaited or an iteration is under way.
 */
export interface JobHandle<P, B, R, L = object, S = unknown> extends AsyncIterable<Update<R, B, S>> {
  /** All it takes to go on elsewhere, as plain JSON: save it, and hand it to `poll`. */
  readonly ref: Ref<P>;
  /** The newest update; `undefined` before the first. */
  readonly last: Update<R, B, S> | undefined;
  /**
   * The job's result, once it has succeeded. Throws a `JobFailedError` or `JobCanceledError` when it ended otherwise,
   * a `PollingError` when nobody could find out, a `PollTimeoutError` when the time was up, and the reason of whichever
   * signal aborted: that of the options here ends only this wait.
   */
  result(options?: CallOptions): Promise<R>;
  /**
   * Each update as it comes, from the newest on, up to and including the last one. Iterating over the handle itself is
   * the same without options. A failed job is an update like any other; the other three errors of `result` are thrown.
   */
  updates(options?: CallOptions): AsyncIterableIterator<Update<R, B, S>>;
  /**
   * Waits for the job to succeed, then makes the call that the specification links to under this name, anew each time.
   * Takes the parameters that the job's answer leaves open. Throws what `result` and the call throw, and a `TypeError`
   * that names a parameter which turned out empty.
   */
  follow<N extends keyof L & string>(
    this: [keyof L] extends [never] ? ThisJobHasNoLinks : unknown,
    name: N,
    ...args: Args<Open<L[N]>, CallOptions>
  ): Promise<Gives<L[N]>>;
}

/** Nothing is one: its name tells whoever reads a compiler's message why nothing can be followed. */
export interface ThisJobHasNoLinks {
  readonly links: object;
}

/** The handle that `start` and `poll` give for a job: `HandleOf<typeof exportTask>`. */
export type HandleOf<J> =
  J extends Job<infer _C, infer P, infer B, infer R, infer L, infer S> ? JobHandle<P, B, R, L, S> : never;

/** What a link leaves open, and what it fills in, should the caller know better; of no link, nothing is asked. */
type Open<X> = [X] extends [never]
  ? object
  : X extends Link<infer _C, infer _P, infer _B, Operation<infer _D, infer T, infer _A>, infer K>
    ? LeftOf<T, K>
    : never;

/** For each of several media types by itself, so that a body stays with its own. */
type LeftOf<T, K extends string> = T extends unknown ? Omit<T, K> & Partial<Pick<T, K & keyof T>> : never;

type Gives<X> =
  X extends Link<infer _C, infer _P, infer _B, Operation<infer _D, infer _T, infer A>, infer _K> ? A : never;

export class Handle<C extends object, P, B, R, L, S> implements JobHandle<P, B, R, L, S> {
  readonly ref: Ref<P>;
  readonly #client: C;
  readonly #job: Job<C, P, B, R, L, S>;
  readonly #loop: Loop<P, B, R, S>;

  constructor(
    client: C,
    job: Job<C, P, B, R, L, S>,
    ref: Ref<P>,
    settings: Settings,
    options: PollOptions<R, B, S>,
    /** When a job was just started: how long the service asked to stay away. */
    hint?: number,
  ) {
    const wait = waitOf(client, job, ref, settings);
    this.ref = ref;
    this.#client = client;
    this.#job = job;
    this.#loop = new Loop(coreOf(client), wait, begin(wait, settings.clock.now(), hint), options);
  }

  get last(): Update<R, B, S> | undefined {
    return this.#loop.newest.update;
  }

  result(options?: CallOptions): Promise<R> {
    return this.#success(options, resultOf);
  }

  updates(options?: CallOptions): AsyncIterableIterator<Update<R, B, S>> {
    return updates(this.#loop, options?.signal);
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Update<R, B, S>> {
    return this.updates();
  }

  async follow<N extends keyof L & string>(
    name: N,
    ...[given, options]: Args<Open<L[N]>, CallOptions>
  ): Promise<Gives<L[N]>> {
    // `name` should be a key of L, and every value of L is a link
    const link = this.#job.links[name] as
      | Link<C, P, B, Operation<C, unknown, Gives<L[N]>>, string>
      | undefined;
    // an object has more by its prototype than links
    if (!link?.to)
      throw new TypeError(
        `${this.#job.name} has no link ${name}, only {${Object.keys(this.#job.links as object)}}.`,
      );
    // a listed status was read from this answer, so it has the specified shape
    const answer = await this.#success(options, (success) => success.answer as Answer<B>);
    const linked = link.params(this.ref.params, answer, this.#client);
    const params: Record<string, unknown> = { ...given };
    for (const [key, value] of Object.entries(linked)) {
      params[key] ??= value;
      if (blank(params[key]))
        throw new TypeError(`follow("${name}"): the job's answer gives no value for ${key}.`);
    }
    return link.to()(this.#client, params, options);
  }

  /** What `use` makes of the job's end, if it has succeeded. */
  #success<T>(options: CallOptions | undefined, use: (success: Success<R, B, S>) => T): Promise<T> {
    return whenFound(this.#loop, options?.signal, () => {
      const end = this.#loop.ending?.();
      if (!end) return undefined;
      const { update, answer } = end;
      if (update.state === "succeeded") return { value: use({ update, answer }) };
      const Failure = update.state === "failed" ? JobFailedError : JobCanceledError;
      throw new Failure({ ref: this.ref, last: update, seen: this.#loop.state.seen }, update.error);
    });
  }
}

interface Success<R, B, S> {
  readonly update: SucceededUpdate<R, B, S>;
  readonly answer: Received;
}

/** Outside of the handle, so that there is one such function and not one for each wait. */
function resultOf<R, B, S>({ update }: Success<R, B, S>): R {
  return update.result;
}
