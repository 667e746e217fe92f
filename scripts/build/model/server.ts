import type { ServerModel } from "./model.ts";
import type { PathItem, Server } from "./openapi.ts";
import type { OperationPlace } from "./operation-places.ts";
import type { Reader } from "./reader.ts";

/**
 * The first server: its address, and the variables in it as options of the client. Where the specification has no
 * address, or not the whole of one, a caller has to give it.
 */
export function readServer(reader: Reader): ServerModel {
  const { server, pointer } = rootServer(reader);
  if (server === undefined) return { isComplete: false, variables: [] };
  const declared = Object.entries(server.variables ?? {});
  const offered = declared.filter(([name]) => {
    const isFree = !taken.has(name) && !(name in {});
    if (!isFree)
      reader.warn(
        [...pointer, "variables", name],
        "server-variable-taken",
        `The server variable ${name} keeps its default, because the client has an option of that name; name it otherwise.`,
      );
    return isFree;
  });
  const fixed = declared.filter((each) => !offered.includes(each));
  const url = filled(server.url, Object.fromEntries(fixed));
  const isKnown = [...url.matchAll(/\{([^{}]*)\}/g)].every(([, name]) =>
    offered.some(([each]) => each === name),
  );
  const variables = offered.map(([name, { default: value, enum: values, description }]) => ({
    name,
    default: String(value ?? ""),
    ...(values ? { values: values.map(String) } : {}),
    ...(description === undefined ? {} : { description }),
  }));
  return { url, isComplete: isKnown && /^(https?:\/\/|\{)/i.test(url), variables };
}

/** The address that an operation or its path has instead of the API's, without a slash at its end. */
export function readOwnServer(
  { path, item, operation, pointer }: OperationPlace,
  reader: Reader,
): string | undefined {
  const isOwn = operation.servers?.[0] !== undefined;
  const server = operation.servers?.[0] ?? item.servers?.[0];
  const { server: root } = rootServer(reader);
  if (server === undefined || server.url === root?.url) return undefined;
  const url = filled(server.url, server.variables ?? {});
  if (URL.canParse(url) && /^https?:/i.test(url)) return url.replace(/\/$/, "");
  reader.warn(
    [...(isOwn ? pointer : ["paths", path]), "servers", "0", "url"],
    "relative-server",
    `The address ${server.url} of this operation is not absolute, so it is called at the API's own.`,
  );
  return undefined;
}

/** A document without servers may name one at its first path. */
function rootServer(reader: Reader): {
  readonly server: Server | undefined;
  readonly pointer: readonly string[];
} {
  const { servers, paths = {} } = reader.document;
  const [server] = servers ?? [];
  if (server !== undefined) return { server, pointer: ["servers", "0"] };
  for (const [path, each] of Object.entries(paths)) {
    const [own] = reader.resolve<PathItem>(each)?.servers ?? [];
    if (own !== undefined) return { server: own, pointer: ["paths", path, "servers", "0"] };
  }
  return { server: undefined, pointer: [] };
}

function filled(template: string, variables: NonNullable<Server["variables"]>): string {
  return template.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    Object.hasOwn(variables, name) ? String(variables[name]?.default ?? "") : whole,
  );
}

/** What a client's options mean to it, to a `Request` of whatever platform, and to openapi-fetch, which they are handed on to. */
export const clientOptions = [
  "auth",
  "baseUrl",
  "fetch",
  "rateLimit",
  "Request",
  "bodySerializer",
  "headers",
  "pathSerializer",
  "querySerializer",
  "requestInitExt",
  "body",
  "cache",
  "credentials",
  "duplex",
  "integrity",
  "keepalive",
  "method",
  "mode",
  "priority",
  "redirect",
  "referrer",
  "referrerPolicy",
  "signal",
  "window",
  "dispatcher",
  "cf",
  "client",
] as const;

const taken: ReadonlySet<string> = new Set(clientOptions);
