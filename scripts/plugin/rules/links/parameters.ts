import { isCredential } from "../../../vocabulary/credential.ts";
import type { Document, Place } from "../../document.ts";
import { isObject } from "../../document.ts";
import { domainOf } from "../../domain.ts";
import { hint } from "../../hint.ts";
import type { Operation, Parameter } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { describe, quoted } from "../../words.ts";
import type { Link } from "./link.ts";
import { checkLinkValue } from "./values.ts";

/** Checks what a link gives as parameters, and that one which leads to a job's status gives all that are required. */
export function checkLinkParameters(
  link: Link,
  target: Operation | undefined,
  document: Document,
  report: Report,
): void {
  const place = link.fields.get("parameters");
  if (place && !isObject(place.value)) {
    report(
      place,
      "not-an-object",
      `\`parameters\` gives values by name; here stands ${describe(place.value)}.`,
    );
    return;
  }
  const given = document.fields(place);
  const types = ["A parameter", ["string", "number", "boolean", "array"]] as const;
  for (const value of given.values()) {
    checkLinkValue(value, { scope: link.scope, types }, report);
    if (value.value !== null) continue;
    report(value, "empty-value", "Here stands nothing; write a runtime expression or a constant.", {
      onKey: true,
    });
  }
  if (!target) return;

  const spellings = new Map<Parameter, string>();
  const guesses: Parameter[] = [];
  for (const [spelling, value] of given) {
    const parameter = parameterCalled(spelling, target);
    if (parameter === undefined) {
      guesses.push(...reportUnknown(spelling, value, target, report));
      continue;
    }
    const first = spellings.get(parameter);
    if (first)
      report(value, "parameter-twice", `\`${spelling}\` and \`${first}\` are one parameter; write it once.`, {
        onKey: true,
      });
    spellings.set(parameter, spelling);
  }
  if (target.isPolled && link.isStart) checkComplete(link, target, [...spellings.keys(), ...guesses], report);
}

/** `jobId`, or `path.jobId` where another parameter is called `jobId` too. */
export function parameterCalled(spelling: string, { parameters }: Operation): Parameter | undefined {
  const plain = parameters.filter(({ name }) => name === spelling);
  return plain.length === 1 ? plain[0] : parameters.find((one) => qualified(one) === spelling);
}

function reportUnknown(
  spelling: string,
  value: Place,
  target: Operation,
  report: Report,
): readonly Parameter[] {
  const { name: owner, parameters } = target;
  if (target.lacksParameters) return parameters;
  const plain = parameters.filter(({ name }) => name === spelling);
  if (plain.length > 1) {
    const where = quoted(plain.map((one) => one.in));
    report(
      value,
      "ambiguous-parameter",
      `\`${owner}\` has a parameter \`${spelling}\` in ${where}; say which.`,
      {
        suggest: plain.map(qualified),
        onKey: true,
      },
    );
    return plain;
  }
  const isQualified = /^(path|query|header|cookie)\./.test(spelling);
  const name = isQualified ? spelling.slice(spelling.indexOf(".") + 1) : spelling;
  const { suggest, others } = hint(
    name,
    parameters.map((one) => one.name),
  );
  const meant = parameters.filter((one) => suggest.includes(one.name));
  report(value, "unknown-parameter", `\`${owner}\` has no parameter \`${spelling}\`.${others}`, {
    suggest: meant.map((one) => (isQualified || meant.length > 1 ? qualified(one) : one.name)),
    onKey: true,
  });
  return meant;
}

/** Credentials are left out: the client sends them. */
function checkComplete(link: Link, target: Operation, given: readonly Parameter[], report: Report): void {
  const fromUrl = link.fields.has("x-url") ? ["path", "query"] : [];
  const isGiven = (one: Parameter): boolean => given.includes(one) || fromUrl.includes(one.in);
  const left = target.parameters.filter(
    (one) => one.required && !isConstant(one) && !isCredential(one.name, one.in) && !isGiven(one),
  );
  if (left.length === 0) return;
  const names = quoted(left.map(({ name }) => name));
  const place = link.fields.get("parameters") ?? link.place;
  report(
    place,
    "incomplete-link",
    `The link leaves out ${names}, without which \`${target.name}\` cannot tell the status.`,
    {
      onKey: true,
    },
  );
}

/** It has one possible value, which is sent without being asked for. */
function isConstant({ in: where, shape }: Parameter): boolean {
  const { named, rest } = domainOf(shape);
  return where !== "path" && named.length === 1 && rest.length === 0;
}

function qualified(parameter: Parameter): string {
  return `${parameter.in}.${parameter.name}`;
}
