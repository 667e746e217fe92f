import type { ApiModel, TokenModel } from "../model/model.ts";
import { isNameAndSecret, isWholeHeader } from "../model/security.ts";
import { prose } from "./comment.ts";
import { shown } from "./docs.ts";
import type { Code } from "./layout.ts";
import { group, parentheses } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { object, openObject, propertyName, text, union } from "./literal.ts";
import type { Scope } from "./scope.ts";
import type { Property, Statement } from "./statement.ts";

/** The client's type, its options, and the function that makes it. */
export function clientStatements(model: ApiModel, hasErrors: boolean, scope: Scope): readonly Statement[] {
  const { name, title, server, token } = model;
  const options = `${scope.client}Options`;
  const argument = scope.local("options");
  const make = scope.value("createClient");
  const known = [text(name), scope.types("paths"), scope.types("operations")].join(", ");
  const facts: readonly Entry[] = [
    ["name", text(name)],
    ["server", serverAddress(model, argument, scope)],
    ...(token ? [["token", tokenPlace(token, scope)] as const] : []),
    ...(hasErrors ? [["errors", scope.errors] as const] : []),
  ];
  return [
    {
      kind: "type",
      name: scope.client,
      doc: [`A client of ${prose(title)}.`],
      type: `${scope.type("Client")}<${known}>`,
    },
    server.variables.length === 0 && server.isComplete && token !== undefined
      ? { kind: "type", name: options, doc: [], type: scope.type("ClientOptions") }
      : {
          kind: "interface",
          name: options,
          doc: [],
          extends: scope.type("ClientOptions"),
          properties: [
            ...(server.isComplete ? [] : [address(server.url)]),
            ...(token ? [] : [signerAlone(scope)]),
            ...server.variables.map((variable) => ({
              name: propertyName(variable.name),
              doc: [`${shown(variable.description)}\n@default ${prose(text(variable.default))}`],
              isOptional: true,
              type: variable.values ? union(variable.values) : "string",
            })),
          ],
        },
    {
      kind: "function",
      name: `create${scope.client}`,
      isExported: true,
      doc: [
        `Makes a client of ${prose(title)}. Throws a \`TypeError\` on an address that cannot be used.`,
        ...whereTokensGo(token),
      ],
      parameters: [{ name: argument, type: options, ...(server.isComplete ? { default: "{}" } : {}) }],
      returns: scope.client,
      body: [
        `return ${make}<${known}>(`,
        token ? argument : `${scope.value("withoutToken")}(${argument})`,
        ", ",
        openObject(facts),
        ");",
      ],
    },
  ];
}

/** What a caller puts into `auth` is less than what is sent, or all of it. */
function whereTokensGo(token: TokenModel | undefined): readonly string[] {
  if (token === undefined)
    return ["Its specification declares no token, so `auth` takes none, only a signer."];
  const { in: place, name, prefix = "", description } = token;
  const code = (written: string): string => `\`${prose(written).replaceAll("`", "'")}\``;
  const sent =
    place === "query"
      ? `in the query, as ${code(`${name}=…`)}`
      : `as the header ${code(`${name}: ${prefix}…`)}`;
  const before = prefix === "" ? "" : `; ${code(prefix.trim())} is put before it`;
  const how = isWholeHeader(token) ? `, as it is: ${wordBefore}` : before;
  return [
    `A token in \`auth\` is sent ${sent}${how}.${isNameAndSecret(token) ? nameAndSecret : ""}`,
    ...(description ? saidOfTokens(shown(description)) : []),
  ];
}

/** Lists and the like, of which Markdown sees where they begin, stand apart. */
function saidOfTokens(words: string): readonly string[] {
  const intro = "The specification says of it:";
  const isParagraph = !/\n\s*\n|^\s*(#|>|\||```|~~~|[-*+] |\d+[.)] )/m.test(words);
  return isParagraph ? [`${intro} ${words}`] : [intro, words];
}

const nameAndSecret = ' It is name and secret in base64: `auth: btoa("name:secret")`.';

const wordBefore =
  'what a service wants before the key, such as `Token` and a space, belongs into `auth`, too, as in `auth: "Token my-key"`';

/** The specification does not say where the service is, or not all of it. */
function address(url: string | undefined): Property {
  const isKnown = url !== undefined && url !== "/";
  const known = isKnown ? `tells only \`${prose(url).replaceAll("`", "'")}\`` : "does not tell it";
  return {
    name: "baseUrl",
    doc: [`The whole address of the service: its specification ${known}.`],
    isOptional: false,
    type: "string",
  };
}

/** There is no place for a token; a signer needs none. */
function signerAlone(scope: Scope): Property {
  return {
    name: "auth",
    doc: ["A signer: the specification names no place for a token."],
    isOptional: true,
    type: scope.type("SignerAsNoTokenIsDeclared"),
  };
}

/** Its template is filled by the runtime; where nothing has to be filled in, the runtime need not be able to. */
function serverAddress({ server }: ApiModel, argument: string, scope: Scope): Code {
  const template = text(server.url ?? "");
  if (server.variables.length === 0) return template;
  const usual = object(server.variables.map(({ name, default: value }) => [name, text(value)]));
  return group(scope.value("serverUrl"), parentheses([template, usual, argument]));
}

function tokenPlace({ in: place, name, prefix }: TokenModel, scope: Scope): Code {
  const words = [name, ...(prefix === undefined ? [] : [prefix])];
  return group(scope.value(place === "query" ? "inQuery" : "inHeader"), parentheses(words.map(text)));
}
