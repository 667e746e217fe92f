import type { Polling } from "../../vocabulary/extensions.ts";
import { exchangeOf } from "./access.ts";
import { acceptedResponses } from "./answer.ts";
import { readCredentials, sayUndeclared } from "./credentials.ts";
import { readErrors } from "./errors.ts";
import { readJob } from "./job.ts";
import { readLink } from "./links.ts";
import type { ApiModel, JobModel, LinkModel, StarterModel } from "./model.ts";
import { checkNames } from "./name-check.ts";
import type { Document } from "./openapi.ts";
import type { NamedOperation } from "./operation-names.ts";
import type { Found } from "./operations.ts";
import { findOperations, readOperations } from "./operations.ts";
import { checkOtherTokens } from "./other-tokens.ts";
import type { Fault, Reader } from "./reader.ts";
import { openReader } from "./reader.ts";
import { readToken } from "./security.ts";
import { readServer } from "./server.ts";

/**
 * Reads a bundled document that the linter has passed. With faults, the model is not fit to be generated. `onNamed` gets the
 * operations before they are read, which takes a while.
 */
export function readApi(
  document: Document,
  name: string,
  onNamed?: (operations: readonly NamedOperation[]) => void,
): { readonly model: ApiModel; readonly faults: readonly Fault[] } {
  const reader = openReader(document);
  const named = findOperations(name, reader);
  onNamed?.(named);
  const credentials = readCredentials(named, reader);
  const operations = readOperations(named, credentials, reader);
  const polled = operations.filter(({ operation }) => operation["x-polling"] !== undefined);
  const jobs = polled.map((found) => ({ found, job: jobOf(found, operations, reader) }));
  const token = readToken(
    operations.map(({ operation }) => operation),
    credentials,
    reader,
  );
  checkOtherTokens(operations, token, reader);
  sayUndeclared(credentials, token, reader);
  const model: ApiModel = {
    name,
    title: document.info.title || name,
    server: readServer(reader),
    ...(token ? { token } : {}),
    errors: readErrors(reader),
    isLimited: operations.some(isLimited),
    operations: operations.map((found) => found.model),
    jobs: jobs.map(({ job }) => job),
    starters: operations.flatMap((found) => starterOf(found, jobs, operations, reader) ?? []),
  };
  checkNames(model, operations, reader);
  return { model, faults: reader.faults };
}

function isLimited({ model, operation }: Found): boolean {
  const statuses = Object.keys(operation.responses ?? {});
  return model.limits.length > 0 || statuses.some((status) => /^(429|4XX|default)$/i.test(status));
}

function jobOf(found: Found, operations: readonly Found[], reader: Reader): JobModel {
  const { operation, model, pointer } = found;
  // the rules of the plugin have seen that it has this shape
  const polling = reader.resolve(operation["x-polling"] as Polling | undefined) as Polling;
  const exchange = exchangeOf(model, operation, reader);
  const links = new Map<string, LinkModel>();
  for (const { name, read } of linksOf(found, operations, reader)) {
    // several answers may have one link, and those agree
    if (!links.has(name)) links.set(name, read());
  }
  return readJob(polling, exchange, [...links.values()], [...pointer, "x-polling"], reader);
}

/** An operation starts a job when an answer of it links to the operation that tells a job's status. */
function starterOf(
  found: Found,
  jobs: readonly { readonly found: Found; readonly job: JobModel }[],
  operations: readonly Found[],
  reader: Reader,
): StarterModel | undefined {
  if (jobs.length === 0 || jobs.some((each) => each.found === found)) return undefined;
  for (const { target, read } of linksOf(found, operations, reader)) {
    const polled = jobs.find((each) => each.found === target);
    if (polled) return { operation: found.model, job: polled.job, link: read() };
  }
  return undefined;
}

interface FoundLink {
  readonly name: string;
  readonly target: Found;
  readonly read: () => LinkModel;
}

/** The links of all 2xx answers, in the order written. */
function linksOf(found: Found, operations: readonly Found[], reader: Reader): readonly FoundLink[] {
  const { operation, model, pointer } = found;
  const exchange = exchangeOf(model, operation, reader);
  return acceptedResponses(operation, reader).flatMap(({ status, response }) =>
    Object.entries(response.links ?? {}).flatMap(([name, each]): readonly FoundLink[] => {
      const link = reader.resolve(each);
      const target = operations.find(({ model: { id } }) => id === link?.operationId);
      if (link === undefined || target === undefined) return [];
      const at = [...pointer, "responses", status, "links", name];
      const read = (): LinkModel =>
        readLink(name, link, { exchange, target: target.model, pointer: at }, reader);
      return [{ name, target, read }];
    }),
  );
}
