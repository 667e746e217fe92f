import type { Oas3Rule } from "@redocly/openapi-core";
import { pollingKeys } from "../../vocabulary/keys.ts";
import type { Block } from "../block.ts";
import { openBlock } from "../block.ts";
import { checkChoice } from "../checks.ts";
import type { Document } from "../document.ts";
import { openDocument } from "../document.ts";
import type { Operation } from "../operations.ts";
import { operationsOf } from "../operations.ts";
import type { Report } from "../report.ts";
import { reporter } from "../report.ts";
import { checkDurations } from "./polling/durations.ts";
import { checkJobNames } from "./polling/job-names.ts";
import { checkReadings } from "./polling/readings.ts";
import { checkStatuses } from "./polling/statuses.ts";

/** An operation that tells a job's status says in `x-polling` how it is polled and how its answer is read. */
export const xPolling: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const report = reporter(context);
    const operations = operationsOf(document);
    const polled = operations.flatMap((operation) => {
      const block = openPolling(operation, document, report);
      return block ? [{ operation, block }] : [];
    });
    checkJobNames(polled, operations, report);
    const warn = reporter(context, "warn");
    for (const { operation, block } of polled) checkPolling(operation, block, document, { report, warn });
  },
});

function openPolling(operation: Operation, document: Document, report: Report): Block | undefined {
  const place = operation.fields.get("x-polling");
  const end = place && document.follow(place);
  if (!place || !end) return undefined;
  if (Array.isArray(end.value)) {
    report(
      end,
      "several-polling-blocks",
      "A list of `x-polling` blocks is reserved for later; write one block.",
      { onKey: true },
    );
    return undefined;
  }
  const required = ["job", "status", "succeeded"];
  return openBlock(place, { name: "x-polling", keys: pollingKeys, required }, document, report);
}

function checkPolling(
  operation: Operation,
  block: Block,
  document: Document,
  { report, warn }: { readonly report: Report; readonly warn: Report },
): void {
  const status = checkReadings(operation, block, document, { report, warn });
  checkStatuses(operation, block, status, report);
  checkDurations(block, report);
  for (const key of ["otherwise", "missing"]) {
    const place = block.get(key);
    if (place) checkChoice(key, place, ["pending", "failed"], report);
  }
  const ignoreCase = block.get("ignoreCase");
  if (ignoreCase) checkChoice("ignoreCase", ignoreCase, [true, false], report);
}
