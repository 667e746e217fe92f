import type { ProblemCode } from "../../vocabulary/problem-codes.ts";
import type { OperationPlace } from "./operation-places.ts";
import { holdsObjects, isWrittenAsJson } from "./parameter-style.ts";
import type { Reader } from "./reader.ts";
import { readRequestBody } from "./request-body.ts";

interface Unsupported {
  readonly code: ProblemCode;
  readonly reason: string;
  /** Where in the operation. */
  readonly at?: readonly string[];
}

/** What keeps an operation from being called at all. */
export function whyLeftOut(place: OperationPlace, reader: Reader): Unsupported | undefined {
  const { method, item, operation } = place;
  if (/^(trace|connect|track)$/i.test(method)) {
    return { code: "unsupported-method", reason: `\`fetch\` sends no ${method}.` };
  }
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method)) {
    return { code: "unsupported-method", reason: "that is no name of a method." };
  }
  const body = readRequestBody(operation, reader);
  if (body === "unsupported") {
    const types = Object.keys(reader.resolve(operation.requestBody)?.content ?? {}).join(", ");
    const reason = `a request body of ${types} is not supported; write multipart/form-data.`;
    return { code: "unsupported-body", reason, at: ["requestBody"] };
  }
  const inPath = [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap((each) => {
    const parameter = reader.resolve(each);
    return parameter?.in === "path" ? [parameter] : [];
  });
  const styled = inPath.find(({ style }) => /^(label|matrix)$/.test(style ?? ""));
  if (styled !== undefined) {
    const reason = `the style ${styled.style} of its path parameter ${styled.name} is not supported; simple is.`;
    return { code: "unsupported-path-style", reason };
  }
  const spread = inPath.find(
    (each) => each.explode && !isWrittenAsJson(each) && holdsObjects(each.schema ?? true, reader),
  );
  if (spread === undefined) return undefined;
  const reason = `its path parameter ${spread.name} is an exploded object, \`key=value\`, which is not supported.`;
  return { code: "unsupported-path-style", reason };
}
