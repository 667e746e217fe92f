import { systemClock } from "../clock.ts";
import { limited } from "../timed.ts";
import type { TokenProvider, Via } from "./auth.ts";

/** A token as a service gave it. */
export interface FreshToken {
  readonly token: string;
  /** Milliseconds for which it is valid from now on; `NaN` where nobody knows: then it is kept until the service refuses it. */
  readonly lifetime: number;
}

/** How long to wait for a token, in milliseconds. */
const PATIENCE = 30_000;

/**
 * A provider that keeps the token it got until shortly before it expires: `margin` milliseconds (default: three
 * minutes, but never more than half of the token's life). However many calls wait for a token, it is asked for once;
 * and when many calls find that it died, it is renewed once. A failure to get one is not kept, and neither is a request
 * that hangs for half a minute.
 */
export function keepToken(ask: (via: Via) => Promise<FreshToken>, margin = 180_000): TokenProvider {
  let kept: Promise<{ readonly token: string; readonly until: number }> | undefined;

  const fetched = (via: Via): NonNullable<typeof kept> => {
    const send = async (_: AbortSignal, out: (isOut: boolean) => void): Promise<FreshToken> => {
      out(true);
      return ask(via);
    };
    const answer = limited(
      systemClock,
      { request: PATIENCE },
      new AbortController(),
      send,
      "token: no answer",
    );
    const asked = answer.then(({ token, lifetime }) => {
      const until = Date.now() + lifetime - Math.min(margin, lifetime / 2);
      // of a lifetime that could not be read, the service tells the end
      return { token, until: Number.isNaN(until) ? Number.POSITIVE_INFINITY : until };
    });
    kept = asked;
    asked.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked;
  };

  const token = async (via: Via): Promise<string> => {
    while (kept !== undefined) {
      const current = kept;
      const { token, until } = await current;
      if (Date.now() < until) return token;
      if (kept === current) kept = undefined;
    }
    return (await fetched(via)).token;
  };

  const renew = async (dead: string, via: Via): Promise<string> => {
    const current = kept;
    // somebody else may have renewed it while this call was under way
    if (current !== undefined && (await current).token === dead && kept === current) kept = undefined;
    return token(via);
  };

  return { token, renew };
}
