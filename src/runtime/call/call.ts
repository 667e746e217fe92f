import type { BodyWriter } from "./bodies.ts";

/** A budget of an operation: so many requests in so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly per: number;
  /** Operations that name one bucket share it. */
  readonly bucket?: string;
}

/** `body`: names the media type that the body is written as. */
export type Place = "path" | "query" | "header" | "body";

/** Where each parameter goes, by the name that it is given under. */
export interface Places extends Iterable<readonly [name: string, place: Place]> {
  get(name: string): Place | null;
  keys(): Iterable<string>;
}

/** What the specification says of an operation. */
export interface Call extends CallDetails {
  /** `operationId` */
  readonly id: string;
  readonly method: string;
  /** A template: `/jobs/{jobId}` */
  readonly path: string;
  /** Where each parameter goes: `id=path&limit=query`. */
  readonly places: Places;
}

/** What only some operations have. */
export interface CallDetails {
  /** Parameters with only one possible value, sent without being asked for. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /** The real names of parameters that are given by another, because two places have the same. */
  readonly names?: Readonly<Record<string, string>>;
  /** What the parameters are sent as that are given. Default: as they are. */
  readonly written?: (given: unknown) => object;
  /** Writes the path. Default: each value is one step of it. */
  readonly pathSerializer?: (path: string, params: Readonly<Record<string, unknown>>) => string;
  /** Writes the query. Default: `name=value`, lists repeated. */
  readonly querySerializer?: (query: unknown) => string;
  /** Writes the body. Default: `application/json`. */
  readonly body?: BodyWriter;
  /** Write it as one of the other media types there are, as the parameter in the place `body` says. */
  readonly bodies?: Readonly<Record<string, BodyWriter>>;
  /** The address of this operation, where it is not the API's, without a slash at its end. */
  readonly server?: string;
  /** Reads a 2xx answer that is no JSON; a function, so that who downloads nothing does not bundle it. */
  readonly read?: (response: Response) => unknown;
  /** A 2xx answer may hold nothing. */
  readonly empty?: true;
  /** Takes no token. */
  readonly open?: true;
  readonly limits?: readonly RateLimit[];
}
