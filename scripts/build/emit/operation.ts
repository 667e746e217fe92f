import { isRange } from "../../vocabulary/media-type.ts";
import type { AnswerModel, BodyChoice, BodyModel, OperationModel } from "../model/model.ts";
import { docParts } from "./docs.ts";
import type { Code } from "./layout.ts";
import { brackets, hardLine, indent, typeArguments } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { array, milliseconds, object, openObject, scalar, text } from "./literal.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { answerName, answerType, paramsName, paramsType } from "./types.ts";

/**
 * The function that all operations of a client are made with. A compiler asks of each use of an imported name whether a
 * declaration further up has changed it, so that a thousand of them cost a million steps; of a function it does not.
 */
export function defineStatement(scope: Scope): Statement {
  const call = scope.local("call");
  const types = `<${scope.client}, P, B, Id>`;
  return {
    kind: "function",
    name: scope.define,
    isExported: false,
    generics: "<P, B, Id>",
    doc: [],
    parameter: { name: call, type: scope.type("Call") },
    returns: `${scope.type("Operation")}${types}`,
    body: `return ${scope.value("operation")}${types}(${call});`,
  };
}

/** The types of an operation and the operation itself. */
export function operationStatements(operation: OperationModel, scope: Scope): readonly Statement[] {
  const types = [paramsName(operation), answerName(operation, scope), text(operation.typesId)];
  return [
    ...operationTypes(operation, scope),
    {
      kind: "constant",
      name: operation.name,
      isExported: true,
      doc: docParts(operation),
      type: [scope.type("Operation"), typeArguments([scope.client, ...types])],
      value: pureCall(scope.define, typeArguments(types), ["(", callLiteral(operation, scope), ")"]),
    },
  ];
}

/** What goes in and what comes out. */
export function operationTypes(operation: OperationModel, scope: Scope): readonly Statement[] {
  const { name, answer } = operation;
  return [
    {
      kind: "type",
      name: paramsName(operation),
      doc: [`Parameters of {@link ${name}}.`],
      type: paramsType(operation, scope),
    },
    ...(answer.kind === "json"
      ? [
          {
            kind: "type" as const,
            name: answerName(operation, scope),
            doc: [`What {@link ${name}} gives.`],
            type: answerType(operation, scope),
          },
        ]
      : []),
  ];
}

/** A call that a bundler may leave out when nobody uses what it gives. */
export function pureCall(name: string, types: Code, parameters: Code): Code {
  return indent(hardLine, "/* @__PURE__ */ ", name, types, parameters);
}

/** What the runtime needs to know of an operation. */
export function callLiteral(operation: OperationModel, scope: Scope): Code {
  const { id, method, path, constants, styles, body, answer, server, open, limits } = operation;
  const places = placesOf(operation);
  const writer = body && bodyWriter(body.choices[0], scope);
  // those in the path are in its template
  const names = Object.assign(
    {},
    ...operation.parameters.filter(({ place }) => place !== "path").map(({ realNames }) => realNames),
  );
  return openObject([
    ["id", text(id)],
    ["method", text(method)],
    ["path", text(path)],
    ...entry("params", places.length > 0 && object(places)),
    ...entry(
      "constants",
      constants.length > 0 && object(constants.map(({ name, value }) => [name, scalar(value)])),
    ),
    ...entry("names", hasKeys(names) && record(names)),
    ...entry("querySerializer", hasKeys(styles) && [scope.pure("urlencoded"), "(", record(styles), ")"]),
    ...entry("body", writer ?? false),
    ...entry("bodies", body !== undefined && body.choices.length > 1 && otherBodies(body, scope)),
    ...entry("server", server !== undefined && text(server)),
    ...entry("read", answerReader(answer, scope)),
    ...entry("empty", /^(json|nothing)$/.test(answer.kind) && answer.nothing && "true"),
    ...entry("open", open && "true"),
    ...entry("limits", limits.length > 0 && brackets(limits.map(limit))),
  ]);
}

/** What writes the body, where it is not `application/json`. */
function bodyWriter(choice: BodyChoice, scope: Scope): Code | undefined {
  const { kind, mediaType } = choice;
  switch (kind) {
    case "json":
      return mediaType === "application/json" || isRange(mediaType)
        ? undefined
        : object([["headers", object([["content-type", text(mediaType)]])]]);
    case "form":
      return [scope.pure("form"), "(", hasKeys(choice.styles) ? record(choice.styles) : "", ")"];
    case "multipart":
      return [scope.pure("multipart"), "(", hasKeys(choice.types) ? record(choice.types) : "", ")"];
    default:
      // a range is no type: a `Blob` knows its own
      return [scope.pure("raw"), "(", isRange(mediaType) ? "null" : text(mediaType), ")"];
  }
}

function otherBodies({ choices: [, ...others] }: BodyModel, scope: Scope): Code {
  return openObject(others.map((choice) => [choice.mediaType, bodyWriter(choice, scope) ?? "{}"]));
}

function answerReader({ kind, or }: AnswerModel, scope: Scope): Code | false {
  if (or !== undefined) return scope.value(or === "file" ? "downloadUnlessJson" : "textUnlessJson");
  if (kind === "text") return scope.value("plainText");
  return kind === "file" && scope.value("download");
}

function record(values: Readonly<Record<string, string>>): Code {
  return object(Object.entries(values).map(([name, value]) => [name, text(value)]));
}

function hasKeys(values: object): boolean {
  return Object.keys(values).length > 0;
}

/** The names of the parameters by their place; `contentType` chooses how the body is written. */
function placesOf({ parameters, constants, body }: OperationModel): readonly Entry[] {
  const all = [
    ...parameters.flatMap(({ place, names }) => names.map((name) => ({ place, name }))),
    ...constants,
    ...(body !== undefined && body.choices.length > 1 ? [{ place: "body", name: "contentType" }] : []),
  ];
  return ["path", "query", "header", "body"].flatMap((place): readonly Entry[] => {
    const names = all.filter((each) => each.place === place).map(({ name }) => name);
    return names.length === 0 ? [] : [[place, array(names)]];
  });
}

function limit({ requests, per, bucket }: OperationModel["limits"][number]): Code {
  return object([
    ["requests", scalar(requests)],
    ["per", milliseconds(per)],
    ...entry("bucket", bucket !== undefined && text(bucket)),
  ]);
}

function entry(name: string, value: Code | false): readonly Entry[] {
  return value === false ? [] : [[name, value]];
}
