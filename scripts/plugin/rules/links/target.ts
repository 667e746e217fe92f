import { camelCase, isPropertyName } from "../../../vocabulary/identifier.ts";
import { hint } from "../../hint.ts";
import type { Operation } from "../../operations.ts";
import type { Report } from "../../report.ts";
import { describe } from "../../words.ts";
import type { Link } from "./link.ts";

export interface Targets {
  readonly byId: ReadonlyMap<string, Operation>;
  /** Polled operations that no link can lead to. */
  readonly nameless: readonly Operation[];
}

/** Finds the operation that a link leads to, and reports a link that leads nowhere. */
export function checkLinkTarget(
  { name, place, fields }: Link,
  { byId, nameless }: Targets,
  report: Report,
): Operation | undefined {
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
  const target = byId.get(id.value);
  if (target) return target;
  const [meant] = nameless;
  const { suggest, others } =
    meant === undefined
      ? hint(id.value, [...byId.keys()], "There are")
      : { suggest: [], others: ` If \`${meant.name}\` is meant, it needs that \`operationId\`.` };
  report(id, "unknown-operation", `No operation has the operationId \`${id.value}\`.${others}`, { suggest });
  return undefined;
}
