/** The promise, unless the signal aborts first: then its reason, at once. Leaves no listener on the signal. */
export function race<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let abort = (): void => {};
  const first = new Promise<T>((resolve, reject) => {
    abort = () => reject(signal.reason);
    promise.then(resolve, reject);
  });
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  return first.finally(() => signal.removeEventListener("abort", abort));
}
