import { camelCase } from "../../vocabulary/identifier.ts";
import type { StarterModel } from "../model/model.ts";
import { docParts } from "./docs.ts";
import { parentheses, typeArguments } from "./layout.ts";
import { linkParams } from "./link.ts";
import { text } from "./literal.ts";
import { callLiteral, operationTypes, pureCall } from "./operation.ts";
import type { Scope } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { answerName, paramsName } from "./types.ts";

/** An operation that starts a job: its types, and the operation with the way to the job. */
export function starterStatements(
  { operation, job, link }: StarterModel,
  api: string,
  scope: Scope,
): readonly Statement[] {
  const types = typeArguments([
    scope.client,
    paramsName(operation),
    answerName(operation, scope),
    `typeof ${job.name}`,
    text(operation.typesId),
  ]);
  const example = `start(${camelCase(api)}, ${operation.name}, …)`;
  return [
    ...operationTypes(operation, scope),
    {
      kind: "constant",
      name: operation.name,
      isExported: true,
      doc: docParts(operation, `Starts {@link ${job.name}}: \`${example}\`.`),
      type: [scope.type("Starter"), types],
      value: pureCall(
        scope.value("starter"),
        types,
        parentheses([callLiteral(operation, scope), job.name, linkParams(link, scope)]),
      ),
    },
  ];
}
