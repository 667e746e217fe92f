import { getEventListeners } from "node:events";
import { expect, onTestFinished } from "vitest";

/** An abort signal that counts its listeners. */
export interface Watched {
  readonly signal: AbortSignal;
  readonly abort: (reason?: unknown) => void;
  readonly listeners: () => number;
}

/** One that wants no listener left when the test is over. */
export function watched(): Watched {
  const each = counting();
  onTestFinished(() => expect(each.listeners()).toBe(0));
  return each;
}

export function counting(): Watched {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    abort: (reason) => controller.abort(reason),
    listeners: () => getEventListeners(signal, "abort").length,
  };
}
