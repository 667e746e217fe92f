import type { Scalar } from "../../vocabulary/extensions.ts";
import type { StatusList } from "../../vocabulary/keys.ts";

/** All that the generated client of an API says. Nothing behind this point sees the OpenAPI document. */
export interface ApiModel {
  /** Key in the configuration: `print-shop`. */
  readonly name: string;
  readonly title: string;
  readonly server: ServerModel;
  /** Where the token goes; without it, the API takes none. */
  readonly token?: TokenModel;
  readonly errors: ErrorsModel;
  /** It documents how many requests it takes, or answers that may say that there were too many. */
  readonly isLimited: boolean;
  /** In the order of the specification. */
  readonly operations: readonly OperationModel[];
  readonly jobs: readonly JobModel[];
  readonly starters: readonly StarterModel[];
}

export interface ServerModel {
  /** Absent or relative when a caller has to give an address. */
  readonly url?: string;
  readonly isComplete: boolean;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    /** The only values there are, when the specification lists them. */
    readonly values?: readonly string[];
    readonly description?: string;
  }[];
}

export interface TokenModel {
  readonly in: "header" | "query";
  readonly name: string;
  readonly prefix?: string;
  /** What the specification says of it: how it is written, and where one gets it. */
  readonly description?: string;
}

export interface ErrorsModel {
  readonly code: readonly Access[];
  readonly message: readonly Access[];
  readonly requestId: readonly Access[];
  readonly ok?: readonly Code[];
  readonly retry?: readonly Code[];
  readonly unavailable?: readonly Code[];
  readonly renew?: readonly Code[];
  readonly notFound?: readonly Code[];
  readonly retryAfter?: readonly string[];
}
export type Code = string | number;

export interface OperationModel {
  /** `operationId`, or what stands for it. */
  readonly id: string;
  /** What the types call it: the id, unless another operation has it too or it cannot stand there. */
  readonly typesId: string;
  /** The exported name: the id, unless that is no usable identifier. */
  readonly name: string;
  /** Where the document has it. */
  readonly pointer: readonly string[];
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  /** A value takes several steps of the path: `{+name}`. */
  readonly hasSteps: boolean;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly parameters: readonly ParameterGroup[];
  /** Declared as parameters, and sent by the client with every request: credentials. */
  readonly sent: readonly { readonly in: string; readonly name: string }[];
  /** Parameters with only one possible value. */
  readonly constants: readonly {
    readonly place: ParameterPlace;
    readonly name: string;
    readonly value: Scalar;
  }[];
  /** Query parameters that are not written as `name=value`, by their names in the request. */
  readonly styles: Readonly<Record<string, ParameterStyle>>;
  /** Parameters in the path and in headers that are written as JSON, by the names that a caller gives. */
  readonly json: readonly string[];
  readonly body?: BodyModel;
  readonly answer: AnswerModel;
  /** The address of this operation, where it is not the API's, without a slash at its end. */
  readonly server?: string;
  readonly limits: readonly { readonly requests: number; readonly per: number; readonly bucket?: string }[];
  /** Takes no token. */
  readonly open: boolean;
}

export type ParameterPlace = "path" | "query" | "header";

/** The parameters of an operation that stand in one place. */
export interface ParameterGroup {
  readonly place: ParameterPlace;
  /** The names that a caller gives. */
  readonly names: readonly string[];
  /** What those of them are called in the request that have another name there, by the name that a caller gives. */
  readonly realNames: Readonly<Record<string, string>>;
  /** Those of them that must be given. */
  readonly required: readonly string[];
  /** Declared there as well, but not the caller's to give. */
  readonly omitted: readonly string[];
  /** None of them has to be given, so the types call the whole group optional. */
  readonly optional: boolean;
}

/** The runtime's words for it. */
export type ParameterStyle =
  | "form"
  | "comma"
  | "spaceDelimited"
  | "pipeDelimited"
  | "deepObject"
  | "json"
  | "reserved";

/** A request body in its media types; the first is sent unless the caller says otherwise. */
export interface BodyModel {
  readonly required: boolean;
  readonly choices: readonly [BodyChoice, ...BodyChoice[]];
}

