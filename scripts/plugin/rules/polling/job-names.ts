import { camelCase, isExportable } from "../../../vocabulary/identifier.ts";
import type { Block } from "../../block.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { describe } from "../../words.ts";

export interface Polled {
  readonly operation: Operation;
  readonly block: Block;
}

/** A job is exported beside the operations of its API, so all of these need names of their own. */
export function checkJobNames(
  polled: readonly Polled[],
  operations: readonly Operation[],
  report: Report,
): void {
  const owners = new Map<string, string>();
  for (const { operation, block } of polled) {
    const place = block.get("job");
    if (place === undefined) continue;
    const job = place.value;
    if (typeof job !== "string") {
      report(
        place,
        "bad-job-name",
        `\`job\` is the exported name of the job, in camelCase; here stands ${describe(job)}.`,
      );
      continue;
    }
    // Types are named after both with a capital, so `exportTask` and `ExportTask` are too near.
    const twin = operations.find(({ id }) => id?.replace(/^./, (first) => first.toLowerCase()) === job)?.id;
    const owner = owners.get(job);
    owners.set(job, owner ?? operation.name);
    if (!/^[a-z][A-Za-z0-9]*$/.test(job)) {
      const better = camelCase(job);
      report(
        place,
        "bad-job-name",
        `The job \`${job}\` is exported under this name, so write it in camelCase.`,
        {
          suggest: isExportable(better) ? [better] : [],
        },
      );
    } else if (!isExportable(job)) {
      report(place, "bad-job-name", `The job cannot be called \`${job}\`, which is a word of JavaScript.`, {
        suggest: [`${job}Job`],
      });
    } else if (twin !== undefined) {
      const near =
        twin === job ? "an operationId of this API already" : `too near to the operationId \`${twin}\``;
      report(place, "job-name-taken", `\`${job}\` is ${near}; both are exported under their names.`, {
        suggest: [`${job}Job`],
      });
    } else if (owner !== undefined) {
      report(
        place,
        "job-name-taken",
        `\`${job}\` is already the job of \`${owner}\`; give this one a name of its own.`,
      );
    }
  }
}
