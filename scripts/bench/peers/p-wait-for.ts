import type { Engine, Outcome } from "../../../test/conformance/engine.ts";
import type { Service } from "../../../test/conformance/service.ts";

/** The part of `p-wait-for` that is used here. */
interface PWaitFor {
  readonly default: (
    condition: () => Promise<boolean>,
    options: { interval?: number; timeout?: number; signal?: AbortSignal },
  ) => Promise<void>;
  readonly TimeoutError: new () => Error;
}

/** What its condition is, and what that throws, is the caller's; here it asks the service and throws what that throws. */
export function pWaitFor({ default: waitFor, TimeoutError }: PWaitFor): Engine {
  return {
    name: "p-wait-for",
    has: ["a deadline", "a signal"],
    async begin(service, { timeout }) {
      return {
        async wait(signal) {
          const limit = timeout === undefined ? {} : { timeout };
          try {
            await waitFor(() => isDone(service), { ...limit, ...(signal === undefined ? {} : { signal }) });
            return "the job succeeded";
          } catch (error) {
            if (error instanceof TimeoutError) return "time is up";
            return signal?.aborted && error === signal.reason
              ? "aborted"
              : ("could not find out" satisfies Outcome);
          }
        },
      };
    },
  };
}

async function isDone(service: Service): Promise<boolean> {
  const { http, state } = await service.look();
  if (http >= 400) throw new Error(`HTTP ${http}`);
  return state === "done";
}
