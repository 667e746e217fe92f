/** Counts calls in windows of fixed length, each beginning with the first call after the one before has ended. */
export interface Limiter {
  /** Calls in a window. */
  readonly requests: number;
  /** Milliseconds until the window ends if this call is one too many, else undefined. */
  take(bucket: string, now: number): number | undefined;
}

export function createLimiter(requests: number, per: number): Limiter {
  const windows = new Map<string, { opened: number; used: number }>();
  return {
    requests,
    take(bucket, now) {
      const known = windows.get(bucket);
      const window = known && now < known.opened + per ? known : { opened: now, used: 0 };
      windows.set(bucket, window);
      window.used += 1;
      return window.used > requests ? window.opened + per - now : undefined;
    },
  };
}
