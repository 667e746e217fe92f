import type { ApiModel } from "../model/model.ts";
import { prose } from "./comment.ts";
import type { Code } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { object, openObject, propertyName, text, union } from "./literal.ts";
import type { Scope } from "./scope.ts";
import type { Property, Statement } from "./statement.ts";

/** The client's type, its options, and the function that makes it. */
export function clientStatements(model: ApiModel, hasErrors: boolean, scope: Scope): readonly Statement[] {
  const { name, title, server, token } = model;
  const options = `${scope.client}Options`;
  const make = scope.value("createClient");
  const facts: readonly Entry[] = [
    ["name", text(name)],
    ["server", serverLiteral(model)],
    ...(token
      ? [["token", object(Object.entries(token).map(([key, value]) => [key, text(value)]))] as const]
      : []),
    ["errors", hasErrors ? scope.errors : "{}"],
  ];
  const argument = scope.local("options");
  return [
    {
      kind: "type",
      name: scope.client,
      doc: [`A client of ${prose(title)}.`],
      type: `${scope.type("Client")}<${text(name)}, ${scope.types("paths")}>`,
    },
    server.variables.length === 0 && server.isComplete
      ? { kind: "type", name: options, doc: [], type: scope.type("ClientOptions") }
      : {
          kind: "interface",
          name: options,
          doc: [],
          extends: scope.type("ClientOptions"),
          properties: [
            ...(server.isComplete ? [] : [address(server.url)]),
            ...server.variables.map((variable) => ({
              name: propertyName(variable.name),
              doc: [`${prose(variable.description)}\n@default ${prose(text(variable.default))}`],
              isOptional: true,
              type: variable.values ? union(variable.values) : "string",
            })),
          ],
        },
    {
      kind: "function",
      name: `create${scope.client}`,
      isExported: true,
      doc: [`Makes a client of ${prose(title)}. Throws a \`TypeError\` on an address that cannot be used.`],
      parameter: { name: argument, type: options, ...(server.isComplete ? { default: "{}" } : {}) },
      returns: scope.client,
      body: [`return ${make}<${text(name)}, ${scope.types("paths")}>(${argument}, `, openObject(facts), ");"],
    },
  ];
}

/** The specification does not say where the service is, or not all of it. */
function address(url: string | undefined): Property {
  const known =
    url === undefined || url === "/" ? "" : ` It says only \`${prose(url).replaceAll("`", "'")}\`.`;
  return {
    name: "baseUrl",
    doc: [`The address of the service, which its specification does not tell.${known}`],
    isOptional: false,
    type: "string",
  };
}

function serverLiteral({ server }: ApiModel): Code {
  const variables = object(server.variables.map(({ name, default: value }) => [name, text(value)]));
  return object([
    ["url", text(server.url ?? "")],
    ...(server.variables.length > 0 ? [["variables", variables] as const] : []),
  ]);
}
