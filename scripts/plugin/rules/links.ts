import type { Oas3Rule } from "@redocly/openapi-core";
import { nearest } from "../../vocabulary/nearest.ts";
import { openDocument } from "../document.ts";
import type { Operation } from "../operations.ts";
import { operationsOf } from "../operations.ts";
import { reporter } from "../report.ts";
import type { Link } from "./links/link.ts";
import { linksOf } from "./links/link.ts";
import { checkLinkParameters } from "./links/parameters.ts";
import { checkAccepted } from "./links/refused.ts";
import { checkLinkBody } from "./links/request-body.ts";
import { checkSeveralLinks } from "./links/several-links.ts";
import { checkLinkTarget } from "./links/target.ts";
import { checkLinkUrl } from "./links/url.ts";
import { checkWholeUrls } from "./links/whole-url.ts";

/** A link says which operation comes next and where its parameters are found in this answer or its request. */
export const links: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const operations = operationsOf(document);
    const all = operations.map((operation) => ({ operation, links: linksOf(operation, document) }));
    const report = reporter(context);
    // nobody knows where these links lead; the build says so
    if (isAmbiguous(all)) return;

    const byId = new Map<string, Operation>();
    for (const operation of operations) {
      if (operation.id && !byId.has(operation.id)) byId.set(operation.id, operation);
    }
    const nameless = operations.filter(({ id, isPolled }) => isPolled && id === undefined);
    const named = linkedIds(all);
    const lonely = [...byId.values()].filter(({ id, isPolled }) => isPolled && !named.has(id));
    const targetsOfAll = { byId, nameless, lonely };
    const warn = reporter(context, "warn");
    for (const { operation, links } of all) {
      const targets = links.map((link) => {
        const say = isOfJob(link, operation, byId, nameless) ? report : warn;
        const target = checkLinkTarget(link, targetsOfAll, say);
        checkAccepted(link, operation, target, warn);
        checkLinkUrl(link, say);
        checkLinkParameters(link, target, document, say);
        checkWholeUrls(link, target, document, { report: say, warn });
        checkLinkBody(link, target, say);
        return { link, target };
      });
      checkSeveralLinks(operation, targets, report);
    }
  },
});

interface Linked {
  readonly operation: Operation;
  readonly links: readonly Link[];
}

function linkedIds(all: readonly Linked[]): ReadonlySet<unknown> {
  return new Set(all.flatMap(({ links }) => links.map((link) => link.fields.get("operationId")?.value)));
}

/** There are jobs, and a link or what it leads from or to has an id that two operations have. */
function isAmbiguous(all: readonly Linked[]): boolean {
  if (!all.some(({ operation }) => operation.isPolled)) return false;
  const seen = new Map<string, readonly Linked[]>();
  for (const each of all) {
    const { id } = each.operation;
    if (id) seen.set(id, [...(seen.get(id) ?? []), each]);
  }
  const targets = linkedIds(all);
  return [...seen].some(
    ([id, same]) =>
      same.length > 1 &&
      (targets.has(id) || same.some(({ operation, links }) => operation.isPolled || links.length > 0)),
  );
}

/** Links that lead to no job and away from none are somebody's documentation: nothing is generated from them. */
function isOfJob(
  { fields }: Link,
  source: Operation,
  operations: ReadonlyMap<string, Operation>,
  nameless: readonly Operation[],
): boolean {
  const polled = [...operations].flatMap(([id, { isPolled }]) => (isPolled ? [id] : []));
  const id = fields.get("operationId")?.value;
  if (source.isPolled || fields.has("x-url")) return true;
  if (typeof id !== "string") return polled.length > 0;
  return operations.get(id)?.isPolled ?? (nameless.length > 0 || nearest(id, polled) !== undefined);
}
