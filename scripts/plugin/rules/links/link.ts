import type { Document, Place } from "../../document.ts";
import { isObject } from "../../document.ts";
import type { Scope } from "../../expressions.ts";
import type { Operation, Response } from "../../operations.ts";

export interface Link {
  readonly name: string;
  /** Where the response names it. */
  readonly place: Place;
  readonly fields: ReadonlyMap<string, Place>;
  /** That of the answer which it stands on, as the description writes it. */
  readonly code: string;
  /** It stands on the answer that starts a job, or may: on a success of an operation that is not polled itself. */
  readonly isStart: boolean;
  /** It stands on the answer that tells the status. */
  readonly isFollowUp: boolean;
  readonly scope: Scope;
}

export function linksOf(source: Operation, document: Document): readonly Link[] {
  return source.responses.flatMap((response) =>
    [...document.fields(response.fields.get("links"))].flatMap(([name, place]): readonly Link[] => {
      const end = document.follow(place);
      if (!end || !isObject(end.value)) return [];
      const isAccepted = response.isSuccess;
      return [
        {
          name,
          place,
          fields: document.fields(place),
          code: response.code,
          isStart: isAccepted && !source.isPolled,
          isFollowUp: isAccepted && source.isPolled,
          scope: scopeOf(source, response),
        },
      ];
    }),
  );
}

function scopeOf(
  { requestBody, parameters, lacksParameters }: Operation,
  { code, body, headers }: Response,
): Scope {
  return {
    kinds: [
      "response.body",
      "response.header",
      "request.path",
      "request.query",
      "request.header",
      "request.body",
      "statusCode",
    ],
    answer: `the ${code} answer`,
    body,
    headers,
    request: { body: requestBody?.shape, parameters: lacksParameters ? undefined : parameters },
  };
}
