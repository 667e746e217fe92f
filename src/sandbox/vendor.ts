import type { Hono as HonoApp } from "hono";
import { Hono } from "./peers.ts";

/** What a request carries besides itself when it reaches a vendor's app. */
interface Incoming {
  /** The address the client called. The app sees it without the prefix that tells the sites apart on a port. */
  readonly url: URL;
  /** The `operationId`, if the specification knows the call. */
  readonly operation: string | undefined;
  /** Called when the answer leaves the specification on purpose, as with a status that a plan made up. */
  readonly deliberate: () => void;
}

export type VendorApp = HonoApp<{ Bindings: Incoming }>;

/** One simulated API. */
export interface Vendor {
  readonly app: VendorApp;
  /** What the vendor answers with an HTTP status that stands for a refusal. */
  refusal(status: number): Refusal;
  /** What the vendor answers to a token that was good once. */
  expired(): Refusal;
  /** Where an answer carries the status of a job, key by key. */
  readonly jobStatus: readonly string[];
}

export interface Refusal {
  readonly status: number;
  /** Text is sent as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What all vendors are given. */
export interface World {
  /** Milliseconds since 1970. */
  now(): number;
  /** How long a job takes unless a plan says otherwise, in milliseconds. */
  readonly duration: number;
}

/** An app whose mistakes reach the caller instead of turning into a vendor's 500. */
export function createApp(): VendorApp {
  const app: VendorApp = new Hono<{ Bindings: Incoming }>();
  app.onError((error) => {
    throw error;
  });
  return app;
}

/** The token of an `Authorization` header, which has to say what kind of token it is. */
export function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

export function answerRefusal({ status, body, headers }: Refusal): Response {
  const init = { status, headers: { ...headers } };
  return typeof body === "string" ? new Response(body, init) : Response.json(body, init);
}
