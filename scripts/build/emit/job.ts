import type { ApiModel, JobModel, LinkModel, StarterModel } from "../model/model.ts";
import { openArguments } from "./access.ts";
import { firstWords } from "./docs.ts";
import type { Code } from "./layout.ts";
import { group, indent, line, parentheses, typeArguments } from "./layout.ts";
import { linkParams } from "./link.ts";
import type { Entry } from "./literal.ts";
import { milliseconds, object, openObject, propertyName, text, union } from "./literal.ts";
import { readMethod, readsRefusals } from "./read.ts";
import type { Scope } from "./scope.ts";
import type { Property, Statement } from "./statement.ts";
import { answerName, paramsName, resultType, statusType } from "./types.ts";

/** The types of a job and the job itself. */
export function jobStatements(
  job: JobModel,
  { name: api, starters, isLimited }: ApiModel,
  scope: Scope,
): readonly Statement[] {
  const durations = Object.entries(job.pace).map(([key, ms]): Entry => [key, milliseconds(ms)]);
  const pacing: readonly Entry[] = job.progress ? [["pacing", scope.value("progressAware")]] : [];
  const { name, ask, links } = job;
  const names = {
    result: `${scope.typed(name)}Result`,
    links: `${scope.typed(name)}Links`,
    status: `${scope.typed(name)}Status`,
  };
  const status = statusType(job, scope);
  const asked = [scope.client, paramsName(ask, scope), answerName(ask, scope)];
  const linkTypes: readonly Statement[] =
    links.length === 0
      ? []
      : [
          {
            kind: "interface",
            name: names.links,
            doc: [`What can be called after {@link ${name}}, by \`follow(name)\`.`],
            properties: links.map((link) => linkProperty(link, asked, scope)),
          },
        ];
  return [
    {
      kind: "type",
      name: names.result,
      doc: [`What a succeeded {@link ${name}} gives.`],
      type: resultType(job, scope),
    },
    ...(status === undefined ? [] : [statusStatement(names.status, name, status)]),
    ...linkTypes,
    {
      kind: "constant",
      name,
      isExported: true,
      doc: [...firstWords(ask), origin(job, starters), ...(ask.deprecated ? ["@deprecated"] : [])],
      type: [
        scope.type("Job"),
        typeArguments([
          ...asked,
          names.result,
          ...(links.length > 0 ? [names.links] : status === undefined ? [] : ["object"]),
          ...(status === undefined ? [] : [names.status]),
        ]),
      ],
      value: openObject([
        ["name", text(`${api}/${name}`)],
        ["ask", ask.name],
        ...(readsRefusals(job) ? [["refusals", "true"] as const] : []),
        ["read", readMethod(job, scope), "method"],
        ...progressEntry(job, scope),
        [
          "links",
          links.length === 0 ? "{}" : openObject(links.map((link) => [link.name, linkLiteral(link, scope)])),
        ],
        ["pace", object([...durations, ...pacing])],
        ...(isLimited ? [["limiter", scope.value("rateLimiter")] as const] : []),
      ]),
    },
  ];
}

function statusStatement(name: string, job: string, type: string): Statement {
  return { kind: "type", name, doc: [`The statuses of {@link ${job}}.`], type };
}

/** Where a job comes from: what asks for it, and what starts it. */
function origin({ ask, name }: JobModel, starters: readonly StarterModel[]): string {
  const started = starters
    .filter(({ job }) => job.name === name)
    .map(({ operation }) => `{@link ${operation.name}}`);
  const by = started.length === 0 ? "" : `, started by ${started.join(", ")}`;
  return `Asked with {@link ${ask.name}}${by}.`;
}

/** The target is written out, because two jobs may link to each other. */
function linkProperty(
  { name, target, params, url }: LinkModel,
  asked: readonly string[],
  scope: Scope,
): Property {
  const operation: Code = [
    scope.type("Operation"),
    typeArguments([scope.client, paramsName(target, scope), answerName(target, scope)]),
  ];
  const given = [...(url?.names ?? []), ...params.map(([param]) => param)];
  return {
    name: propertyName(name),
    doc: [`{@link ${target.name}}`],
    isOptional: false,
    type: [scope.type("Link"), typeArguments([...asked, operation, union(given)])],
  };
}

function linkLiteral(link: LinkModel, scope: Scope): Code {
  return openObject([
    ["to", `() => ${link.target.name}`],
    ["params", linkParams(link, scope)],
  ]);
}

function progressEntry({ progress }: JobModel, scope: Scope): readonly Entry[] {
  if (progress === undefined) return [];
  const { done, total } = progress;
  const given = openArguments(scope);
  const values = [given.read(done)];
  if (total !== undefined) values.push(typeof total === "number" ? String(total) : given.read(total));
  const call = [scope.value(total === undefined ? "percent" : "share"), parentheses(values)];
  return [["progress", group(`(${given.answer() ?? ""}) =>`, indent(line, call))]];
}
