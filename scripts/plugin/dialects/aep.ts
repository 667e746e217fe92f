import type { Polling } from "../../vocabulary/extensions.ts";
import type { Operation } from "../operations.ts";
import { names, successBody } from "./answer.ts";
import type { Dialect } from "./dialect.ts";
import { carried, link, poll, startingResponses } from "./dialect.ts";

const extension = "x-aep-long-running-operation";

/**
 * AEP-151: the answer is an Operation, `path` in it says where it is asked for, and `done` whether it has ended, with
 * `error` or `response`. https://aep.dev/151
 */
export function readAep(dialect: Dialect): void {
  const starters = dialect.operations.filter(({ fields }) => fields.has(extension));
  if (starters.length === 0) return;
  const monitor = dialect.operations.find(isMonitor);
  for (const starter of starters) {
    const place = starter.fields.get(extension);
    if (place === undefined) continue;
    if (monitor === undefined) {
      dialect.report(
        place,
        `\`${starter.name}\` answers with an operation, and no GET of \`…/operations/{…}\` with \`done\` in its answer tells how one is getting on; describe it.`,
      );
      continue;
    }
    const pathIn = whereItSays(starter);
    if (pathIn === undefined) {
      dialect.report(
        place,
        `The answer of \`${starter.name}\` names neither \`path\` nor \`name\`, by which \`${monitor.name}\` is asked; describe it.`,
      );
      continue;
    }
    const headers = carried(starter, monitor, place, dialect);
    if (headers === undefined) continue;
    const target = poll(monitor, pollingOf(monitor), place, dialect);
    link(starter, target, { "x-url": `$response.body#/${pathIn}`, ...headers }, place, dialect);
  }
}

/** `GET /operations/{operation_id}` */
function isMonitor(operation: Operation): boolean {
  const { method, path } = operation;
  return method === "GET" && /operations\/\{[^}]+\}$/i.test(path) && names(successBody(operation), ["done"]);
}

/** AEP says `path`, and the Google APIs that it comes from say `name`. */
function whereItSays(starter: Operation): string | undefined {
  const bodies = startingResponses(starter).flatMap(({ body }) => (body === undefined ? [] : [body]));
  return ["path", "name"].find((name) => bodies.length > 0 && bodies.every((body) => names(body, [name])));
}

function pollingOf(monitor: Operation): Omit<Polling, "job"> {
  const body = successBody(monitor);
  const error = {
    ...(names(body, ["error", "code"]) ? { code: "$response.body#/error/code" } : {}),
    ...(names(body, ["error", "message"]) ? { message: "$response.body#/error/message" } : {}),
  };
  return {
    status: "$response.body#/done",
    pending: [false],
    succeeded: [true],
    // as in Protocol Buffers, false may be left out
    missing: "pending",
    ...(names(body, ["error"]) ? { failedIf: "$response.body#/error" } : {}),
    ...(names(body, ["response"]) ? { result: "$response.body#/response" } : {}),
    ...(Object.keys(error).length > 0 ? { error } : {}),
  };
}
