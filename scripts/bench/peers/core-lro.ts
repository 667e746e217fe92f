import type { Engine, Outcome } from "../../../test/conformance/engine.ts";
import type { Answer } from "../../../test/conformance/service.ts";

/** The part of `@azure/core-lro` that is used here. */
interface CoreLro {
  createHttpPoller(lro: {
    sendInitialRequest(): Promise<Response>;
    sendPollRequest(): Promise<Response>;
  }): Poller;
}

interface Poller {
  readonly operationState: { readonly status: string } | undefined;
  pollUntilDone(options: { abortSignal?: AbortSignal }): Promise<unknown>;
  onProgress(callback: () => void): void;
}

interface Response {
  readonly flatResponse: unknown;
  readonly rawResponse: {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly request: { readonly method: string; readonly url: string };
  };
}

export function coreLro({ createHttpPoller }: CoreLro): Engine {
  return {
    name: "@azure/core-lro",
    has: [
      "a start of its own",
      "HTTP headers",
      "status words",
      "failed jobs",
      "a signal",
      "a handle to wait on again",
      "a callback for updates",
    ],
    async begin(service, { started, onUpdate }) {
      const poller = createHttpPoller({
        sendInitialRequest: async () => (started ? responseOf("POST", await service.start()) : accepted),
        sendPollRequest: async () => responseOf("GET", await service.look().catch(broken)),
      });
      if (onUpdate) poller.onProgress(onUpdate);
      return { wait: (signal) => outcomeOf(poller, signal) };
    },
  };
}

const headers = { "operation-location": "https://jobs.test/job" };
const accepted = rawOf("POST", 202, headers, undefined);

/** What the HTTP pipeline below the poller does: a refusal becomes a `RestError`, and so does a broken connection. */
function responseOf(method: string, { http, state, retryAfter }: Answer): Response {
  if (http >= 400) throw restError(`HTTP ${http}`);
  const asked = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return rawOf(method, http, { ...headers, ...asked }, { status: azureWord(state) });
}

function broken(error: Error): never {
  throw restError(error.message);
}

function restError(message: string): Error {
  return Object.assign(new Error(message), { name: "RestError" });
}

function rawOf(method: string, statusCode: number, all: Record<string, string>, body: unknown): Response {
  const rawResponse = { statusCode, headers: all, body, request: { method, url: "https://jobs.test/job" } };
  return { flatResponse: body, rawResponse };
}

/** Azure's own words for the three that every scenario uses. */
function azureWord(state: string | undefined): string | undefined {
  const words: Readonly<Record<string, string>> = { running: "Running", done: "Succeeded", failed: "Failed" };
  return state === undefined ? undefined : (words[state] ?? state);
}

async function outcomeOf(poller: Poller, signal: AbortSignal | undefined): Promise<Outcome> {
  try {
    await poller.pollUntilDone(signal === undefined ? {} : { abortSignal: signal });
    return "the job succeeded";
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return "aborted";
    if (poller.operationState?.status === "failed") return "the job failed";
    if (poller.operationState === undefined) return `refused: ${String(error)}`;
    return "could not find out";
  }
}
