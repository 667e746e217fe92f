import type { Answer } from "./answer.ts";
import type { Client } from "./client.ts";

/**
 * What an operation answers with, told apart by `status`: each that the specification has with its body, and all others
 * with one that nobody knows. `Id` is the operation among those that the client's type knows; without one, nothing is known.
 */
export type AnswerByStatus<C, Id, B> = [ResponsesOf<C, Id>] extends [never]
  ? Answer<unknown>
  : Declared<ResponsesOf<C, Id>, B> | At<Exclude<Status, Covered<keyof ResponsesOf<C, Id>>>, unknown>;

type ResponsesOf<C, Id> =
  C extends Client<infer _Name, infer _Paths, infer Operations>
    ? Id extends keyof Operations
      ? Operations[Id] extends { readonly responses: infer Responses }
        ? Responses
        : never
      : never
    : never;

/** A status of its own goes before a range, and a range before `default`. */
type Declared<Responses, B> = {
  [Key in keyof Responses]: At<
    Exclude<Covered<Key>, Nearer<Key, keyof Responses>>,
    BodyOf<Responses[Key], Key, B>
  >;
}[keyof Responses];
type Nearer<Key, Keys> = Key extends number
  ? never
  : Key extends "default"
    ? Covered<Exclude<Keys, "default">>
    : Extract<Keys, number>;

type At<S, B> = [S] extends [never] ? never : Answer<B> & { readonly status: S };

/** What is not JSON alone is, in an accepted answer, what the call gives. */
type BodyOf<Response, Key, B> = Response extends { readonly content?: never }
  ? OfAccepted<Key, undefined>
  : Response extends { readonly content: infer Content }
    ? [Exclude<keyof Content, `${string}json${string}`>] extends [never]
      ? Content[keyof Content]
      : OfAccepted<Key, B>
    : unknown;
type OfAccepted<Key, B> = Key extends number | string
  ? `${Key}` extends `2${string}`
    ? B
    : unknown
  : unknown;

type Covered<Key> = Key extends number
  ? Key
  : Key extends "default"
    ? Status
    : Key extends keyof Ranges
      ? Ranges[Key]
      : never;

/** Those that a server may answer with, as IANA lists them. */
type Status = Ranges[keyof Ranges];
interface Ranges {
  readonly "2XX": 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
  readonly "3XX": 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
  readonly "4XX":
    | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415)
    | (416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);
  readonly "5XX": 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;
}
