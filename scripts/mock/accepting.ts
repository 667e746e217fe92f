import { locate, members } from "../../src/sandbox/contract/pointer.ts";
import { parseExpression } from "../vocabulary/expression.ts";
import type { Answered } from "./answers.ts";
import { answersOf } from "./answers.ts";
import { set, withoutHint } from "./course.ts";
import type { Documented } from "./documented.ts";
import type { Given } from "./given.ts";
import { keywords } from "./sample.ts";

/** The answer that accepts a start; where it leads to the job by a URL, that of the question. */
export function accepting(
  starter: Documented,
  address: string,
  question: Documented,
  given: Given,
  document: unknown,
): Answered | undefined {
  let answer = withoutHint(answersOf(starter, document).find(({ status }) => status < 300));
  const url = address + filled(question.template, given);
  for (const [key] of members(locate(document, [...starter.way, "responses"])?.value)) {
    for (const [, link] of members(locate(document, [...starter.way, "responses", key, "links"])?.value)) {
      const where = parseExpression(String(keywords(link)["x-url"]));
      if (answer && where?.kind === "response.header")
        answer = { ...answer, headers: { ...answer.headers, [where.name]: url } };
      if (answer && where?.kind === "response.body")
        answer = { ...answer, body: set(answer.body, where.pointer, url) };
    }
  }
  return answer;
}

function filled(template: string, { parameters }: Given): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const found = parameters.find(([parameter]) => parameter.in === "path" && parameter.name === name);
    return encodeURIComponent(String(found?.[1]));
  });
}
