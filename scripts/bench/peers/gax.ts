import type { Engine, Outcome } from "../../../test/conformance/engine.ts";
import type { Service } from "../../../test/conformance/service.ts";

/** The part of `google-gax` that is used here. */
interface Gax {
  readonly LongrunningDescriptor: new (client: object, response: Decoder, metadata: Decoder) => object;
  operation(operation: object, descriptor: object, backoff: object): GaxOperation;
  createDefaultBackoffSettings(): object;
}

interface GaxOperation {
  readonly error: unknown;
  promise(): Promise<unknown>;
  on(event: "progress", callback: () => void): void;
}

type Decoder = (bytes: Uint8Array) => object;

export function gax({ LongrunningDescriptor, operation, createDefaultBackoffSettings }: Gax): Engine {
  return {
    name: "google-gax",
    has: ["failed jobs", "a handle to wait on again", "a callback for updates"],
    async begin(service, { onUpdate }) {
      const decode: Decoder = (bytes) => ({ length: bytes.length });
      const client = { getOperationInternal: () => cancelable(get(service)) };
      const descriptor = new LongrunningDescriptor(client, decode, decode);
      const running = { name: "operations/1", done: false };
      const op = operation(running, descriptor, createDefaultBackoffSettings());
      if (onUpdate) op.on("progress", onUpdate);
      return { wait: () => outcomeOf(op) };
    },
  };
}

/** As the operations client answers, once its own retries are spent. */
async function get(service: Service): Promise<readonly [object]> {
  const { http, state } = await service.look();
  if (http >= 400) throw Object.assign(new Error(`HTTP ${http}`), { code: http === 403 ? 7 : 14 });
  const name = "operations/1";
  const metadata = { value: new Uint8Array([service.looks.length % 256]) };
  if (state === "failed") {
    return [{ name, done: true, result: "error", error: { code: 13, message: "The job failed." } }];
  }
  if (state !== "done") return [{ name, done: false, metadata }];
  return [{ name, done: true, result: "response", metadata, response: { value: new Uint8Array([1]) } }];
}

function cancelable<T>(promise: Promise<T>): Promise<T> & { cancel(): void } {
  return Object.assign(promise, { cancel: () => {} });
}

async function outcomeOf(op: GaxOperation): Promise<Outcome> {
  try {
    await op.promise();
    return "the job succeeded";
  } catch (error) {
    return op.error === error ? "the job failed" : "could not find out";
  }
}
