import type { Field, LinkModel, OperationModel } from "../model/model.ts";
import { openArguments } from "./access.ts";
import type { Code } from "./layout.ts";
import { group, hardLine, indent, line } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { object, text } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** The function from a request and its answer to the parameters of a link. */
export function linkParams({ target, params, url }: LinkModel, scope: Scope): Code {
  const given = openArguments(scope);
  const read = ([name, value]: Field): Entry => [name, given.readValue(value)];
  // an optional parameter that turns out empty is left out
  const optional = params.filter((param) => mayBeLeftOut(param, target));
  const fields = [
    ...params.filter((param) => !optional.includes(param)).map(read),
    ...(optional.length > 0 ? [present(object(optional.map(read)), scope)] : []),
  ];
  if (url === undefined) {
    const value = object(fields);
    return group(`${given.list()} => (`, value, ")");
  }
  const found = scope.local("found");
  const location = given.read(url.access);
  const call = [scope.value("fromUrl"), "(", given.client(), `, ${target.name}.call, `, location, ")"];
  const inUrl = url.names.map((name): Entry => [name, `${found}[${text(name)}]`]);
  // an optional parameter that the URL lacks is left out
  const rest: readonly Entry[] = url.hasMore ? [[found, found, "spread"]] : [];
  const value = object([...rest, ...inUrl, ...fields]);
  return [
    `${given.list()} => {`,
    indent(hardLine, group(`const ${found} =`, indent(line, call), ";"), hardLine, "return ", value, ";"),
    hardLine,
    "}",
  ];
}

function mayBeLeftOut([name, value]: Field, { parameters, body }: OperationModel): boolean {
  if (value.kind !== "access") return false;
  return name === "body"
    ? body?.required !== true
    : !parameters.some(({ required }) => required.includes(name));
}

function present(fields: Code, scope: Scope): Entry {
  return ["present", [`${scope.value("present")}(`, fields, ")"], "spread"];
}
