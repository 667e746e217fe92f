import { plainName } from "../../vocabulary/tokens.ts";
import type { Answer } from "../see/answers.ts";
import { expressionOf } from "./parameters.ts";

/** A URL in an answer that may lead to a status. */
export interface Url {
  readonly expression: string;
  /** By its name, it can lead to nothing but a status. */
  readonly isOfStatus: boolean;
}

export function urlIn({ response, members, text }: Answer): Url | undefined {
  const isMade = ["201", "202"].includes(response.code);
  const headers = [...(response.headers?.keys() ?? [])];
  const header = headers.find((name) => /^(operation-location|azure-asyncoperation|location)$/i.test(name));
  if (header) return { expression: `$response.header.${header}`, isOfStatus: /operation/i.test(header) };
  // that documents no headers may have any
  const isTold =
    response.headers === undefined && /\blocation\b[^.]{0,20}\bheader\b/i.test(text.replace(/<[^>]*>/g, ""));
  if (isTold) return { expression: "$response.header.Location", isOfStatus: false };
  const named = members.find(({ pointer }) =>
    /^(status|poll|polling|progress|job|operation)(url|uri|href|link)$/.test(plainName(pointer.at(-1) ?? "")),
  );
  // `_links: { self: { href } }` of what was made
  const self = members.findLast(({ plain }) => /^links\/self(\/href)?$/.test(plain.join("/")));
  const member = named ?? (isMade ? self : undefined);
  return (
    member && {
      expression: expressionOf(member),
      isOfStatus: plainName(member.pointer.at(-1) ?? "").startsWith("status"),
    }
  );
}
