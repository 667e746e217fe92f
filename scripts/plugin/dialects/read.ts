import { takenBy } from "../../vocabulary/job-name.ts";
import type { Document } from "../document.ts";
import { readOperations } from "../operations.ts";
import type { Report } from "../report.ts";
import { readAep } from "./aep.ts";
import { readAzure } from "./azure.ts";
import type { Dialect } from "./dialect.ts";
import { readSpeakeasy } from "./speakeasy.ts";

/** Writes `x-polling` and links into a document where it says the same in a neighbour's words. */
export function readDialects(document: Document, report: Report): void {
  const operations = readOperations(document);
  const dialect: Dialect = {
    document,
    operations,
    taken: takenBy(operations),
    report: (place, message) => report(place, "dialect-not-read", message, { onKey: true }),
    polled: new Map(),
  };
  readSpeakeasy(dialect);
  readAzure(dialect);
  readAep(dialect);
}
