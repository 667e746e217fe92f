import type { ApiModel } from "../model/model.ts";
import type { Document } from "../model/openapi.ts";
import { clientStatements } from "./client.ts";
import { errorStatements } from "./errors.ts";
import { jobStatements } from "./job.ts";
import type { LaidOutFile } from "./lay-out-file.ts";
import { layOutFile } from "./lay-out-file.ts";
import { defineStatement, operationStatements } from "./operation.ts";
import type { Scope } from "./scope.ts";
import { openScope } from "./scope.ts";
import { starterStatements } from "./starter.ts";
import type { Statement } from "./statement.ts";

/**
 * A client: what is made, then how errors are told, operations, jobs, and what starts them. `document` is what its types are
 * printed from.
 */
export function clientFile(model: ApiModel, document: Document, runtime: string): LaidOutFile {
  const scope = openScope(model, document);
  const { operations, jobs, starters } = model;
  const errors = errorStatements(model.errors, scope);
  const plain = operations.filter((each) => !starters.some(({ operation }) => operation === each));
  const statements = [
    ...clientStatements(model, errors.length > 0, scope),
    ...errors,
    ...(plain.length > 0 ? [defineStatement(scope)] : []),
    ...plain.flatMap((operation) => operationStatements(operation, scope)),
    ...jobs.flatMap((job) => jobStatements(job, model, scope)),
    ...starters.flatMap((starter) => starterStatements(starter, model.name, scope)),
  ];
  return layOutFile([...imports(scope, runtime), ...statements]);
}

const ofUnlisted =
  "`unlisted`: what counts for a status in no list, if it is of one of these types; after `satisfies never`, only a newer service has one.";

function imports(scope: Scope, runtime: string): readonly Statement[] {
  const { types, values, specification } = scope.imported();
  const all: readonly Statement[] = [
    { kind: "import", types: true, names: types, from: runtime },
    {
      kind: "import",
      types: false,
      names: values,
      from: runtime,
      ...(values.some(({ name }) => name === "unlisted") ? { note: ofUnlisted } : {}),
    },
    { kind: "import", types: true, names: specification, from: "./types.ts" },
    // declarations of callers name them; what is exported here goes before
    { kind: "export", from: "./types.ts" },
  ];
  return all.filter((each) => each.kind !== "import" || each.names.length > 0);
}