/** How the fields of a form are written, and which media types the parts have, where that is not as usual. */
export type BodyChoice =
  | { readonly kind: "json" | "text" | "binary"; readonly mediaType: string }
  | {
      readonly kind: "form";
      readonly mediaType: string;
      readonly styles: Readonly<Record<string, ParameterStyle>>;
    }
  | {
      readonly kind: "multipart";
      readonly mediaType: string;
      readonly types: Readonly<Record<string, string>>;
    };

/** What a 2xx answer holds. `nothing`: at least now and then no body at all. */
export interface AnswerModel {
  readonly kind: "json" | "file" | "text" | "nothing";
  /** What it may be instead of JSON, which is seen by its media type. */
  readonly or?: "file" | "text";
  /** Where the types have the JSON bodies. */
  readonly bodies: readonly { readonly status: string; readonly mediaType: string }[];
  readonly nothing: boolean;
  /** Media types that the service has as well, and that are not asked for: JSON is. */
  readonly passed?: readonly string[];
}

/** A step into a body: the name of a property, or the index of an item. */
export type Step = string | number;

/** How a value is read from an answer, or from the parameters that led to it. */
export type Access =
  | { readonly from: "status" }
  /** The code of a refused answer, as the error rules read it; of an accepted one, nothing. */
  | { readonly from: "errorCode" }
  | { readonly from: "header"; readonly name: string }
  /** `typed`: the types know every step, so the value can be read with `?.`. */
  | { readonly from: "body" | "request"; readonly path: readonly Step[]; readonly typed: boolean };

/** A value of a link: read from somewhere, constant, or a mixture. */
export type Value =
  | { readonly kind: "access"; readonly access: Access }
  | { readonly kind: "constant"; readonly value: Scalar | null }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  | { readonly kind: "object"; readonly fields: readonly Field[] };
export type Field = readonly [name: string, value: Value];

export interface JobModel {
  /** The exported name. */
  readonly name: string;
  readonly ask: OperationModel;
  readonly status: StatusModel;
  readonly cases: readonly { readonly state: StatusList; readonly values: readonly Scalar[] }[];
  readonly missing?: "pending" | "failed";
  readonly otherwise: "pending" | "failed";
  readonly failedIf: readonly Access[];
  readonly result: ResultModel;
  readonly progress?: { readonly done: Access; readonly total?: Access | number };
  readonly error: { readonly code: readonly Access[]; readonly message: readonly Access[] };
  readonly links: readonly LinkModel[];
  /** Milliseconds. */
  readonly pace: Readonly<Partial<Record<"delay" | "minInterval" | "maxInterval" | "timeout", number>>>;
}

export interface StatusModel {
  /** The first that is not empty counts. */
  readonly accesses: readonly Access[];
  /** Compared without case and outer blanks; the values of the cases are folded already. */
  readonly fold: boolean;
  /** JSON types of the listed values, as `typeof` tells them. */
  readonly types: readonly ("string" | "number" | "boolean")[];
  /**
   * What the types say of it: `closed` is a union whose every member is in a case, `open` a plain string, number or
   * boolean that all cases belong to, `unknown` anything else.
   */
  readonly domain: "closed" | "open" | "unknown";
  /** The way to its type from the type of the answer, where anything is known of it. */
  readonly path?: TypePath;
}

export interface ResultModel {
  readonly access: Access;
  /** The way to its type from the type of the answer; without it, nothing is known of its type. */
  readonly path?: TypePath;
  readonly requires: readonly string[];
}

/** Steps from one type to another. `fromNothing`: what the step is taken from may be absent or null. */
export type TypePath = readonly { readonly step: Step; readonly fromNothing: boolean }[];

/** A call with some of its parameters filled in from an answer. */
export interface LinkModel {
  readonly name: string;
  readonly target: OperationModel;
  readonly params: readonly Field[];
  /**
   * The rest of the target's path and query parameters is read off the URL that stands there: `names` must be in it,
   * and with `hasMore` others may be.
   */
  readonly url?: { readonly access: Access; readonly names: readonly string[]; readonly hasMore: boolean };
}

/** An operation whose answer tells how to ask for a job. */
export interface StarterModel {
  readonly operation: OperationModel;
  readonly job: JobModel;
  readonly link: LinkModel;
}
