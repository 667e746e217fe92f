import { isRange } from "../../vocabulary/media-type.ts";
import type { AnswerModel, BodyChoice, BodyModel, OperationModel } from "../model/model.ts";
import { realName } from "../model/real-name.ts";
import { docParts } from "./docs.ts";
import type { Code } from "./layout.ts";
import { brackets, hardLine, indent, parentheses, typeArguments } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { milliseconds, object, openObject, scalar, text } from "./literal.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { answerName, answerType, paramsName, paramsType } from "./types.ts";

/**
 * The function that all operations of a client are made with. A compiler asks of each use of an imported name whether a
 * declaration further up has changed it, so that a thousand of them cost a million steps; of a function it does not.
 */
export function defineStatement(scope: Scope): Statement {
  const id = scope.local("id");
  const method = scope.local("method");
  const path = scope.local("path");
  const params = scope.local("params");
  const details = scope.local("details");
  const types = `<${scope.client}, P, B, Id>`;
  return {
    kind: "function",
    name: scope.define,
    isExported: false,
    generics: "<P, B, Id>",
    doc: [],
    parameters: [
      { name: id, type: "string" },
      { name: method, type: "string" },
      { name: path, type: "string" },
      { name: params, type: "string", isOptional: true },
      { name: details, type: scope.type("CallDetails"), isOptional: true },
    ],
    returns: `${scope.type("Operation")}${types}`,
    body: `return ${scope.value("operation")}${types}(${[id, method, path, params, details].join(", ")});`,
  };
}

/** The types of an operation and the operation itself. */
export function operationStatements(operation: OperationModel, scope: Scope): readonly Statement[] {
  return [
    ...operationTypes(operation, scope),
    {
      kind: "constant",
      name: operation.name,
      isExported: true,
      doc: docParts(operation),
      type: [scope.type("Operation"), typeArguments([scope.client, ...typesOf(operation, scope)])],
      value: indent(hardLine, defined(operation, scope)),
    },
  ];
}

/** What goes in and what comes out. */
export function operationTypes(operation: OperationModel, scope: Scope): readonly Statement[] {
  const { name, answer } = operation;
  return [
    {
      kind: "type",
      name: paramsName(operation, scope),
      doc: [`Parameters of \`${name}\`.`],
      type: paramsType(operation, scope),
    },
    ...(answer.kind === "json"
      ? [
          {
            kind: "type" as const,
            name: answerName(operation, scope),
            doc: [`What \`${name}\` gives.`],
            type: answerType(operation, scope),
          },
        ]
      : []),
  ];
}

/** The names of its types: parameters, answer, and its key among the operations of the specification. */
export function typesOf(
  operation: OperationModel,
  scope: Scope,
): readonly [params: string, answer: string, id: string] {
  return [paramsName(operation, scope), answerName(operation, scope), text(operation.typesId)];
}

/**
 * The call that makes an operation; a bundler may leave it out when nobody uses what it gives. Texts one after another
 * cost a compiler less than an object that has them in lists.
 */
export function defined(operation: OperationModel, scope: Scope): Code {
  const { id, method, path } = operation;
  const params = paramsText(operation);
  const details = detailsOf(operation, scope);
  const last = details.length > 0 ? [text(params), object(details)] : params === "" ? [] : [text(params)];
  return [
    `/* @__PURE__ */ ${scope.define}`,
    typeArguments(typesOf(operation, scope)),
    parentheses([text(id), text(method), text(path), ...last]),
  ];
}

/** What the runtime needs to know of an operation besides what each has. */
function detailsOf(operation: OperationModel, scope: Scope): readonly Entry[] {
  const { constants, hasSteps, styles, json, body, answer, server, open, limits } = operation;
  const writer = body && bodyWriter(body.choices[0], scope);
  const names = realNames(operation);
  return [
    ...entry(
      "constants",
      constants.length > 0 && object(constants.map(({ name, value }) => [name, scalar(value)])),
    ),
    ...entry("names", hasKeys(names) && record(names)),
    ...entry("written", json.length > 0 && [scope.pure("jsonParameters"), parentheses(json.map(text))]),
    ...entry("pathSerializer", hasSteps && scope.value("severalSteps")),
    ...entry(
      "querySerializer",
      (hasKeys(styles) || hasReserved(operation)) && [
        scope.pure("urlencoded"),
        "(",
        hasKeys(styles) ? styleRecord(styles) : "",
        ")",
      ],
    ),
    ...entry("body", writer ?? false),
    ...entry("bodies", body !== undefined && body.choices.length > 1 && otherBodies(body, scope)),
    ...entry("server", server !== undefined && text(server)),
    ...entry("read", answerReader(answer, scope)),
    ...entry("empty", /^(json|nothing)$/.test(answer.kind) && answer.nothing && "true"),
    ...entry("open", open && "true"),
    ...entry("limits", limits.length > 0 && brackets(limits.map(limit))),
  ];
}

/**
 * What parameters are called that are given by other names; those in the path are in its template. One such as
 * `constructor` is there by its own, for there is something of that name in every object.
 */
function realNames({ parameters }: OperationModel): Readonly<Record<string, string>> {
  const groups = parameters.filter(({ place }) => place !== "path");
  const renamed = groups.flatMap(({ realNames }) => Object.entries(realNames));
  const own = groups.flatMap(({ names }) => names.filter((name) => name in {}));
  return renamed.length === 0 ? {} : Object.fromEntries([...renamed, ...own.map((name) => [name, name])]);
}

/** openapi-fetch encodes the values in a query, and not the names. */
function hasReserved({ parameters, constants }: OperationModel): boolean {
  const names = parameters.flatMap((group) =>
    group.place === "query" ? group.names.map((name) => realName(group, name)) : [],
  );
  return [...names, ...constants.map(({ name }) => name)].some((name) => /[%&=#+]/.test(name));
}

/** What writes the body, where it is not `application/json`. */
function bodyWriter(choice: BodyChoice, scope: Scope): Code | undefined {
  const { kind, mediaType } = choice;
  switch (kind) {
    case "json":
      return mediaType === "application/json" || isRange(mediaType)
        ? undefined
        : object([["mediaType", text(mediaType)]]);
    case "form":
      return [scope.pure("form"), "(", hasKeys(choice.styles) ? styleRecord(choice.styles) : "", ")"];
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

/** What every object has by its prototype, as `constructor`, a compiler takes for that, and so the style for any text. */
function styleRecord(styles: Readonly<Record<string, string>>): Code {
  const written = (name: string, style: string): string =>
    name in {} ? `${text(style)} as const` : text(style);
  return object(Object.entries(styles).map(([name, style]) => [name, written(name, style)]));
}

function hasKeys(values: object): boolean {
  return Object.keys(values).length > 0;
}

/** Where each parameter goes, as a query has it; `contentType` chooses how the body is written. */
function paramsText({ parameters, constants, body }: OperationModel): string {
  const all = [
    ...parameters.flatMap(({ place, names }) => names.map((name) => ({ place, name }))),
    ...constants,
    ...(body !== undefined && body.choices.length > 1 ? [{ place: "body", name: "contentType" }] : []),
  ];
  return ["path", "query", "header", "body"]
    .flatMap((place) => all.filter((each) => each.place === place))
    .map(({ name, place }) => `${name.replace(/[%&=+?#]/g, encodeURIComponent)}=${place}`)
    .join("&");
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
