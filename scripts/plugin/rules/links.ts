import type { Oas3Rule } from "@redocly/openapi-core";
import { openDocument } from "../document.ts";
import type { Operation } from "../operations.ts";
import { operationsOf } from "../operations.ts";
import { reporter } from "../report.ts";
import { linksOf } from "./links/link.ts";
import { checkLinkParameters } from "./links/parameters.ts";
import { checkLinkBody } from "./links/request-body.ts";
import { checkSeveralLinks } from "./links/several-links.ts";
import { checkLinkTarget } from "./links/target.ts";
import { checkLinkUrl } from "./links/url.ts";

/** A link says which operation comes next and where its parameters are found in this answer or its request. */
export const links: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const operations = operationsOf(document);
    const byId = new Map<string, Operation>();
    for (const operation of operations)
      if (operation.id && !byId.has(operation.id)) byId.set(operation.id, operation);

    const report = reporter(context);
    for (const operation of operations) {
      const targets = linksOf(operation, document).map((link) => {
        const target = checkLinkTarget(link, byId, report);
        checkLinkUrl(link, report);
        checkLinkParameters(link, target, document, report);
        checkLinkBody(link, target, report);
        return { link, target };
      });
      checkSeveralLinks(operation, targets, report);
    }
  },
});
