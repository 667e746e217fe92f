import { camelCase, isPropertyName } from "../../../vocabulary/identifier.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { describe } from "../../words.ts";
import type { Link } from "./link.ts";
import type { Targets } from "./meant-operation.ts";
import { meantOperation } from "./meant-operation.ts";

/** Finds the operation that a link leads to, and reports a link that leads nowhere. */
export function checkLinkTarget(link: Link, targets: Targets, report: Report): Operation | undefined {
  const { name, place, fields } = link;
  if (!isPropertyName(name)) {
    const better = camelCase(name);
    report(
      place,
      "bad-link-name",
      `The link \`${name}\` becomes a property of this name; write it as a plain JavaScript name.`,
      {
        suggest: isPropertyName(better) ? [better] : [],
        onKey: true,
      },
    );
  }
  const server = fields.get("server");
  if (server)
    report(server, "link-with-server", "A link cannot change the `server`; leave it out.", { onKey: true });

  const reference = fields.get("operationRef");
  const id = fields.get("operationId");
  if (reference) {
    report(
      reference,
      "operation-ref",
      "`operationRef` is not followed; write the `operationId` of the operation.",
      {
        onKey: true,
      },
    );
    return undefined;
  }
  if (id === undefined) {
    report(place, "link-without-operation", "The link lacks `operationId`, the operation that it leads to.", {
      onKey: true,
    });
    return undefined;
  }
  if (typeof id.value !== "string") {
    report(
      id,
      "link-without-operation",
      `\`operationId\` is the id of an operation; here stands ${describe(id.value)}.`,
    );
    return undefined;
  }
  const target = targets.byId.get(id.value);
  if (target) return target;
  const { suggest, others } = meantOperation(id.value, link, targets);
  report(id, "unknown-operation", `No operation has the operationId \`${id.value}\`.${others}`, { suggest });
  return undefined;
}
