import type { Oas3Preprocessor } from "@redocly/openapi-core";
import { takenBy } from "../../vocabulary/job-name.ts";
import { openDocument } from "../document.ts";
import { readOperations } from "../operations.ts";
import { reporter } from "../report.ts";
import { readAep } from "./aep.ts";
import { readAzure } from "./azure.ts";
import type { Dialect } from "./dialect.ts";
import { readSpeakeasy } from "./speakeasy.ts";

/**
 * Reads what neighbours write about jobs as if it were written in our words: it becomes `x-polling` and links, before any
 * rule looks. What cannot be said in our words is reported where it stands.
 */
export const dialects: Oas3Preprocessor = () => ({
  Root: {
    leave(root, context) {
      const document = openDocument(root, context);
      const operations = readOperations(document);
      const dialect: Dialect = {
        document,
        operations,
        taken: takenBy(operations),
        report: (place, message) => report(place, "dialect-not-read", message, { onKey: true }),
        polled: new Map(),
      };
      const report = reporter(context);
      readSpeakeasy(dialect);
      readAzure(dialect);
      readAep(dialect);
    },
  },
});
