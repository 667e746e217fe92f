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
    const named = operations.flatMap((operation) =>
      operation.id ? [[operation.id, operation] as const] : [],
    );
    const byId = new Map<string, Operation>(named);
    // Redocly reports an id that is used twice; until that is mended, nobody knows where a link leads
    if (byId.size < named.length) return;

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
