import type { ServerModel } from "./model.ts";
import type { Reader } from "./reader.ts";

/** The first server of the document: its address, and the variables in it as options of the client. */
export function readServer(reader: Reader): ServerModel {
  const [server] = reader.document.servers ?? [];
  if (server === undefined) {
    reader.fault(["servers"], "no-server", "There is no server; write the address that calls go to.");
    return { url: "", variables: [] };
  }
  const declared = Object.entries(server.variables ?? {});
  const pointer = ["servers", "0"];
  if (!/^(https?:\/\/|\{)/i.test(server.url)) {
    reader.fault(
      [...pointer, "url"],
      "relative-server",
      `The address must be absolute, such as https://api.example.com, not ${server.url}.`,
    );
  }
  for (const [name] of declared) {
    if (!taken.has(name) && !(name in {})) continue;
    reader.fault(
      [...pointer, "variables", name],
      "server-variable-taken",
      `A server variable becomes an option of the client, and there is an option ${name} already; name it otherwise.`,
    );
  }
  const variables = declared.map(([name, { default: value, enum: values, description }]) => ({
    name,
    default: String(value),
    ...(values ? { values: values.map(String) } : {}),
    ...(description === undefined ? {} : { description }),
  }));
  return { url: server.url, variables };
}

/** Options that every client has, most of them openapi-fetch's and those of a `Request`. */
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
] as const;

const taken: ReadonlySet<string> = new Set(clientOptions);
