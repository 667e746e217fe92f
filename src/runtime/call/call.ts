import type { Download } from "./download.ts";

/** A budget of an operation: so many requests in so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly per: number;
  /** Operations that name one bucket share it. */
  readonly bucket?: string;
}

/** What the specification says of an operation. */
export interface Call {
  /** `operationId` */
  readonly id: string;
  readonly method: string;
  /** A template: `/jobs/{jobId}` */
  readonly path: string;
  readonly query?: readonly string[];
  readonly header?: readonly string[];
  /** Parameters with only one possible value, sent without being asked for. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** Media type of the request body. Default: `application/json`. */
  readonly contentType?: string;
  /** A 2xx answer is a file, opened with this; a function, so that who downloads nothing does not bundle it. */
  readonly file?: (response: Response) => Download;
  /** A 2xx answer may hold nothing. */
  readonly empty?: true;
  /** Takes no token. */
  readonly open?: true;
  readonly limits?: readonly RateLimit[];
}
