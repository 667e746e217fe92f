import type { PretendClock } from "../runtime/pretend-clock.ts";

/** What the service does with one request for the status of the job. */
export type Reply =
  | { readonly state: string; readonly percent?: number | undefined; readonly retryAfter?: number }
  | { readonly http: number; readonly retryAfter?: number }
  | "resets the connection"
  | "never answers";

/** An answer as it reaches a client, whatever its transport. */
export interface Answer {
  readonly http: number;
  /** `undefined` when the request was refused. */
  readonly state: string | undefined;
  readonly percent: number | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;
}

/** What the service is asked: how many milliseconds after the beginning, and for the how manieth time. */
export interface Asked {
  readonly at: number;
  readonly time: number;
}

/** The job of a scenario, as any client sees it. */
export class Service {
  /** When each request for the status came in, in milliseconds since the beginning. */
  readonly looks: number[] = [];
  readonly accepts: Reply;
  readonly #clock: PretendClock;
  readonly #reply: (asked: Asked) => Reply;

  constructor(clock: PretendClock, accepts: Reply, reply: (asked: Asked) => Reply) {
    this.#clock = clock;
    this.accepts = accepts;
    this.#reply = reply;
  }

  async start(): Promise<Answer> {
    return answer(this.accepts);
  }

  /** Rejects with a `TypeError` when the connection breaks, as `fetch` does. */
  async look(): Promise<Answer> {
    this.looks.push(this.#clock.passed);
    return answer(this.#reply({ at: this.#clock.passed, time: this.looks.length }));
  }
}

async function answer(reply: Reply): Promise<Answer> {
  if (reply === "resets the connection") throw new TypeError("fetch failed");
  if (reply === "never answers") return new Promise(() => {});
  const { retryAfter } = reply;
  return "state" in reply
    ? { http: 200, state: reply.state, percent: reply.percent, retryAfter }
    : { http: reply.http, state: undefined, percent: undefined, retryAfter };
}
