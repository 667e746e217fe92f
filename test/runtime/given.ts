import { expect, onTestFinished } from "vitest";
import type { PollOptions } from "../../src/runtime/wait/options.ts";
import { PretendClock } from "./pretend-clock.ts";
import type { PrinterClient, PrinterClientOptions } from "./printer.ts";
import { createPrinterClient } from "./printer.ts";
import type { Reply } from "./service.ts";
import { json, Service } from "./service.ts";

export interface Given {
  readonly client: PrinterClient;
  readonly service: Service;
  readonly clock: PretendClock;
  /** For `start` and `poll`: the pretend clock, looks at equal intervals, and jitter that is neither more nor less. */
  readonly options: Required<Pick<PollOptions, "clock" | "random" | "minInterval" | "maxInterval">>;
}

/** A printer that answers from a script. When the test is over, no timer may be open and no request under way. */
export function given(script: readonly Reply[], clientOptions: PrinterClientOptions = {}): Given {
  const clock = new PretendClock();
  const service = new Service(clock, script);
  const client = createPrinterClient({ auth: "secret-1", fetch: service.fetch, ...clientOptions });
  onTestFinished(() => {
    expect({ timers: clock.open, requests: service.underWay }).toEqual({ timers: 0, requests: 0 });
  });
  return {
    client,
    service,
    clock,
    options: { clock, random: () => 0.5, minInterval: 2_000, maxInterval: 2_000 },
  };
}

export const accepted: Reply = json({ id: "p-1" }, 202);
export const queued: Reply = json({ state: "queued" });
export const printing: Reply = json({ state: "printing" });
export const done: Reply = json({ state: "done", file: "f-1" });
export const jammed: Reply = json({
  state: "jammed",
  error: { code: "E7", message: "Paper jam in tray 2." },
});
export const canceledBySomebody: Reply = json({ state: "canceled" });

export function printed(percent: number): Reply {
  return json({ state: "printing", percent });
}
