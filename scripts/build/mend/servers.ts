import type { Node } from "./value.ts";
import { isNode, keepIf, keepNodes } from "./value.ts";

/** Leaves only what is an address, with variables that have texts. */
export function mendServers(holder: Node): void {
  keepIf(holder, "servers", Array.isArray);
  if (!Array.isArray(holder.servers)) return;
  const servers = holder.servers.filter(
    (server: unknown): server is Node => isNode(server) && typeof server.url === "string",
  );
  holder.servers = servers;
  for (const server of servers) {
    for (const variable of keepNodes(server, "variables")) {
      keepIf(variable, "description", (value) => typeof value === "string");
      keepIf(variable, "default", isScalar);
      keepIf(variable, "enum", (values) => Array.isArray(values) && values.every(isScalar));
    }
  }
}

function isScalar(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
