import { camelCase } from "../../vocabulary/identifier.ts";
import type { StarterModel } from "../model/model.ts";
import { docParts } from "./docs.ts";
import { hardLine, indent, parentheses, typeArguments } from "./layout.ts";
import { linkParams } from "./link.ts";
import { defined, operationTypes, typesOf } from "./operation.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";

/** An operation that starts a job: its types, and the operation with the way to the job. */
export function starterStatements(
  { operation, job, link }: StarterModel,
  api: string,
  scope: Scope,
): readonly Statement[] {
  const [params, answer, id] = typesOf(operation, scope);
  const types = typeArguments([scope.client, params, answer, `typeof ${job.name}`, id]);
  const example = `start(${camelCase(api)}, ${operation.name}, …)`;
  return [
    ...operationTypes(operation, scope),
    {
      kind: "constant",
      name: operation.name,
      isExported: true,
      doc: docParts(operation, `Starts {@link ${job.name}}: \`${example}\`.`),
      type: [scope.type("Starter"), types],
      value: indent(
        hardLine,
        scope.pure("starter"),
        parentheses([defined(operation, scope), job.name, linkParams(link, scope)]),
      ),
    },
  ];
}
