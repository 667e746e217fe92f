import { isJson } from "../../vocabulary/media-type.ts";
import type { AnswerModel } from "./model.ts";
import type { Operation, Response, Schema } from "./openapi.ts";
import type { Reader } from "./reader.ts";

/** What an accepted answer holds: the JSON of every 2xx response, else a file, else nothing. */
export function readAnswer(operation: Operation, pointer: readonly string[], reader: Reader): AnswerModel {
  const accepted = acceptedResponses(operation, reader);
  if (accepted.length === 0) {
    reader.fault(
      [...pointer, "responses"],
      "no-answer",
      "There is no 2xx response, so nobody knows what a call gives; write one.",
    );
  }
  const contents = accepted.map(({ status, response }) => ({
    status,
    types: Object.keys(response.content ?? {}),
  }));
  const bodies = contents.flatMap(({ status, types }) => {
    const mediaType = types.find(isJson);
    return mediaType === undefined ? [] : [{ status, mediaType }];
  });
  const files = contents.filter(({ types }) => types.length > 0 && !types.some(isJson));
  if (bodies.length > 0 && files.length > 0) {
    reader.fault(
      [...pointer, "responses", files[0]?.status ?? ""],
      "mixed-answers",
      "One 2xx response is a file and another is JSON. A call gives one or the other; make it two operations.",
    );
  }
  const nothing = contents.some(({ types }) => types.length === 0);
  return { kind: bodies.length > 0 ? "json" : files.length > 0 ? "file" : "nothing", bodies, nothing };
}

/** The schemas of all JSON bodies that a 2xx answer can have; `true` for a body without one. */
export function answerSchemas(operation: Operation, reader: Reader): readonly Schema[] {
  return acceptedResponses(operation, reader).flatMap(({ response }) => {
    const json = Object.entries(response.content ?? {}).find(([mediaType]) => isJson(mediaType));
    return json ? [json[1].schema ?? true] : [];
  });
}

/** The 2xx responses in the order written. */
export function acceptedResponses(
  { responses }: Operation,
  reader: Reader,
): readonly { readonly status: string; readonly response: Response }[] {
  return Object.entries(responses ?? {}).flatMap(([status, each]) => {
    const response = /^2(\d\d|XX)$/i.test(status) ? reader.resolve(each) : undefined;
    return response ? [{ status, response }] : [];
  });
}
