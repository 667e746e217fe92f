import type { Polling, Scalar } from "../../vocabulary/extensions.ts";
import type { Place } from "../document.ts";
import { isObject } from "../document.ts";
import type { Operation } from "../operations.ts";
import { enumAt, names, successBody } from "./answer.ts";
import type { Dialect } from "./dialect.ts";
import { carried, link, poll, startingResponses } from "./dialect.ts";

const extension = "x-ms-long-running-operation";
const options = `${extension}-options`;

/**
 * The answer of such an operation has a header that leads to a status monitor, or to the result; or the resource itself
 * tells in `provisioningState`. https://github.com/Azure/autorest/blob/main/docs/extensions/readme.md
 */
export function readAzure(dialect: Dialect): void {
  for (const starter of dialect.operations) {
    const place = starter.fields.get(extension);
    const given = starter.fields.get(options);
    if (given && place?.value !== true) {
      dialect.report(given, `\`${options}\` is read beside \`${extension}: true\` only, which is not here.`);
    }
    if (place?.value !== true) continue;
    const via = viaOf(given);
    const found = bySame(starter, via, dialect) ?? byHeader(starter, via, dialect);
    if (found === undefined) {
      const header = headerOf(starter, via);
      dialect.report(
        place,
        `\`${starter.name}\` goes on after its answer, and no operation here tells how: neither a status monitor that \`${header}\` can lead to, nor a GET of the same path with \`properties.provisioningState\`. Describe it.`,
      );
      continue;
    }
    const headers = "x-url" in found.link ? carried(starter, found.operation, place, dialect) : {};
    if (headers === undefined) continue;
    const target = poll(found.operation, found.polling, place, dialect);
    link(starter, target, { ...found.link, ...headers }, place, dialect);
  }
}

interface Found {
  readonly operation: Operation;
  readonly polling: Omit<Polling, "job">;
  readonly link: Readonly<Record<string, unknown>>;
}

function viaOf(place: Place | undefined): string | undefined {
  const value = place?.value;
  const via = isObject(value) ? value["final-state-via"] : undefined;
  return typeof via === "string" ? via : undefined;
}

/** The resource that was put or patched tells how it is getting on. */
function bySame(starter: Operation, via: string | undefined, { operations }: Dialect): Found | undefined {
  if (!["PUT", "PATCH"].includes(starter.method) || (via !== undefined && via !== "original-uri"))
    return undefined;
  const operation = operations.find(({ method, path }) => method === "GET" && path === starter.path);
  const state = [["properties", "provisioningState"], ["provisioningState"]].find(
    (pointer) => operation && names(successBody(operation), pointer),
  );
  if (operation === undefined || state === undefined) return undefined;
  const parameters = operation.parameters
    .filter(({ required }) => required)
    .map(({ name, in: where }) => [name, `$request.${where}.${name}`] as const);
  const isGiven = operation.parameters.every(
    (one) => !one.required || starter.parameters.some((own) => own.name === one.name && own.in === one.in),
  );
  if (!isGiven) return undefined;
  const status = `$response.body#/${state.join("/")}`;
  return {
    operation,
    polling: { status, ...lists(enumAt(successBody(operation), state)), ignoreCase: true },
    link: { parameters: Object.fromEntries(parameters) },
  };
}

/** What a header leads to: a GET of the operations, whose answer has a status or is 202 until it is none. */
function byHeader(starter: Operation, via: string | undefined, { operations }: Dialect): Found | undefined {
  const monitors = operations.filter(isMonitor);
  const near = Math.max(...monitors.map((each) => sharedParts(each.path, starter.path)));
  const [operation, ...others] = monitors.filter((each) => sharedParts(each.path, starter.path) === near);
  if (operation === undefined) return undefined;
  const withStatus = [operation, ...others].find((each) => names(successBody(each), ["status"]));
  const chosen = withStatus ?? operation;
  return {
    operation: chosen,
    polling: withStatus ? byStatus(chosen) : byCode(chosen),
    link: { "x-url": `$response.header.${headerOf(starter, via)}` },
  };
}

/** `/operations/{operationId}`, `/operationStatuses/{id}`, `/jobs/{id}/operationResults/{id}` */
function isMonitor(operation: Operation): boolean {
  const { method, path, responses } = operation;
  if (
    method !== "GET" ||
    !/\/(async)?operation(s|status|statuses|result|results)?\/\{[^}]+\}(\/(status|result))?$/i.test(path)
  )
    return false;
  return names(successBody(operation), ["status"]) || responses.some(({ code }) => code === "202");
}

function byStatus(operation: Operation): Omit<Polling, "job"> {
  const body = successBody(operation);
  const code = names(body, ["error", "code"]) ? { code: "$response.body#/error/code" } : {};
  const message = names(body, ["error", "message"]) ? { message: "$response.body#/error/message" } : {};
  const error = { ...code, ...message };
  return {
    status: "$response.body#/status",
    ...lists(enumAt(body, ["status"])),
    ignoreCase: true,
    ...(names(body, ["result"]) ? { result: "$response.body#/result" } : {}),
    ...(names(body, ["percentComplete"]) ? { progress: "$response.body#/percentComplete" } : {}),
    ...(Object.keys(error).length > 0 ? { error } : {}),
  };
}

/** The result stands where the status stood, as soon as there is one. */
function byCode({ responses }: Operation): Omit<Polling, "job"> {
  const ends = responses
    .map(({ code }) => Number(code))
    .filter((code) => code >= 200 && code < 300 && code !== 202);
  return { status: "$statusCode", pending: [202], succeeded: ends.length > 0 ? ends : [200] };
}

/** Three words are the end, in whatever case; every other goes on. */
function lists(values: readonly Scalar[]): Pick<Polling, "pending" | "succeeded" | "failed" | "canceled"> {
  const among = (...words: readonly string[]): readonly Scalar[] => {
    const own = values.filter((value) => words.includes(String(value).toLowerCase()));
    return values.length > 0
      ? own
      : words.slice(0, 1).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  };
  const [succeeded, failed, canceled] = [among("succeeded"), among("failed"), among("canceled", "cancelled")];
  const rest = values.filter((value) => ![...succeeded, ...failed, ...canceled].includes(value));
  return {
    ...(rest.length > 0 ? { pending: rest } : {}),
    succeeded,
    ...(failed.length > 0 ? { failed } : {}),
    ...(canceled.length > 0 ? { canceled } : {}),
  };
}

/** The header that the answer documents, or the one that `final-state-via` names. */
function headerOf(starter: Operation, via: string | undefined): string {
  const documented = startingResponses(starter).flatMap(({ headers }) => [...(headers?.keys() ?? [])]);
  const monitors = ["operation-location", "azure-asyncoperation", "location"];
  const found = monitors.flatMap((name) => documented.filter((each) => each.toLowerCase() === name));
  if (found[0] !== undefined) return found[0];
  if (via === "operation-location") return "Operation-Location";
  return via === "location" ? "Location" : "Azure-AsyncOperation";
}

function sharedParts(one: string, other: string): number {
  const parts = other.split("/");
  const end = one.split("/").findIndex((part, index) => part !== parts[index]);
  return end === -1 ? parts.length : end;
}
