/** What the build reads of a bundled OpenAPI 3 document: the document has passed the linter, so its shape is relied on. */
export interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string };
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly paths?: Readonly<Record<string, MaybeRef<PathItem>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, MaybeRef<SecurityScheme>>>;
  };
  readonly "x-errors"?: unknown;
}

export interface Ref {
  readonly $ref: string;
}
export type MaybeRef<T> = T | Ref;

export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** Scheme name to scopes; several names hold together. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly in?: string;
  readonly name?: string;
  readonly description?: string;
}

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type Method = (typeof methods)[number];

export type PathItem = {
  readonly parameters?: readonly MaybeRef<Parameter>[];
  readonly servers?: readonly Server[];
  /** From OpenAPI 3.2 on. */
  readonly query?: Operation;
  readonly additionalOperations?: Readonly<Record<string, Operation>>;
} & { readonly [M in Method]?: Operation };

export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly MaybeRef<Parameter>[];
  readonly requestBody?: MaybeRef<RequestBody>;
  readonly responses?: Readonly<Record<string, MaybeRef<Response>>>;
  readonly servers?: readonly Server[];
  readonly security?: readonly SecurityRequirement[];
  readonly "x-polling"?: unknown;
  readonly "x-rate-limit"?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Response {
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly links?: Readonly<Record<string, MaybeRef<Link>>>;
}

export interface MediaType {
  readonly schema?: Schema;
  readonly encoding?: Readonly<Record<string, Encoding>>;
}

export interface Encoding {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Link {
  readonly operationId?: string;
  readonly operationRef?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly requestBody?: unknown;
  readonly "x-url"?: string;
}

export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly patternProperties?: unknown;
  readonly items?: Schema | readonly Schema[];
  readonly prefixItems?: unknown;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName?: string };
}
