/** What a service calls a refusal: `1069902`, `"GES.8301"`. */
export type Code = string | number;

/** The facts of a refused call. */
export interface Refusal {
  /** `operationId` of the refused call. */
  readonly operation: string;
  /** HTTP status code. Some services refuse with 200. */
  readonly status: number;
  /** The HTTP status that the refusal amounts to, where a code says more than `status`. */
  readonly meaning?: number | undefined;
  /** The service's own code, when the answer has one. */
  readonly code?: Code | undefined;
  /** Why, in the service's own words; else what its answer looks like. */
  readonly reason: string;
  /** What to quote to the service's support, when the answer has it. */
  readonly requestId?: string | undefined;
  /** How long the service asks to stay away, in milliseconds, when it says so. */
  readonly retryAfter?: number | undefined;
  /** The answer's body: parsed JSON, else text. */
  readonly body: unknown;
}

/** The service refused a call. Says nothing about a job that runs already. */
export class ApiError extends Error implements Refusal {
  override readonly name = "ApiError";
  // all of them are assigned at once
  declare readonly operation: string;
  declare readonly status: number;
  declare readonly code?: Code | undefined;
  declare readonly reason: string;
  declare readonly requestId?: string | undefined;
  declare readonly retryAfter?: number | undefined;
  declare readonly body: unknown;

  readonly #meaning: number | undefined;

  constructor({ meaning, ...refusal }: Refusal) {
    const { operation, status, code, reason, requestId } = refusal;
    super(
      `${operation}: HTTP ${status}${code === undefined ? "" : `, code ${code}`}: ${reason}${requestId ? ` (request id ${requestId})` : ""}`,
    );
    Object.assign(this, refusal);
    this.#meaning = meaning;
  }

  /** The HTTP status that the refusal amounts to: what its code stands for, else `status`. */
  get meaning(): number {
    return this.#meaning ?? this.status;
  }
}
