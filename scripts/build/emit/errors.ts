import type { Access, ErrorsModel } from "../model/model.ts";
import { openArguments } from "./access.ts";
import type { Code } from "./layout.ts";
import { group, indent, line } from "./layout.ts";
import type { Entry } from "./literal.ts";
import { array, openObject } from "./literal.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";

/** The constant with the API's error rules; nothing when it has none. */
export function errorStatements(errors: ErrorsModel, scope: Scope): readonly Statement[] {
  const meanings = statuses.flatMap(([status, list]): readonly Entry[] => {
    const codes = errors[list];
    return codes ? [[status, array(codes)]] : [];
  });
  const entries: readonly Entry[] = [
    ...(["code", "message", "requestId"] as const).flatMap((name) =>
      errors[name].length === 0 ? [] : [[name, reader(errors[name], scope)] as const],
    ),
    ...(errors.ok ? [["ok", array(errors.ok)] as const] : []),
    ...(meanings.length > 0 ? [["means", openObject(meanings)] as const] : []),
    ...(errors.retryAfter ? [["retryAfter", array(errors.retryAfter)] as const] : []),
  ];
  if (entries.length === 0) return [];
  return [
    {
      kind: "constant",
      name: scope.errors,
      isExported: false,
      doc: [],
      type: scope.type("ErrorRules"),
      value: [scope.pure("errorRules"), "(", openObject(entries), ")"],
    },
  ];
}

/** The HTTP statuses that the codes in a list stand for. */
const statuses = [
  ["401", "renew"],
  ["404", "notFound"],
  ["429", "retry"],
  ["503", "unavailable"],
] as const;

function reader(accesses: readonly Access[], scope: Scope): Code {
  const given = openArguments(scope);
  const value = given.readFirst(accesses);
  return group(`(${given.answer() ?? ""}) =>`, indent(line, value));
}
