import type { Received } from "../call/answer.ts";
import type { Update } from "../job/update.ts";
import { timed } from "../timed.ts";
import type { Look } from "./judge.ts";
import type { Wait, WaitState } from "./state.ts";
import { step } from "./step.ts";

/** How a wait ended: with the job, or without knowing how the job is, for a reason to be thrown. */
export type Ending<R, B> =
  | { readonly update: Exclude<Update<R, B>, { readonly state: "pending" }>; readonly answer: Received }
  | { readonly reason: unknown };

/** One sighting of the job and the way to the next. A slow listener keeps what it has not seen yet, nobody else does. */
export interface Sighting<R, B> {
  readonly update?: Update<R, B>;
  next?: Sighting<R, B>;
}

/** What a loop needs of the world outside. */
export interface Outside<R, B> {
  readonly look: (signal: AbortSignal) => Promise<Received>;
  readonly signal: AbortSignal | undefined;
  readonly onUpdate: ((update: Update<R, B>) => void) | undefined;
}

/**
 * Drives the steps of one wait, for however many listeners: runs while there is one, has at most one timer or one
 * request under way, and leaves neither behind.
 */
export class Loop<P, B, R> {
  /** The newest sighting; an empty one at the beginning. */
  newest: Sighting<R, B> = {};
  ending: Ending<R, B> | undefined;
  state: WaitState<R, B>;
  readonly #wait: Wait<P, B, R>;
  readonly #outside: Outside<R, B>;
  #listeners = 0;
  #running = false;
  /** Cuts the pause or the request under way short. */
  #interrupt: (() => void) | undefined;
  readonly #callbacks: Set<() => void> = new Set();

  constructor(wait: Wait<P, B, R>, state: WaitState<R, B>, outside: Outside<R, B>) {
    this.#wait = wait;
    this.state = state;
    this.#outside = outside;
  }

  /** Begins to listen. Call what it gives back, as often as you like, to stop. */
  join(): () => void {
    this.#listeners++;
    if (!this.#running) void this.#run();
    let listening = true;
    return () => {
      if (listening && --this.#listeners === 0) this.#interrupt?.();
      listening = false;
    };
  }

  /** Calls back after each sighting and at the end. Call what it gives back to stop that. */
  onChange(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  /** Wakes everybody who waits for a change. */
  announce(): void {
    for (const callback of this.#callbacks) callback();
  }

  async #run(): Promise<void> {
    this.#running = true;
    const { signal } = this.#outside;
    const stop = (): void => this.#end({ reason: signal?.reason });
    signal?.addEventListener("abort", stop);
    if (signal?.aborted) stop();
    try {
      while (this.#wanted) await this.#turn();
    } catch (reason) {
      // a policy of the caller's own, say
      this.#end({ reason });
    }
    signal?.removeEventListener("abort", stop);
    this.#running = false;
  }

  get #wanted(): boolean {
    return this.ending === undefined && this.#listeners > 0;
  }

  /** One pause, one look, one step. Cut short, it changes nothing. */
  async #turn(): Promise<void> {
    const { clock, random } = this.#wait.plan;
    const { due, now } = this.state;
    // counted from the step, so that a clock that is set back does not stretch the pause
    const ms = Math.min(due - now, due - clock.now());
    if (ms > 0 && !((await this.#rest(ms)) && this.#wanted)) return;
    const look = await this.#look();
    if (look === undefined) return;
    const { state, ...then } = step(this.#wait, this.state, look, clock.now(), random());
    const before = this.state.update;
    this.state = state;
    if (state.update !== undefined && state.update !== before) this.#show(state.update, before);
    if (then.next === "look") return;
    if (then.error !== undefined) this.#end({ reason: then.error });
    // a step that ends without an error ends with an answer that told so
    else
      this.#end({ update: state.update, answer: "answer" in look ? look.answer : undefined } as Ending<R, B>);
  }

  /** True after the whole pause, false when it was cut short. */
  #rest(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = this.#wait.plan.clock.after(ms, () => resolve(true));
      this.#interrupt = () => {
        wake();
        resolve(false);
      };
    });
  }

  /** Asks once, no longer than a request may take and never past the deadline. `undefined` when cut short. */
  async #look(): Promise<Look | undefined> {
    const { clock, requestTimeout, timeout } = this.#wait.plan;
    const cut = new AbortController();
    this.#interrupt = () => cut.abort();
    const left = timeout - this.state.waited - Math.max(0, clock.now() - this.state.now);
    // a wait that was taken up again after its time was up still gets its last look
    const limit = left > 0 ? Math.min(requestTimeout, left) : requestTimeout;
    const look = await timed(clock, limit, cut.signal, this.#outside.look).then(
      (answer): Look => ({ answer }),
      (error: unknown): Look => ({ error }),
    );
    return cut.signal.aborted ? undefined : look;
  }

  #show(update: Update<R, B>, before: Update<R, B> | undefined): void {
    const sighting = { update };
    this.newest.next = sighting;
    this.newest = sighting;
    if (differ(update, before)) void this.#tell(update);
    this.announce();
  }

  async #tell(update: Update<R, B>): Promise<void> {
    try {
      await this.#outside.onUpdate?.(update);
    } catch (error) {
      // somebody's display broke; the wait of everybody else goes on
      console.error(error);
    }
  }

  #end(ending: Ending<R, B>): void {
    this.ending ??= ending;
    this.#interrupt?.();
    this.announce();
  }
}

function differ<R, B>(one: Update<R, B>, other: Update<R, B> | undefined): boolean {
  return one.state !== other?.state || one.status !== other.status || one.progress !== other.progress;
}
