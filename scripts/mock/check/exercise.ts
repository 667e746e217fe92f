import { isDeepStrictEqual } from "node:util";
import type { Contract } from "../../../src/sandbox/contract/contract.ts";
import { openContract } from "../../../src/sandbox/contract/contract.ts";
import { locate } from "../../../src/sandbox/contract/pointer.ts";
import { isJson } from "../../vocabulary/media-type.ts";
import type { Answered } from "../answer/answers.ts";
import { answersOf, responseOf } from "../answer/answers.ts";
import type { Documented } from "./documented.ts";
import { documented } from "./documented.ts";
import type { Given } from "./given.ts";
import { givensTo } from "./given.ts";
import { differences, proof } from "./request.ts";

export interface Exercised {
  readonly operations: number;
  readonly requests: number;
  /** What is not as the document says. */
  readonly faults: readonly string[];
  /** Operations that could not be called, because OpenAPI does not say how, or no sample can be made. */
  readonly passedOver: readonly string[];
  /** Answers of the mock that are not as the document says, which is the mock's fault or the document's. */
  readonly doubtful: readonly string[];
}

/** Wherever the services of the document are, the mock is there. */
const base = "/base";

/**
 * Calls each operation of a generated client, with what it requires and with all it knows, on a mock that knows no API: it
 * holds each request against the document, and gives each answer that is documented there.
 */
export async function exercise(
  exports: Readonly<Record<string, unknown>>,
  document: unknown,
): Promise<Exercised> {
  // what the contract reads is JSON Schema, which the schemas of OpenAPI 3.0 are not
  const isSchema = /^3\.[^0]/.test(String(locate(document, ["openapi"])?.value));
  const contract = isSchema ? openContract(document) : undefined;
  const faults: string[] = [];
  const passedOver: string[] = [];
  const doubtful: string[] = [];
  let requests = 0;
  let current: Exchange | undefined;
  const client = createClientOf(exports)({
    auth: proof,
    baseUrl: `https://mock.test${base}`,
    fetch: async (request: Request) => {
      requests++;
      if (current === undefined) throw new Error(`Nobody expects ${request.method} ${request.url}.`);
      const { operation, given, answered } = current;
      for (const each of await differences(request, operation, given, { document, base }))
        faults.push(`${operation.name}: ${each}`);
      return responseOf(answered);
    },
  });
  const operations = documented(exports, document);
  for (const [name, operation] of operations) {
    const givens = operation ? givensTo(operation, document) : [];
    if (operation === undefined || givens.length === 0) {
      passedOver.push(name);
      continue;
    }
    const accept = operation.call.constants?.Accept;
    const documented = answersOf(operation, document, {
      accept: accept === undefined ? accept : String(accept),
    });
    const answers = operation.method === "HEAD" ? documented : [...documented, gateway];
    for (const answered of answers) {
      // one way to ask is enough for all answers but the first
      for (const given of answered === answers[0] ? givens : givens.slice(0, 1)) {
        current = { operation, given, answered };
        const fault = await outcome(current, client);
        if (fault !== undefined) faults.push(`${name}, answered with ${answered.status}: ${fault}`);
      }
      doubtful.push(...(await doubtsOf(contract, operation, answered)));
    }
  }
  return { operations: operations.length, requests, faults, passedOver, doubtful };
}

/** What nobody has promised. */
const gateway: Answered = { status: 502, key: "", mediaType: "text/html", body: "<h1>Bad gateway</h1>" };

interface Exchange {
  readonly operation: Documented;
  readonly given: Given;
  readonly answered: Answered;
}

export function createClientOf(exports: Readonly<Record<string, unknown>>): (options: object) => object {
  const found = Object.entries(exports).find(([name]) => /^create.*Client$/.test(name))?.[1];
  // that is what each generated client exports under this name
  return found as (options: object) => object;
}

/** In what the outcome of a call is not what the answer stands for. */
async function outcome(
  { operation, given, answered }: Exchange,
  client: object,
): Promise<string | undefined> {
  const { status, body } = answered;
  try {
    const got = await text(await operation.run(client, given.params));
    if (status >= 300) return "It was taken for an accepted call.";
    return isSame(got, answered) ? undefined : `It gave ${JSON.stringify(got)}, not ${JSON.stringify(body)}.`;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ApiError" || status < 300) return String(error);
    const { status: told, body: kept } = error as Error & {
      readonly status?: unknown;
      readonly body?: unknown;
    };
    if (told !== status) return `The error has the status ${told}.`;
    return isSame(kept, answered)
      ? undefined
      : `The error has the body ${JSON.stringify(kept)}, not ${JSON.stringify(body)}.`;
  }
}

/** A download, read to its end. */
async function text(value: unknown): Promise<unknown> {
  const isDownload =
    typeof value === "object" && value !== null && "body" in value && value.body instanceof ReadableStream;
  return isDownload ? new Response(value.body as ReadableStream).text() : value;
}

/** Where there is no body, a download is one of nothing. */
function isSame(got: unknown, { mediaType, body }: Answered): boolean {
  if (mediaType === undefined) return got === undefined || got === "";
  return isDeepStrictEqual(got, isJson(mediaType) ? JSON.parse(JSON.stringify(body)) : body);
}

async function doubtsOf(
  contract: Contract | undefined,
  operation: Documented,
  answered: Answered,
): Promise<readonly string[]> {
  if (contract === undefined || answered === gateway) return [];
  const [, path = "", method = ""] = operation.way;
  const place = { id: operation.name, method: method.toUpperCase(), path, query: [] };
  const found = await contract.check(place, responseOf(answered)).catch((error: unknown) => [String(error)]);
  return found.map((each) => `${operation.name}, ${answered.status}: ${each}`);
}
