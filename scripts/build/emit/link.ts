import type { LinkModel } from "../model/model.ts";
import { openArguments } from "./access.ts";
import type { Code } from "./layout.ts";
import { group, hardLine, indent, line } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { object, text } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** The function from a request and its answer to the parameters of a link. */
export function linkParams({ target, params, url }: LinkModel, scope: Scope): Code {
  const given = openArguments(scope);
  const fields = params.map(([name, value]): Entry => [name, given.readValue(value)]);
  if (url === undefined) {
    const value = object(fields);
    return group(`${given.list()} => (`, value, ")");
  }
  const found = scope.local("found");
  const location = given.read(url.access);
  const call = [scope.value("fromUrl"), "(", given.client(), `, ${target.name}.call, `, location, ")"];
  const read = url.names.map((name): Entry => [name, `${found}[${text(name)}]`]);
  // an optional parameter that the URL lacks is left out
  const rest: readonly Entry[] = url.hasMore ? [[`...${found}`, `...${found}`]] : [];
  const value = object([...rest, ...read, ...fields]);
  return [
    `${given.list()} => {`,
    indent(hardLine, group(`const ${found} =`, indent(line, call), ";"), hardLine, "return ", value, ";"),
    hardLine,
    "}",
  ];
}
