import { mend } from "./mend/mend.ts";
import { readApi } from "./model/api.ts";
import type { ApiModel } from "./model/model.ts";
import type { Document } from "./model/openapi.ts";
import type { NamedOperation } from "./model/operation-names.ts";
import type { Fault } from "./model/reader.ts";
import { noSecurity } from "./no-security.ts";
import { nothingToCall } from "./nothing-to-call.ts";
import type { Problem } from "./problem.ts";
import { hasErrors } from "./problem.ts";
import type { Hashes } from "./record/hash.ts";
import type { ApiConfiguration } from "./specification/configuration.ts";
import { loadSpecification } from "./specification/load.ts";
import { LocalResolver } from "./specification/local-resolver.ts";
import { locator } from "./specification/locate.ts";
import { problemAt, problemIn } from "./specification/problems.ts";
import type { Weigh } from "./specification/weighed.ts";

/** What there is to know of an API before anything is generated. */
export interface Examined {
  /** There are no errors. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** Every file and URL that the specification consists of. */
  readonly inputs: Hashes;
}

/** What there is of a document before it is read. */
export interface Named {
  /** A copy of the document that is fit to be generated. */
  readonly mended: Document;
  readonly operations: readonly NamedOperation[];
}

/** What was read of a document. */
export interface Readable {
  readonly document: Document;
  readonly model: ApiModel;
}

export interface ExamineOptions {
  /** Decides how grave it is what the linter finds. Default: by what it does to the output. */
  readonly weigh?: Weigh;
  /** Gets what types are printed from, as soon as it is known: whoever has work to do in another thread may begin. */
  readonly onNamed?: (named: Named) => void;
  /** Gets what was read, if anything can be, when it is not known yet whether there are errors. */
  readonly onRead?: (read: Readable) => void;
}

/** Lints and reads the specification of an API. */
export async function examine(
  api: ApiConfiguration,
  { weigh, onNamed, onRead }: ExamineOptions = {},
): Promise<Examined> {
  let read: ReturnType<typeof attempt<Read>> | undefined;
  const onDocument = (document: Document): void => {
    read = attempt(() => readMended(document, api.name, onNamed));
    if (!("reason" in read)) onRead?.(read);
  };
  const loaded = await loadSpecification(api, { weigh, onDocument });
  const { source, isBundled, relocate, problems, inputs } = loaded;
  const isSound = !hasErrors(problems);
  if (read === undefined || source === undefined) return { ok: isSound, problems, inputs };
  if ("reason" in read) {
    // a document that the linter has refused may be none that can be read any further
    const unknown = problemIn(api.root, "cannot-be-generated", `This cannot be generated: ${read.reason}.`);
    return { ok: false, problems: isSound ? [...problems, unknown] : problems, inputs };
  }
  const locate = locator(source, new LocalResolver(), isBundled);
  const origin = read.faults.length > 0 ? await relocate?.() : undefined;
  const found = await Promise.all(
    read.faults.map(async ({ severity, pointer, code, message }) => ({
      ...problemAt(await locate(pointer), code, message, origin),
      severity,
    })),
  );
  const all = [
    ...problems.filter((problem) => !isStyle(problem, found)),
    ...found.filter(
      (problem) => !isStyle(problem, found) && !problems.some((known) => isGrave(known, problem)),
    ),
  ];
  return { ok: !hasErrors(all), problems: all, inputs };
}

interface Read extends Readable {
  readonly faults: readonly Fault[];
}

function readMended(document: Document, name: string, onNamed: ExamineOptions["onNamed"]): Read {
  const { document: mended, warnings } = mend(document);
  const { model, faults } = readApi(mended, name, (operations) => onNamed?.({ mended, operations }));
  return {
    document,
    model,
    faults: [...nothingToCall(document), ...noSecurity(mended, model), ...warnings, ...faults],
  };
}

function attempt<T extends object>(act: () => T): T | { readonly reason: string } {
  try {
    return act();
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Of what is an error already, the consequences need not be told. */
function isGrave(known: Problem, problem: Problem): boolean {
  if (known.severity !== "error" || known.file !== problem.file) return false;
  return isOnLine(known, problem) || (known.code === problem.code && isByKey(problem, known));
}

/** What begins below its key may have been told of there. */
function isByKey({ line = 0 }: Problem, below: Problem): boolean {
  return below.line === line + 1;
}

/** Nor that it is no good style. */
function isStyle(problem: Problem, found: readonly Problem[]): boolean {
  return (
    problem.severity === "warning" && found.some((known) => isGrave(known, problem) || isTold(known, problem))
  );
}

/** We say besides how the operation is exported. */
function isTold(known: Problem, { rule, file, line }: Problem): boolean {
  const isSame = known.code === "bad-operation-id" && rule === "operation-operationId";
  return isSame && known.file === file && known.line === line;
}

/** A line that a program wrote may have all of a document on it. */
function isOnLine(one: Problem, other: Problem): boolean {
  return one.line === other.line && Math.abs((one.column ?? 0) - (other.column ?? 0)) < 1000;
}
