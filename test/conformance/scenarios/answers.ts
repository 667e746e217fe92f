import type { Asked, Reply } from "../service.ts";

export const running: Reply = { state: "running" };
export const done: Reply = { state: "done" };

/** A job that ends after so many milliseconds. */
export function endsAfter(ms: number): (asked: Asked) => Reply {
  return ({ at }) => (at < ms ? running : done);
}

/** Answers one after another; the last one for ever. */
export function inTurn(...replies: readonly [Reply, ...Reply[]]): (asked: Asked) => Reply {
  return ({ time }) => replies[time - 1] ?? replies.at(-1) ?? replies[0];
}
