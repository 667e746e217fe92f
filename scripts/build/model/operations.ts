import { acceptedResponses, readAnswer } from "./answer.ts";
import type { Credential } from "./credentials.ts";
import type { OperationModel } from "./model.ts";
import type { Link, Operation } from "./openapi.ts";
import type { NamedOperation } from "./operation-names.ts";
import { nameOperations } from "./operation-names.ts";
import type { OperationPlace } from "./operation-places.ts";
import { operationPlaces } from "./operation-places.ts";
import { readParameters } from "./parameters.ts";
import { readPath } from "./path.ts";
import { readRateLimits } from "./rate-limits.ts";
import type { Reader } from "./reader.ts";
import { checkMediaTypes, checkPartHeaders, readRequestBody } from "./request-body.ts";
import { takesTokens } from "./security.ts";
import { readOwnServer } from "./server.ts";
import { whyLeftOut } from "./unsupported.ts";

/** An operation as the document has it, and as the client has it. */
export interface Found {
  readonly operation: Operation;
  readonly model: OperationModel;
  readonly pointer: readonly string[];
}

/** Every operation under `paths` that can be called, in the order of the paths and then of the methods as written. */
export function findOperations(api: string, reader: Reader): readonly NamedOperation[] {
  const places = operationPlaces(reader).filter((place) => canBeCalled(place, reader));
  return nameOperations(places, api, reader);
}

export function readOperations(
  all: readonly NamedOperation[],
  credentials: readonly Credential[],
  reader: Reader,
): readonly Found[] {
  const isSecured = takesTokens([reader.document, ...all.map(({ operation }) => operation)]);
  checkIdsTwice(all, reader);
  return all.map((each) => {
    const { operation, pointer } = each;
    return { operation, pointer, model: readOperation(each, { isSecured, credentials }, reader) };
  });
}

/** The linter has told of every id that is used twice; where jobs may depend on it, that is grave. */
function checkIdsTwice(places: readonly OperationPlace[], reader: Reader): void {
  if (!places.some(({ operation }) => operation["x-polling"] !== undefined)) return;
  const links = ({ operation }: OperationPlace): readonly Link[] =>
    acceptedResponses(operation, reader).flatMap(({ response }) =>
      Object.values(response.links ?? {}).flatMap((link) => reader.resolve<Link>(link) ?? []),
    );
  const seen = new Map<string, OperationPlace[]>();
  for (const place of places) {
    const { operationId } = place.operation;
    if (operationId !== undefined) seen.set(operationId, [...(seen.get(operationId) ?? []), place]);
  }
  const twice = [...seen].filter(([, same]) => same.length > 1);
  if (twice.length === 0) return;
  const targets = new Set(places.flatMap(links).map(({ operationId }) => operationId));
  for (const [id, same] of twice) {
    const isOfJob = same.some(
      (place) => place.operation["x-polling"] !== undefined || links(place).length > 0,
    );
    if (!targets.has(id) && !isOfJob) continue;
    for (const { pointer } of same.slice(1)) {
      reader.fault(
        [...pointer, "operationId"],
        "operation-id-twice",
        `Another operation has the operationId ${id} too, so nobody knows which one a link means; rename one.`,
      );
    }
  }
}

function canBeCalled(place: OperationPlace, reader: Reader): boolean {
  const fault = whyLeftOut(place, reader);
  if (fault === undefined) return true;
  const { method, path, pointer, operation } = place;
  const { code, reason, at = [] } = fault;
  const message = `${method} ${path} is left out: ${reason}`;
  // a job that cannot be asked is no small loss
  const isPolled = operation["x-polling"] !== undefined;
  if (isPolled) reader.fault([...pointer, ...at], code, message);
  else reader.warn([...pointer, ...at], code, message);
  return false;
}

function readOperation(
  place: NamedOperation,
  { isSecured, credentials }: { readonly isSecured: boolean; readonly credentials: readonly Credential[] },
  reader: Reader,
): OperationModel {
  const { id, typesId, name, method, item, operation, pointer } = place;
  const { summary, description } = operation;
  const itemPointer = ["paths", place.path];
  const body = canHaveBody(place, reader) ? bodyOf(operation, reader) : undefined;
  if (body) checkMediaTypes(place, reader);
  if (body) checkPartHeaders(place, reader);
  const bodyNames = ["body", ...(body && body.choices.length > 1 ? ["contentType"] : [])];
  const { parameters, sent, constants, styles, json } = readParameters(
    item,
    operation,
    { itemPointer, pointer, bodyNames, credentials },
    reader,
  );
  const { path, hasSteps, query } = readPath(place.path, parameters);
  const { accept, ...answer } = readAnswer(place, reader);
  const server = readOwnServer(place, reader);
  return {
    id,
    typesId,
    name,
    pointer,
    method,
    path,
    hasSteps,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    deprecated: operation.deprecated === true,
    parameters,
    sent,
    constants: [
      ...constants,
      ...query.filter((each) => !constants.some(({ name }) => name === each.name)),
      ...(accept === undefined ? [] : [{ place: "header" as const, name: "Accept", value: accept }]),
    ],
    styles,
    json,
    ...(body ? { body } : {}),
    answer,
    ...(server === undefined ? {} : { server }),
    limits: readRateLimits(operation),
    open: isSecured && !takesTokens([{ security: operation.security ?? reader.document.security ?? [] }]),
  };
}

function bodyOf(operation: Operation, reader: Reader): OperationModel["body"] {
  const body = readRequestBody(operation, reader);
  return body === "unsupported" ? undefined : body;
}

/** `fetch` refuses to send a body with these. */
function canHaveBody({ method, path, operation, pointer }: OperationPlace, reader: Reader): boolean {
  if (operation.requestBody === undefined || !/^(GET|HEAD)$/i.test(method)) return true;
  reader.warn(
    [...pointer, "requestBody"],
    "unsupported-body",
    `The request body of ${method} ${path} is left out: \`fetch\` sends none with ${method}.`,
  );
  return false;
}
