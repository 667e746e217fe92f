/** Resolves after `ms`, or rejects with the signal's reason as soon as it aborts; leaves nothing behind. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  let wake = (): void => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  // A pause without end needs no timer, and a timer could not hold it.
  const timer = Number.isFinite(ms) ? setTimeout(wake, ms) : undefined;
  signal.addEventListener("abort", wake);
  await woken;
  clearTimeout(timer);
  signal.removeEventListener("abort", wake);
  signal.throwIfAborted();
}
