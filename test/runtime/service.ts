import type { PretendClock } from "./pretend-clock.ts";

/** What the service does with one request. */
export type Reply = (request: Request, clock: PretendClock) => Response | Promise<Response>;

/** A request as it came in, and when: milliseconds since the test began. */
export interface Sent {
  readonly at: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  body?: string;
}

/** A service that answers from a script; its last answer is given for ever. */
export class Service {
  readonly sent: Sent[] = [];
  /** The most requests that were ever under way at one time. */
  most = 0;
  readonly #clock: PretendClock;
  readonly #script: readonly Reply[];
  readonly #underWay = new Set<Request>();

  constructor(clock: PretendClock, script: readonly Reply[]) {
    this.#clock = clock;
    this.#script = script;
  }

  /** What a client is given as its `fetch`. Like the real one, it lets go of a request that is aborted. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const { method, url, signal } = request;
    signal.throwIfAborted();
    const reply = this.#script[this.sent.length] ?? this.#script.at(-1);
    const sent: Sent = { at: this.#clock.passed, method, url, headers: Object.fromEntries(request.headers) };
    this.sent.push(sent);
    this.#underWay.add(request);
    this.most = Math.max(this.most, this.underWay);
    try {
      if (request.body) sent.body = await request.text();
      if (reply === undefined) throw new Error("The script is empty.");
      return await reply(request, this.#clock);
    } finally {
      this.#underWay.delete(request);
    }
  };

  /** Requests that nobody has answered and nobody has aborted. */
  get underWay(): number {
    return [...this.#underWay].filter(({ signal }) => !signal.aborted).length;
  }

  /** Each request on one line: `1000 GET /prints/p-1`. */
  get log(): readonly string[] {
    return this.sent.map(({ at, method, url }) => {
      const { pathname, search } = new URL(url);
      return `${at} ${method} ${pathname}${search}`;
    });
  }

  /** When the requests came in. */
  get times(): readonly number[] {
    return this.sent.map(({ at }) => at);
  }
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return () => Response.json(body, { status, headers });
}

export function text(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return () => new Response(body, { status, headers: { "content-type": "text/html", ...headers } });
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return () => new Response(null, { status, headers });
}

/** The connection breaks. */
export const reset: Reply = () => Promise.reject(new TypeError("fetch failed"));

/** Never answers, but lets go when the request is aborted. */
export const hung: Reply = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** Never answers, and does not even notice that the request is aborted. */
export const deaf: Reply = () => new Promise(() => {});

/** Answers after a while; the status and the headers too. */
export function slow(ms: number, reply: Reply): Reply {
  return (request, clock) =>
    new Promise((resolve, reject) => {
      const relax = clock.after(ms, () => resolve(reply(request, clock)));
      request.signal.addEventListener("abort", () => {
        relax();
        reject(request.signal.reason);
      });
    });
}

/** Sends its headers at once and its body never. */
export const slowBody: Reply = ({ signal }) =>
  new Response(
    new ReadableStream({
      start(controller) {
        signal.addEventListener("abort", () => controller.error(signal.reason));
      },
    }),
    { headers: { "content-type": "application/json" } },
  );
