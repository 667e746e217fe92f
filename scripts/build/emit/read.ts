import type { Scalar } from "../../vocabulary/extensions.ts";
import { isHttpStatus } from "../../vocabulary/http-status.ts";
import type { JobModel } from "../model/model.ts";
import type { Arguments } from "./access.ts";
import { openArguments } from "./access.ts";
import type { Code } from "./layout.ts";
import { brackets, group, hardLine, indent, line, parentheses } from "./layout.ts";
import { scalar } from "./literal.ts";
import type { Scope } from "./scope.ts";

/** `({ body }) { … }`: the method that reads the state of a job off an answer, without its name. */
export function readMethod(job: JobModel, scope: Scope): Code {
  const words = openWords(job, scope);
  const { domain, fold } = job.status;
  const folded = scope.local("folded");
  const statements: readonly Code[] = [
    ...statusLines(job, words),
    ...(words.result.definition ? [words.result.definition] : []),
    ...(fold ? [`const ${folded} = ${scope.value("fold")}(${words.status});`] : []),
    [
      `switch (${fold ? folded : words.status}) {`,
      indent(job.cases.map(({ state, values }) => [labels(values), indent(outcome(state, job, words))])),
      indent(
        hardLine,
        "default:",
        indent(fold && domain === "closed" ? [hardLine, `${folded} satisfies never;`] : ""),
      ),
      indent(indent(hardLine, otherwise(job, words))),
      hardLine,
      "}",
    ],
  ];
  const body = indent(statements.map((statement) => [hardLine, statement]));
  return [`(${words.given.answer() ?? ""}) {`, body, hardLine, "}"];
}

/** What the lines of the method share. */
interface Words {
  readonly given: Arguments;
  readonly scope: Scope;
  readonly status: string;
  /** The result; in a variable of its own when its fields are looked at. */
  readonly result: { readonly name: Code; readonly definition?: Code };
  say(state: "pending" | "failed" | "canceled"): Code;
}

function openWords(job: JobModel, scope: Scope): Words {
  const given = openArguments(scope, { status: "httpStatus" });
  const status = scope.local("status");
  const { code, message } = job.error;
  const canSucceed = job.cases.some(({ state }) => state === "succeeded");
  const known = message.length > 0 ? [code, message] : code.length > 0 ? [code] : [];
  // a refusal that is a failure says why by itself
  const refused = ["code", "reason"].map((field) => `${scope.local("refused")}?.${field}`);
  return {
    given,
    scope,
    status,
    result: canSucceed ? resultOf(job, given, scope) : { name: status },
    say: (state) => {
      const call = (why: readonly Code[]): Code => group(scope.value(state), parentheses([status, ...why]));
      if (state === "pending") return call([]);
      return call(
        known.length === 0 && readsCodes(job) ? refused : known.map((each) => given.readFirst(each)),
      );
    },
  };
}

function resultOf({ result }: JobModel, given: Arguments, scope: Scope): Words["result"] {
  const { access, path, requires } = result;
  const isWhole = access.from !== "body" || access.path.length === 0;
  if (requires.length === 0 || (isWhole && path)) return { name: given.read(access) };
  const name = scope.local("result");
  // where the types do not know the fields, they are looked for all the same
  const value = path
    ? given.read(access)
    : [given.readUntyped(access), " as Record<string, unknown> | undefined"];
  return { name, definition: [`const ${name} = `, value, ";"] };
}

/** Whether the HTTP status or the code of a refusal may be the status. */
export function readsRefusals({ status }: JobModel): boolean {
  return status.accesses.some(({ from }) => from === "status" || from === "errorCode");
}

function readsCodes({ status }: JobModel): boolean {
  return status.accesses.some(({ from }) => from === "errorCode");
}

function statusLines(job: JobModel, words: Words): readonly Code[] {
  const { given, status } = words;
  const { accesses, domain } = job.status;
  const type = domain === "unknown" ? ": unknown" : "";
  if (readsCodes(job)) return codeLines(job, words);
  if (accesses[0]?.from === "status") return [[`const ${status}${type} = `, given.read(accesses[0]), ";"]];
  const http = accesses.find(({ from }) => from === "status");
  const value = given.readFirst(accesses);
  // a refused answer tells something else than the status where the status stands
  const first: Code = http ? [given.read(http), " >= 300 ? ", given.read(http), " : ", value] : value;
  return [group(`const ${status}${type} =`, indent(line, first), ";"), missingLine(job, words)];
}

/** Of a refused answer, a listed code is the status, or else the HTTP status; what else it says is not of the job. */
function codeLines(job: JobModel, words: Words): readonly Code[] {
  const { given, scope, status } = words;
  const refused = scope.local("refused");
  const accesses = job.status.accesses.filter(({ from }) => from !== "errorCode");
  const http = accesses.find(({ from }) => from === "status");
  const values = job.cases.flatMap((each) => each.values);
  const codes = values.filter((each) => typeof each !== "boolean" && !(http && isHttpStatus(each)));
  const own = job.status.fold ? `${scope.value("fold")}(${refused}.code)` : `${refused}.code`;
  const code: Code = group(brackets(codes.map(scalar)), `.find((each) => each === ${own})`);
  const ofRefused = http ? [`${scope.value("first")}<unknown>`, parentheses([code, given.read(http)])] : code;
  return [
    [`const ${refused} = `, given.refusal(), ";"],
    group(
      `const ${status}: unknown = ${refused}`,
      indent(line, "? ", ofRefused, line, ": ", given.readFirst(accesses)),
      ";",
    ),
    missingLine(job, words),
  ];
}

function missingLine(job: JobModel, { scope, status, say }: Words): Code {
  const absent = job.missing ? say(job.missing) : "";
  return [`if (${scope.value("blank")}(${status})) return ${scope.value("missing")}(`, absent, ");"];
}

function labels(values: readonly Scalar[]): Code {
  return values.map((value) => [hardLine, `case ${scalar(value)}:`]);
}

function outcome(state: JobModel["cases"][number]["state"], job: JobModel, words: Words): Code {
  if (state !== "succeeded") return [hardLine, "return ", words.say(state), ";"];
  const { given, scope, status, result } = words;
  const refusal: Code =
    job.failedIf.length === 0
      ? ""
      : [
          hardLine,
          group(
            `if (${scope.value("filled")}`,
            parentheses(job.failedIf.map((access) => given.read(access))),
            ")",
            indent(line, "return ", words.say("failed"), ";"),
          ),
        ];
  const done: Code = group(scope.value("succeeded"), parentheses([status, result.name]));
  const { requires } = job.result;
  if (requires.length === 0) return [refusal, hardLine, "return ", done, ";"];
  const check = [scope.value("has"), parentheses([result.name, ...requires.map(scalar)])];
  const later = [scope.value("incomplete"), "(", status, ")"];
  return [refusal, hardLine, group("return ", check, indent(line, "? ", done, line, ": ", later)), ";"];
}

function otherwise(job: JobModel, words: Words): Code {
  const { domain, fold, types } = job.status;
  const status = domain === "closed" && !fold ? `${words.status} satisfies never` : words.status;
  const counts = words.say(job.otherwise);
  return [
    "return ",
    group(words.scope.value("unlisted"), parentheses([status, brackets(types.map(scalar)), counts])),
    ";",
  ];
}
