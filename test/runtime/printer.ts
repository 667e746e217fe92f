/** A client of a printer that nobody sells, written by hand in the shape of a generated one. */

import { download } from "../../src/runtime/call/download.ts";
import type { ErrorFacts } from "../../src/runtime/call/error-rules.ts";
import type {
  Client,
  ClientOptions,
  Download,
  ErrorRules,
  Job,
  Link,
  Operation,
  Require,
  Starter,
} from "../../src/runtime/index.ts";
import {
  at,
  blank,
  canceled,
  createClient,
  errorRules,
  failed,
  form,
  fromUrl,
  has,
  incomplete,
  inHeader,
  missing,
  operation,
  pending,
  percent,
  progressAware,
  rateLimiter,
  serverUrl,
  starter,
  succeeded,
  unlisted,
} from "../../src/runtime/index.ts";

interface PrinterPaths {
  readonly "/prints/{id}": {
    readonly get: {
      readonly parameters: { readonly path: { readonly id: string } };
      readonly responses: {
        readonly 200: { readonly content: { readonly "application/json": PrintAnswer } };
      };
    };
  };
}

export type PrinterClient = Client<"printer", PrinterPaths>;

export interface PrinterClientOptions extends ClientOptions {
  readonly room?: string;
}

export function createPrinterClient(options: PrinterClientOptions = {}): PrinterClient {
  return createClient<"printer", PrinterPaths>(options, {
    name: "printer",
    server: serverUrl("https://{room}.printer.test/v1", { room: "attic" }, options),
    token: inHeader("Authorization", "Bearer "),
    errors,
  });
}

export const errorFacts: ErrorFacts = {
  code: ({ body }) => at(body, "code"),
  message: ({ body }) => at(body, "message"),
  requestId: ({ headers }) => headers.get("x-request-id"),
  ok: [0],
  means: { 401: ["TOKEN_DEAD"], 404: ["NO_SUCH_PRINT"], 429: ["BUSY"] },
  retryAfter: ["x-free-in-ms", "x-free-at"],
};

export const errors: ErrorRules = errorRules(errorFacts);

export interface PrintParams {
  readonly id: string;
}

export interface PrintAnswer {
  readonly id?: string;
  readonly state?: "queued" | "printing" | "done" | "jammed" | "canceled";
  readonly percent?: number | string;
  readonly file?: string;
  readonly error?: { readonly code?: string; readonly message?: string };
}

export const getPrint: Operation<PrinterClient, PrintParams, PrintAnswer> = operation(
  "getPrint",
  "GET",
  "/prints/{id}",
  "id=path",
);

export interface FetchPrintParams {
  readonly file: string;
  readonly paper: "A4" | "letter";
  readonly watermark?: string;
}

export const fetchPrint: Operation<PrinterClient, FetchPrintParams, Download> = operation(
  "fetchPrint",
  "GET",
  "/files/{file}",
  "file=path&paper=query&watermark=query",
  { read: download },
);

export interface Receipt {
  readonly cents: number;
}

const getReceipt: Operation<PrinterClient, PrintParams, Receipt> = operation(
  "getReceipt",
  "GET",
  "/prints/{id}/receipt",
  "id=path",
);

export interface ListPrintsParams {
  readonly tray?: string;
  readonly pages?: readonly number[];
  readonly "x-language"?: string;
}

export const listPrints: Operation<PrinterClient, ListPrintsParams, readonly PrintAnswer[]> = operation(
  "listPrints",
  "GET",
  "/prints",
  "tray=query&pages=query&view=query&x-language=header",
  { constants: { view: "short" } },
);

export const deletePrint: Operation<PrinterClient, PrintParams, undefined> = operation(
  "deletePrint",
  "DELETE",
  "/prints/{id}",
  "id=path",
  { empty: true },
);

export interface LogInParams {
  readonly body: { readonly user: string; readonly password: string };
}

export const logIn: Operation<PrinterClient, LogInParams, { readonly token: string }> = operation(
  "logIn",
  "POST",
  "/log-in",
  "",
  { body: form(), open: true },
);

export type PrintResult = Require<PrintAnswer, "file">;

export interface PrintLinks {
  readonly file: Link<
    PrinterClient,
    PrintParams,
    PrintAnswer,
    Operation<PrinterClient, FetchPrintParams, Download>,
    "file"
  >;
  readonly receipt: Link<
    PrinterClient,
    PrintParams,
    PrintAnswer,
    Operation<PrinterClient, PrintParams, Receipt>,
    "id"
  >;
  /** The same by the URL in the answer's `Location`. */
  readonly located: Link<
    PrinterClient,
    PrintParams,
    PrintAnswer,
    Operation<PrinterClient, PrintParams, Receipt>,
    "id"
  >;
}

export type PrintStatus = NonNullable<PrintAnswer["state"]>;

export const print: Job<PrinterClient, PrintParams, PrintAnswer, PrintResult, PrintLinks, PrintStatus> = {
  name: "printer/print",
  ask: getPrint,
  read({ body }) {
    const status = body?.state;
    if (blank(status)) return missing();
    switch (status) {
      case "queued":
      case "printing":
        return pending(status);
      case "done":
        return has(body, "file") ? succeeded(status, body) : incomplete(status);
      case "jammed":
        return failed(status, body?.error?.code, body?.error?.message);
      case "canceled":
        return canceled(status, body?.error?.code, body?.error?.message);
      default:
        return unlisted(status satisfies never, ["string"], pending(status));
    }
  },
  progress: ({ body }) => percent(body?.percent),
  links: {
    file: { to: () => fetchPrint, params: (_request, { body }) => ({ file: body?.file }) },
    receipt: { to: () => getReceipt, params: ({ id }) => ({ id }) },
    located: {
      to: () => getReceipt,
      params: (_request, { headers }, client) => ({
        id: fromUrl(client, getReceipt.call, headers.get("location")).id,
      }),
    },
  },
  pace: {
    delay: 1_000,
    minInterval: 1_000,
    maxInterval: 60_000,
    timeout: 600_000,
    pacing: progressAware,
  },
  limiter: rateLimiter,
};

export interface StartPrintParams {
  readonly body: { readonly document: string; readonly copies?: number };
}

export interface StartPrintAnswer {
  readonly id?: string;
  readonly queue?: number;
}

export const startPrint: Starter<PrinterClient, StartPrintParams, StartPrintAnswer, typeof print> = starter(
  operation<PrinterClient, StartPrintParams, StartPrintAnswer>("startPrint", "POST", "/prints"),
  print,
  (_request, { body }) => ({ id: body?.id }),
);
