import type { ApiModel, ServerModel } from "../model/model.ts";
import type { Change } from "./change.ts";
import { general, grouped } from "./change.ts";
import { operationPairs } from "./pairs.ts";

/** What a client calls where its maker gives no address, and the options that the address is made of. */
export function compareServers(before: ApiModel, after: ApiModel): readonly Change[] {
  return [
    ...compareAddresses(before.server, after.server),
    ...compareVariables(before.server, after.server),
    ...compareOwnServers(before, after),
  ];
}

function compareAddresses(old: ServerModel, now: ServerModel): readonly Change[] {
  const [was, is] = [addressOf(old), addressOf(now)];
  if (is === undefined && was !== undefined)
    return [
      general(
        "major",
        "base-url-required",
        "A client has to be given its `baseUrl` now: no server is told of.",
      ),
    ];
  if (is === undefined || is === was) return [];
  return was === undefined
    ? [
        general(
          "minor",
          "base-url-optional",
          `A client need not be given a \`baseUrl\` any more: it calls ${is}.`,
        ),
      ]
    : [
        general(
          "major",
          "server-changed",
          `A client that is given no \`baseUrl\` calls ${is} now, not ${was}.`,
        ),
      ];
}

/** With the defaults filled in; `undefined` where a caller has to give it. */
function addressOf({ url = "", isComplete, variables }: ServerModel): string | undefined {
  if (!isComplete) return undefined;
  const defaults = new Map(variables.map(({ name, default: value }) => [name, value]));
  return url
    .replace(/\{([^{}]*)\}/g, (whole, name: string) => defaults.get(name) ?? whole)
    .replace(/\/$/, "");
}

function compareVariables(
  { variables: old }: ServerModel,
  { variables: now }: ServerModel,
): readonly Change[] {
  const added = now.filter(({ name }) => !old.some((each) => each.name === name));
  return [
    ...old.flatMap(({ name, values: could }): readonly Change[] => {
      const other = now.find((each) => each.name === name);
      if (other === undefined)
        return [general("major", "option-removed", `A client has no option \`${name}\` any more.`)];
      const { values: can } = other;
      if (can === undefined) return [];
      const lost = could?.filter((value) => !can.includes(value));
      if (lost?.length === 0) return [];
      const message = lost ? `may not be ${list(lost)} any more` : `may only be ${list(can)} now`;
      return [general("major", "option-narrowed", `The option \`${name}\` of a client ${message}.`)];
    }),
    ...added.map(({ name }) => general("minor", "option-added", `A client has the new option \`${name}\`.`)),
  ];
}

function list(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" or ");
}

/** Operations that have an address of their own, or had one. */
function compareOwnServers(before: ApiModel, after: ApiModel): readonly Change[] {
  const [was, is] = [before, after].map(({ server }) => addressOf(server));
  const told = operationPairs(before, after).flatMap(([old, { name, server }]) => {
    if ((old.server === undefined && server === undefined) || (old.server ?? was) === (server ?? is))
      return [];
    const [there, here] = [old.server, server].map((each) => each ?? "the address of the API");
    return [[name, `It is called at ${here} now, not at ${there}.`] as const];
  });
  return grouped("major", "server-changed", told);
}
