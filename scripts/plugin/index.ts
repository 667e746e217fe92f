import type { Plugin } from "@redocly/openapi-core";
import { dialects } from "./dialects/index.ts";
import { links } from "./rules/links.ts";
import { placement } from "./rules/placement.ts";
import { references } from "./rules/references.ts";
import { starter } from "./rules/starter.ts";
import { xErrors } from "./rules/x-errors.ts";
import { xPolling } from "./rules/x-polling.ts";
import { xRateLimit } from "./rules/x-rate-limit.ts";

const recommended = {
  "x-polling": xPolling,
  "x-errors": xErrors,
  "x-rate-limit": xRateLimit,
  links,
  placement,
  starter,
};

/** To Redocly, each `$ref` that leads nowhere is an error, which need not be told twice; a build is content with most. */
const rules = { ...recommended, references };

/** The Redocly plugin `jobs`: checks what a description says about jobs. `extends: [jobs/recommended]` turns it on. */
export default function jobs(): Plugin {
  return {
    id: "jobs",
    rules: { oas3: rules },
    preprocessors: { oas3: { dialects } },
    configs: {
      recommended: {
        // what cannot be read of them is not there, as for anybody who does not know them
        preprocessors: { "jobs/dialects": "warn" },
        rules: {
          // Redocly's own; the rules below rely on them and do not repeat what they report.
          struct: "error",
          "no-unresolved-refs": "error",
          "operation-operationId-unique": "error",
          // what has none is called by its path
          "operation-operationId": "warn",
          ...Object.fromEntries(Object.keys(recommended).map((name) => [`jobs/${name}`, "error" as const])),
          // a job that somebody else starts is none the worse for it
          "jobs/starter": "warn",
        },
      },
    },
  };
}
