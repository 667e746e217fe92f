import { expect } from "vitest";
import type { Auth, PollOptions } from "../../../src/index.ts";
import { ApiError } from "../../../src/index.ts";
import { PretendClock } from "../../runtime/pretend-clock.ts";

/** What a vendor answers. */
export interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body: unknown;
}

/** Whose refusals are tried, with one operation of each kind. */
export interface Tried {
  /** Calls, polls and starts with a client that sends this way. */
  call(auth: Auth, fetch: Fetch): Promise<unknown>;
  poll(auth: Auth, fetch: Fetch, options: PollOptions, startedAt?: string): Promise<unknown>;
  start(auth: Auth, fetch: Fetch, options: PollOptions): Promise<unknown>;
  /** Answers that let a poll and a start succeed. */
  readonly succeeded: Said;
  readonly started: Said;
}

type Fetch = (request: Request) => Promise<Response>;

/**
 * What is done about a refusal:
 * - `again`: repeated, and so is a start, for nothing was done
 * - `poll again`: a poll is repeated, a start is not
 * - `not found`: a poll is repeated while the job is young
 * - `final`: neither
 *
 * with `new token, ` before it if the call was repeated with another token first.
 */
export type Treatment = `${"" | "new token, "}${"again" | "poll again" | "not found" | "final"}`;

/** The error that a caller of an operation gets, all of it. */
export async function errorOf(tried: Tried, said: Said): Promise<Record<string, unknown>> {
  const error: unknown = await tried
    .call("token-1", async () => answer(said))
    .catch((reason: unknown) => reason);
  if (!(error instanceof ApiError)) throw new Error("The call was not refused.", { cause: error });
  const { name, message, cause, stack: _, ...fields } = error;
  expect(cause).toBeUndefined();
  return { name, message, ...fields };
}

export async function treatmentOf(tried: Tried, said: Said): Promise<Treatment> {
  let renewed = 0;
  const auth: Auth = {
    token: () => "token-1",
    renew() {
      renewed++;
      return "token-2";
    },
  };
  await tried.call(auth, async () => answer(said)).catch(() => {});
  expect(renewed).toBeLessThanOrEqual(1);

  const once = (then: Said): Fetch => {
    const answers = [said, then];
    return async () => answer(answers.shift() ?? then);
  };
  const options = (): { clock: PretendClock; random: () => number } => ({
    clock: new PretendClock(),
    random: () => 0.5,
  });
  const succeeds = async (run: (given: ReturnType<typeof options>) => Promise<unknown>): Promise<boolean> => {
    const given = options();
    return given.clock.until(
      run(given).then(
        () => true,
        () => false,
      ),
    );
  };
  const started = await succeeds((given) => tried.start("token-1", once(tried.started), given));
  const polled = await succeeds((given) => tried.poll("token-1", once(tried.succeeded), given));
  const polledYoung = await succeeds((given) =>
    tried.poll("token-1", once(tried.succeeded), given, new Date(given.clock.now()).toISOString()),
  );
  const repeated = started ? "again" : polled ? "poll again" : polledYoung ? "not found" : "final";
  return `${renewed > 0 ? "new token, " : ""}${repeated}`;
}

function answer({ status, headers = {}, body }: Said): Response {
  return typeof body === "string"
    ? new Response(body, { status, headers: { "content-type": "text/html", ...headers } })
    : Response.json(body, { status, headers });
}
