import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { json, object, pollingOf, suggestedFor, text } from "./given.ts";

/** A film that is cut after it was sent, and what the question for it says, with a 206 that says this. */
function film(partial: unknown, words: Readonly<Record<string, unknown>> = {}, code = "404"): Suggestions {
  const responses = { 200: json(object({ title: text })), 206: partial, [code]: { description: "no" } };
  const get = { operationId: "getFilm", ...words, responses };
  const post = { operationId: "sendFilm", responses: { 202: json(object({ id: text })) } };
  return suggestedFor({ "/films": { post }, "/films/{id}": { get } });
}

function found({ jobs, others }: Suggestions): readonly string[] {
  return [...jobs, ...others].map(({ operation }) => operation);
}

describe("a 206 before the 200", () => {
  test.each([
    ["that says that it is not ready", film({ description: "Not yet ready" })],
    ["that says that it is still cut", film(json(object({}), "The film is still being cut."))],
    [
      "of a question whether the work has come to its end",
      film({ description: "Partial" }, { description: "To see if the film has finished processing." }),
    ],
  ])("%s, is asked again", (_, suggestions) => {
    expect(pollingOf(suggestions)).toEqual({
      job: "film",
      status: "$statusCode",
      pending: [206],
      succeeded: [200],
    });
    const [job] = suggestions.jobs;
    expect(job?.starters).toEqual(["POST /films"]);
    expect(job?.evidence.map((each) => each.text)).toContain("it answers 206 before it answers 200");
  });

  test("and beside a 202 means the same", () => {
    const responses = {
      200: json(object({ title: text })),
      202: { description: "Accepted" },
      206: { description: "Still processing" },
    };
    const get = { operationId: "getFilm", description: "Poll this.", responses };
    expect(pollingOf(suggestedFor({ "/films/{id}": { get } }))).toMatchObject({ pending: [202, 206] });
  });

  const finish = { description: "Wait until it is ready." };
  const range = { name: "Range", in: "header", schema: text };

  test.each([
    ["of which nothing is said", film({ description: "Partial content" })],
    ["that says that some failed", film({ description: "Some are not ready." }, finish)],
    ["of a range of bytes", film({ description: "The bytes asked for; processing a range" }, finish)],
    [
      "to a header that asks for a range",
      film({ description: "Partial" }, { ...finish, parameters: [range] }),
    ],
    ["where a range may be refused", film({ description: "Partial" }, finish, "416")],
  ])("%s, is no sign of a job", (_, suggestions) => {
    expect(found(suggestions)).toEqual([]);
  });
});
