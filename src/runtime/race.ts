/** The promise, unless the signal aborts first: then its reason, at once. Leaves no listener on the signal. */
export function race<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let abort = (): void => {};
  return new Promise<T>((resolve, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    promise.then(resolve, reject);
  }).finally(() => signal.removeEventListener("abort", abort));
}
