/** The promise, unless the signal aborts first: then its reason, at once. Leaves no listener on the signal. */
export async function race<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const leave = (): void => signal.removeEventListener("abort", abort);
    const abort = (): void => {
      leave();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    promise.finally(leave).then(resolve, reject);
  });
}
