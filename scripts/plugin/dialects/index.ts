import type { Oas3Preprocessor } from "@redocly/openapi-core";
import { openDocument } from "../document.ts";
import { reporter } from "../report.ts";
import { readDialects } from "./read.ts";

/**
 * Reads what neighbours write about jobs as if it were written in our words: it becomes `x-polling` and links, before any
 * rule looks. What cannot be said in our words is reported where it stands.
 */
export const dialects: Oas3Preprocessor = () => ({
  Root: {
    leave(root, context) {
      readDialects(openDocument(root, context), reporter(context));
    },
  },
});
