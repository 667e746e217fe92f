import { parseExpression } from "../../vocabulary/expression.ts";
import type { OneOrMore } from "../../vocabulary/extensions.ts";
import { answerSchemas } from "./answer.ts";
import type { Access, OperationModel, Step } from "./model.ts";
import type { Operation, Schema } from "./openapi.ts";
import type { Reader } from "./reader.ts";
import { realName } from "./real-name.ts";
import { requestSchema } from "./request-body.ts";
import type { LeftOut, Place } from "./shape.ts";
import { placeOf } from "./shape.ts";

/** What runtime expressions can refer to: the answer of an operation and the parameters that it was called with. */
export interface Exchange {
  readonly model: OperationModel;
  /** Schemas of the answer's JSON bodies; none when it is a file or nothing. */
  readonly answers: readonly Schema[];
  readonly request: Schema | undefined;
}

export function exchangeOf(model: OperationModel, operation: Operation, reader: Reader): Exchange {
  const isJson = model.answer.kind === "json" && model.answer.or === undefined;
  const answers = isJson ? answerSchemas(operation, reader) : [];
  return { model, answers, request: model.body && requestSchema(operation, reader) };
}

/** Reads one expression. Without an exchange, the answer may be anybody's: nothing is known of its body. */
export function readAccess(
  expression: string,
  exchange: Exchange | undefined,
  pointer: readonly string[],
  reader: Reader,
): Access {
  const parsed = parseExpression(expression);
  switch (parsed?.kind) {
    case "statusCode":
      return { from: "status" };
    case "errorCode":
      return { from: "errorCode" };
    case "response.header":
      return { from: "header", name: parsed.name };
    case "response.body":
      return body("body", parsed.pointer, placesOf(exchange?.answers ?? [], parsed.pointer, reader));
    case "request.body": {
      const schemas = exchange?.request === undefined ? [] : [exchange.request];
      return within(
        "body",
        body("request", parsed.pointer, placesOf(schemas, parsed.pointer, reader, "readOnly")),
      );
    }
    case "request.path":
    case "request.query":
    case "request.header":
      return parameter(parsed.kind, parsed.name, exchange);
    default:
      reader.fault(
        pointer,
        "not-an-expression",
        `${expression} is not a runtime expression such as $response.body#/status.`,
      );
      return { from: "body", path: [], typed: false };
  }
}

/** Reads an expression or a list of them. */
export function readAccesses(
  expressions: OneOrMore<string> | undefined,
  exchange: Exchange | undefined,
  pointer: readonly string[],
  reader: Reader,
): readonly Access[] {
  const at = (index: number): readonly string[] =>
    Array.isArray(expressions) ? [...pointer, String(index)] : pointer;
  return [expressions ?? []].flat().map((each, index) => readAccess(each, exchange, at(index), reader));
}

/** Where a pointer leads in each of the bodies that there may be; `undefined` when the types do not agree on a way. */
export function placesOf(
  schemas: readonly Schema[],
  pointer: readonly string[],
  reader: Reader,
  leftOut: LeftOut = "writeOnly",
): readonly Place[] | undefined {
  const places = schemas.map((schema) => placeOf(schema, pointer, reader, leftOut));
  if (places.length === 0 || !places.every((place) => place !== undefined)) return undefined;
  const [first] = places;
  const isSameWay = places.every(({ path }) =>
    path.every(({ step }, index) => step === first?.path[index]?.step),
  );
  return isSameWay ? places : undefined;
}

function body(
  from: "body" | "request",
  pointer: readonly string[],
  places: readonly Place[] | undefined,
): Access {
  const steps = places?.[0]?.path.map(({ step }) => step);
  return { from, path: steps ?? pointer.map(asStep), typed: steps !== undefined };
}

/** Indexes are numbers; `at` takes them for names of properties as well. */
function asStep(token: string): Step {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : token;
}

function within(name: string, access: Access): Access {
  return access.from === "request" ? { ...access, path: [name, ...access.path] } : access;
}

/** Parameters stand side by side by name, wherever they go; names of headers have no case. */
function parameter(
  kind: "request.path" | "request.query" | "request.header",
  name: string,
  exchange: Exchange | undefined,
): Access {
  const fold = (text: string): string => (kind === "request.header" ? text.toLowerCase() : text);
  const found = exchange?.model.parameters
    .filter(({ place }) => kind === `request.${place}`)
    .flatMap((group) => group.names.map((given) => ({ given, real: realName(group, given) })))
    .find(({ real }) => fold(real) === fold(name))?.given;
  const typed = found !== undefined && !(found in {});
  return { from: "request", path: [found ?? name], typed };
}
