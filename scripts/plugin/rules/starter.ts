import type { Oas3Rule } from "@redocly/openapi-core";
import { openDocument } from "../document.ts";
import { operationsOf } from "../operations.ts";
import { reporter } from "../report.ts";
import { linksOf } from "./links/link.ts";

/** A job is started by an operation whose answer links to the one that tells the status; else there is only `poll`. */
export const starter: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const operations = operationsOf(document);
    const starting = operations
      .flatMap((operation) => linksOf(operation, document))
      .filter(({ isStart }) => isStart);
    const targets = starting.map(({ fields }) => fields.get("operationId")?.value);
    const ids = new Set(operations.map(({ id }) => id));
    // one that leads nowhere is reported for itself, and may be the one that is missing
    if (targets.some((target) => typeof target !== "string" || !ids.has(target))) return;
    const report = reporter(context);
    for (const { id, name, isPolled, fields } of operations) {
      const place = fields.get("x-polling");
      if (!isPolled || place === undefined || (id !== undefined && targets.includes(id))) continue;
      const status = document.fields(place).get("status");
      // asking for it is what starts it, as with a report that is 202 until it is made
      if (status?.value === "$statusCode") continue;
      report(
        place,
        "job-without-starter",
        `No answer links to \`${name}\`, so \`start\` has nothing to start this job with, and \`poll\` only waits for one whose parameters a caller knows. Write a link, or if that is meant, \`jobs/starter: off\` under \`rules\` in redocly.yaml.`,
        { onKey: true },
      );
    }
  },
});
