import type { Engine, Outcome } from "../../../test/conformance/engine.ts";
import type { Service } from "../../../test/conformance/service.ts";

/** The part of `@smithy/util-waiter` that is used here. */
interface UtilWaiter {
  createWaiter(
    options: { client: object; maxWaitTime: number; abortSignal?: AbortSignal },
    input: object,
    check: () => Promise<{ state: string; reason?: unknown }>,
  ): Promise<{ readonly state: string }>;
}

/** It must be told for how long to wait; a scenario that does not say gets a day. */
const DAY = 86_400_000;

export function utilWaiter({ createWaiter }: UtilWaiter): Engine {
  return {
    name: "@smithy/util-waiter",
    has: ["status words", "failed jobs", "a deadline", "a signal"],
    async begin(service, { timeout = DAY }) {
      return {
        async wait(signal) {
          const options = { client: {}, maxWaitTime: timeout / 1000 };
          const abort = signal === undefined ? {} : { abortSignal: signal };
          const { state } = await createWaiter({ ...options, ...abort }, {}, () => check(service));
          return outcomes[state] ?? "could not find out";
        },
      };
    },
  };
}

const outcomes: Readonly<Record<string, Outcome>> = {
  SUCCESS: "the job succeeded",
  FAILURE: "the job failed",
  TIMEOUT: "time is up",
  ABORTED: "aborted",
};

/** As smithy generates it for a waiter with an acceptor for each end: whatever matches none of them is asked again. */
async function check(service: Service): Promise<{ state: string; reason?: unknown }> {
  try {
    const answer = await service.look();
    if (answer.http >= 400)
      throw Object.assign(new Error("refused"), { $metadata: { httpStatusCode: answer.http } });
    if (answer.state === "done") return { state: "SUCCESS", reason: answer };
    if (answer.state === "failed") return { state: "FAILURE", reason: answer };
    return { state: "RETRY", reason: answer };
  } catch (exception) {
    return { state: "RETRY", reason: exception };
  }
}
