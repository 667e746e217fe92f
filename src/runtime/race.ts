/** The promise, unless the signal aborts first: then its reason, at once. Leaves no listener on the signal. */
export async function race<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal?.reason);
  });
  signal?.addEventListener("abort", abort);
  if (signal?.aborted) abort();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}
