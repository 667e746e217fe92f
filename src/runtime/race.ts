/**
 * What it begins gives, unless the signal aborts first: then the signal's reason, at once. With one that has aborted
 * already, nothing begins. Leaves no listener on the signal.
 */
export async function race<T>(begin: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  signal?.throwIfAborted();
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    begin()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener("abort", abort));
  });
}
