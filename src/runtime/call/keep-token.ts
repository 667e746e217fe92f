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
 * and when many calls find that it died, it is renewed once. A failure to get one is not kept, neither is an
 * empty one, nor a request that hangs for half a minute.
 */
export function keepToken(ask: (via: Via) => Promise<FreshToken>, margin = 180_000): TokenProvider {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let underWay: Promise<string> | undefined;

  const fetched = async (via: Via): Promise<string> => {
    const send = async (_: AbortSignal, out: (isOut: boolean) => void): Promise<FreshToken> => {
      out(true);
      return ask(via);
    };
    try {
      const { token, lifetime } = await limited(
        systemClock,
        { request: PATIENCE },
        new AbortController(),
        send,
        "token: no answer",
      );
      // kept, it would be sent as no token at all, which nobody renews
      if (!token) throw new TypeError("token: the answer gives none");
      const until = Date.now() + lifetime - Math.min(margin, lifetime / 2);
      // of a lifetime that could not be read, the service tells the end
      kept = { token, until: Number.isNaN(until) ? Number.POSITIVE_INFINITY : until };
      return token;
    } finally {
      underWay = undefined;
    }
  };

  const token = async (via: Via): Promise<string> => {
    if (kept !== undefined && Date.now() < kept.until) return kept.token;
    // whoever waits for it takes it however short it lives: the next one would be no fresher
    underWay ??= fetched(via);
    return underWay;
  };

  const renew = async (dead: string, via: Via): Promise<string> => {
    // somebody else may have renewed it while this call was under way
    if (kept?.token === dead) kept = undefined;
    return token(via);
  };

  return { token, renew };
}
