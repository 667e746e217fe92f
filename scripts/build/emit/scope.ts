import type { ApiModel } from "../model/model.ts";
import { capitalized, pascalCase } from "../model/names.ts";
import type { Document } from "../model/openapi.ts";
import { text } from "./literal.ts";
import { namedSchema } from "./named-schema.ts";

/** What generated code imports from the runtime. */
const runtimeTypes = [
  "Binary",
  "CallDetails",
  "Client",
  "ClientOptions",
  "Download",
  "ErrorRules",
  "Job",
  "Link",
  "Operation",
  "Require",
  "SignerAsNoTokenIsDeclared",
  "Starter",
] as const;
const runtimeValues = [
  "at",
  "blank",
  "canceled",
  "createClient",
  "download",
  "downloadUnlessJson",
  "errorRules",
  "failed",
  "filled",
  "first",
  "fold",
  "form",
  "fromUrl",
  "has",
  "incomplete",
  "inHeader",
  "inQuery",
  "jsonParameters",
  "missing",
  "multipart",
  "operation",
  "pending",
  "percent",
  "plainText",
  "present",
  "progressAware",
  "rateLimiter",
  "raw",
  "serverUrl",
  "severalSteps",
  "share",
  "starter",
  "succeeded",
  "textUnlessJson",
  "unlisted",
  "urlencoded",
  "withoutToken",
] as const;
type RuntimeType = (typeof runtimeTypes)[number];
type RuntimeValue = (typeof runtimeValues)[number];

/** The names in a generated file: none of them means two things, and what is imported is used. */
export interface Scope {
  /** `PrintShopClient` */
  readonly client: string;
  /** The name of the constant with the error rules. */
  readonly errors: string;
  /** The name of the function that makes operations of this client. */
  readonly define: string;
  /** The name to use something of the runtime by; from then on it is imported. */
  type(name: RuntimeType): string;
  value(name: RuntimeValue): string;
  /** To call it, so that a bundler may leave the call out when nobody uses what it gives. */
  pure(name: RuntimeValue): string;
  /** The same for what openapi-typescript exports. */
  types(name: "operations" | "paths"): string;
  /** The type of the schema in that place of the document, if it has a name of its own. */
  named(pointer: readonly string[]): string | undefined;
  /** What the names of the types of an operation or job begin with: `GetSendJob` of `get_send_job`. */
  typed(name: string): string;
  /** The name for a variable inside a function, which must not hide an export. */
  local(name: string): string;
  /** What has been used so far, in order. An alias is there where an export has the name already. */
  imported(): Readonly<Record<"types" | "values" | "specification", readonly Import[]>>;
}

export interface Import {
  readonly name: string;
  readonly alias?: string;
}

/** `document` is what the types are printed from. */
export function openScope(model: ApiModel, document: Document): Scope {
  const api = pascalCase(model.name);
  const exported = new Set([
    `create${api}Client`,
    ...model.operations.map(({ name }) => name),
    ...model.jobs.map(({ name }) => name),
  ]);
  const used = new Set<string>();
  const free = (name: string): string => (exported.has(name) ? free(`${name}_`) : name);
  const use = (name: string): string => {
    used.add(name);
    return free(name);
  };
  const imports = (names: readonly string[]): readonly Import[] =>
    names
      .filter((name) => used.has(name))
      .map((name) => (free(name) === name ? { name } : { name, alias: free(name) }));
  return {
    client: `${api}Client`,
    errors: free("errors"),
    define: free("define"),
    type: use,
    value: use,
    pure: (name) => `/* @__PURE__ */ ${use(name)}`,
    types: use,
    named: (pointer) => {
      const name = namedSchema(document, pointer);
      return name === undefined ? undefined : `${use("components")}["schemas"][${text(name)}]`;
    },
    typed: typeNames([...model.operations, ...model.jobs].map(({ name }) => name)),
    local: free,
    imported: () => ({
      types: imports(runtimeTypes),
      values: imports(runtimeValues),
      specification: imports(["components", "operations", "paths"]),
    }),
  };
}

/** Two names that differ in underscores alone keep them, for their types would have one name. */
function typeNames(names: readonly string[]): (name: string) => string {
  const joined = (name: string): string => name.split("_").map(capitalized).join("");
  const times = new Map<string, number>();
  for (const name of names) times.set(joined(name), (times.get(joined(name)) ?? 0) + 1);
  return (name) => {
    const short = joined(name);
    return times.get(short) === 1 && /^[A-Za-z$]/.test(short) ? short : capitalized(name);
  };
}
