/** What a service calls a refusal: `1069902`, `"GES.8301"`. */
export type Code = string | number;

/** The facts of a refused call. */
export interface Refusal {
  readonly operation: string;
  readonly status: number;
  readonly code?: Code;
  readonly reason: string;
  readonly requestId?: string;
  readonly retryAfter?: number;
  readonly body: unknown;
}

/** The service refused a call. Says nothing about a job that runs already. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** `operationId` of the refused call. */
  readonly operation: string;
  /** HTTP status code. Some services refuse with 200. */
  readonly status: number;
  /** The service's own code, when the answer has one. */
  readonly code: Code | undefined;
  /** What to quote to the service's support, when the answer has it. */
  readonly requestId: string | undefined;
  /** How long the service asks to stay away, in milliseconds, when it says so. */
  readonly retryAfter: number | undefined;
  /** The answer's body: parsed JSON, else text. */
  readonly body: unknown;

  constructor(refusal: Refusal) {
    const { operation, status, code, reason, requestId, retryAfter, body } = refusal;
    const id = requestId === undefined ? "" : ` (request id ${requestId})`;
    super(`${operation}: HTTP ${status}${code === undefined ? "" : `, code ${code}`}: ${reason}${id}`);
    this.operation = operation;
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.body = body;
  }
}
