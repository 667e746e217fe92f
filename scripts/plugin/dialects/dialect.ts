import type { Polling } from "../../vocabulary/extensions.ts";
import type { Taken } from "../../vocabulary/job-name.ts";
import { jobName, operationName } from "../../vocabulary/job-name.ts";
import type { Document, Place } from "../document.ts";
import { isObject } from "../document.ts";
import type { Operation, Response } from "../operations.ts";
import { noteOrigin } from "../origins.ts";

/** A description that somebody else's extensions are read in, and changed for. */
export interface Dialect {
  readonly document: Document;
  readonly operations: readonly Operation[];
  readonly taken: Taken;
  /** Says what cannot be read, on the line that says it. */
  readonly report: (place: Place, message: string) => void;
  /** What has been made polled here, by its operation. */
  readonly polled: Map<Operation, string>;
}

/** Declares how an operation is polled, as `from` says; what somebody declared in our words stays. Gives its id. */
export function poll(
  operation: Operation,
  polling: Omit<Polling, "job">,
  from: Place,
  { taken, polled }: Dialect,
): string {
  const known = polled.get(operation);
  if (known !== undefined) return known;
  const id = idOf(operation, taken);
  polled.set(operation, id);
  if (operation.isPolled) return id;
  const noun = operation.path.split("/").findLast((part) => part !== "" && !part.includes("{")) ?? "job";
  const holder = objectAt(operation.place);
  holder["x-polling"] = { job: jobName({ ...operation, id }, [noun], taken), ...polling };
  noteOrigin(operation.place.location.child(["x-polling"]), from.location);
  return id;
}

/** Puts a link to a status on the answers that start a job, unless one leads there already. */
export function link(
  starter: Operation,
  target: string,
  made: Readonly<Record<string, unknown>>,
  from: Place,
  dialect: Dialect,
): void {
  const { document } = dialect;
  const places = document.fields(starter.fields.get("responses"));
  for (const response of startingResponses(starter)) {
    const place = places.get(response.code);
    const end = place && document.follow(place);
    if (!end || !isObject(end.value)) continue;
    const other = end === place ? undefined : otherUser(end, starter, from, dialect);
    if (other !== undefined) {
      const shared = `its ${response.code} response`;
      dialect.report(
        from,
        `\`${starter.name}\` shares ${shared} with \`${other.name}\`, which starts nothing; write it out.`,
      );
      continue;
    }
    const links = objectIn(end.value, "links");
    const isThere = Object.values(links).some((each) => isObject(each) && each.operationId === target);
    if (isThere) continue;
    const name = ["status", "statusOfJob"].find((each) => !(each in links)) ?? "jobStatus";
    links[name] = { operationId: target, ...made };
    noteOrigin(end.location.child(["links", name]), from.location);
  }
}

/** An operation that has the same response, but not the extension. */
function otherUser(
  response: Place,
  starter: Operation,
  from: Place,
  { operations, document }: Dialect,
): Operation | undefined {
  const extension = from.location.pointer.split("/").at(-1) ?? "";
  const address = response.location.absolutePointer;
  return operations.find((each) => {
    if (each === starter || each.fields.has(extension)) return false;
    const places = [...document.fields(each.fields.get("responses")).values()];
    return places.some((place) => document.follow(place)?.location.absolutePointer === address);
  });
}

/**
 * What a link by URL has to carry besides: headers that the status operation requires, from the request that starts. Reports
 * one that this does not have, and gives nothing then.
 */
export function carried(
  starter: Operation,
  monitor: Operation,
  from: Place,
  { report }: Dialect,
): { readonly parameters?: Readonly<Record<string, string>> } | undefined {
  const headers = monitor.parameters.filter(({ required, in: where }) => required && where === "header");
  const lost = headers.find(
    ({ name }) => !starter.parameters.some((own) => own.in === "header" && own.name === name),
  );
  if (lost !== undefined) {
    const what = `\`${monitor.name}\` requires the header \`${lost.name}\`, which \`${starter.name}\` does not have`;
    report(from, `${what}: describe the job, or take the requirement away.`);
    return undefined;
  }
  const parameters = Object.fromEntries(headers.map(({ name }) => [name, `$request.header.${name}`]));
  return headers.length > 0 ? { parameters } : {};
}

/** 202 where there is one: the others are answers of what needs no waiting. */
export function startingResponses({ responses }: Operation): readonly Response[] {
  const success = responses.filter(({ isSuccess }) => isSuccess);
  const accepted = success.filter(({ code }) => code === "202");
  return accepted.length > 0 ? accepted : success;
}

/** An operation without a name gets one, for links to lead to. */
function idOf(operation: Operation, taken: Taken): string {
  if (operation.id !== undefined) return operation.id;
  const id = operationName(operation, taken);
  objectAt(operation.place).operationId = id;
  return id;
}

function objectAt({ value }: Place): Record<string, unknown> {
  if (!isObject(value)) throw new Error("An operation is an object.");
  return value;
}

function objectIn(holder: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = holder[key];
  if (isObject(value)) return value;
  const made: Record<string, unknown> = {};
  holder[key] = made;
  return made;
}
