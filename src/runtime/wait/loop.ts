import type { Received } from "../call/answer.ts";
import type { Core } from "../call/client.ts";
import { send } from "../call/send.ts";
import type { PendingUpdate, Update } from "../job/update.ts";
import { limited } from "../timed.ts";
import type { PollingError } from "./errors.ts";
import { PollTimeoutError } from "./errors.ts";
import type { Look } from "./judge.ts";
import type { PollOptions } from "./options.ts";
import type { Wait, WaitState } from "./state.ts";
import { step } from "./step.ts";

/** The job has ended, and this answer told so. */
export interface Ended<R, B, S> {
  readonly update: Exclude<Update<R, B, S>, PendingUpdate<B, S>>;
  readonly answer: Received;
}

/** One sighting of the job and the way to the next. A slow listener keeps what it has not seen yet, nobody else does. */
export interface Sighting<R, B, S> {
  readonly update?: Update<R, B, S>;
  next?: Sighting<R, B, S>;
}

/** Called at each sighting, and at the end. */
type Listener = () => void;

/**
 * Drives the steps of one wait, for however many listeners: runs while there is one, has at most one timer or one
 * request under way, and leaves neither behind. Between two looks it holds a timer and no suspended function, so that
 * ten thousand of them fit into a process.
 */
export class Loop<P, B, R, S> {
  /** The newest sighting; an empty one at the beginning. */
  newest: Sighting<R, B, S> = {};
  /** Gives the end of the job, or throws why nobody knows how it is; `undefined` until the wait has ended. */
  ending: (() => Ended<R, B, S>) | undefined;
  state: WaitState<R, B, S>;
  readonly #wait: Wait<P, B, R, S>;
  readonly #core: Core;
  readonly #options: PollOptions<R, B, S>;
  readonly #listeners = new Set<Listener>();
  /** The service asked to stay away until the time is up: why the wait ends then. */
  #closed: PollTimeoutError | PollingError | undefined;
  /** Cuts the pause or the request under way short; `undefined` while there is neither. */
  #cut: (() => void) | undefined;

  constructor(core: Core, wait: Wait<P, B, R, S>, state: WaitState<R, B, S>, options: PollOptions<R, B, S>) {
    this.#core = core;
    this.#wait = wait;
    this.state = state;
    this.#options = options;
  }

  join(listener: Listener): void {
    const isFirst = this.#listeners.size === 0;
    this.#listeners.add(listener);
    if (isFirst) this.#go();
  }

  leave(listener: Listener): void {
    if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#halt();
  }

  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  /** The signal of the whole wait has aborted. (Listening as an object takes no function for each wait.) */
  handleEvent(): void {
    this.#fail(this.#options.signal?.reason);
  }

  #go(): void {
    const { signal } = this.#options;
    if (this.ending) return;
    signal?.addEventListener("abort", this);
    try {
      signal?.throwIfAborted();
      this.#rest();
    } catch (reason) {
      this.#fail(reason);
    }
  }

  #halt(): void {
    const cut = this.#cut;
    this.#cut = undefined;
    cut?.();
    this.#options.signal?.removeEventListener("abort", this);
  }

  /** Pauses until the next look is due, or the time is up. */
  #rest(): void {
    const {
      ref,
      settings: { clock, timeout },
    } = this.#wait;
    const { due, now, closed, seen, update: last } = this.state;
    // counted from the step, so that a clock that is set back does not stretch the pause
    const ms = Math.min(due - now, due - clock.now());
    const next = (): unknown =>
      closed
        ? this.#fail(this.#closed ?? new PollTimeoutError({ ref, last, seen }, timeout, undefined, closed))
        : this.#look();
    if (ms > 0) this.#cut = clock.after(ms, next);
    else void next();
  }

  /** One look, one step. Cut short, it changes nothing. */
  async #look(): Promise<void> {
    let own: AbortController | undefined = new AbortController();
    const cut = (): void => own?.abort();
    this.#cut = cut;
    try {
      const { job, ref, settings } = this.#wait;
      const { clock, random, requestTimeout: request, timeout } = settings;
      const { waited, now, update: before } = this.state;
      const left = timeout - waited - Math.max(0, clock.now() - now);
      // never past the deadline; a wait that was taken up again after its time was up still gets its last look
      const patience = { request, all: left > 0 ? left : request };
      const look: Look = await limited(clock, patience, own, (signal, out) =>
        send(this.#core, job.ask.call, ref.params, signal, out),
      ).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      );
      if (this.#cut !== cut) return;
      // an answer that is there may be a file whose body still comes
      own = undefined;
      const { state, next, error } = step(this.#wait, this.state, look, clock.now(), random());
      const { update } = state;
      this.state = state;
      if (update && update !== before) this.#show(update, before);
      if (state.closed) {
        this.#closed = error;
        if (this.#cut === cut) this.#rest();
      } else if (error) this.#fail(error);
      // a step that ends without an error ends with an answer that told so
      else if (next === "end") this.#end(() => ({ update, ...look }) as Ended<R, B, S>);
      // whoever was shown the update may have ended the wait
      else if (this.#cut === cut) this.#rest();
    } catch (reason) {
      // a policy of the caller's own, say
      if (this.#cut === cut) this.#fail(reason);
    }
  }

  #show(update: Update<R, B, S>, before: Update<R, B, S> | undefined): void {
    const sighting = { update };
    this.newest.next = sighting;
    this.newest = sighting;
    if (differ(update, before)) void this.#tell(update);
    this.announce();
  }

  async #tell(update: Update<R, B, S>): Promise<void> {
    try {
      await this.#options.onUpdate?.(update);
    } catch (error) {
      // somebody's display broke; the wait of everybody else goes on
      console.error(error);
    }
  }

  #fail(reason: unknown): void {
    this.#end(() => {
      throw reason;
    });
  }

  #end(ending: () => Ended<R, B, S>): void {
    this.ending ??= ending;
    this.#halt();
    this.announce();
  }
}

function differ<R, B, S>(one: Update<R, B, S>, other: Update<R, B, S> | undefined): boolean {
  return one.state !== other?.state || one.status !== other.status || one.progress !== other.progress;
}
