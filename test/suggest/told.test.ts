import { describe, expect, test } from "vitest";
import type { Suggestions } from "../../scripts/suggest/suggestions.ts";
import { doubtsOf, json, object, pollingOf, suggestedFor, text } from "./given.ts";

/** A job whose status has no values at its schema, and whose question says this. */
function asked(description: string): Suggestions {
  const get = {
    operationId: "getExport",
    description,
    responses: { 200: json(object({ id: text, status: text })) },
  };
  const post = { operationId: "startExport", responses: { 202: json(object({ id: text })) } };
  return suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
}

const lists = { pending: ["queued", "spooling"], succeeded: ["done"], failed: ["failed"] };
const mark = "the lists below are from the text of the operation; any other value counts as pending";

describe("the values of a status are read in the text of its question", () => {
  test.each([
    [
      "in the column of a table",
      `How an export is.

      | Call | Export status |
      | --- | --- |
      | download | \`done\` |

      ### All of them

      | Export status | Meaning |
      | :------------ | :------ |
      | \`queued\`    | It waits for its turn. |
      | \`spooling\`  | It is written; it is not done yet. |
      | \`done\`      | It can be downloaded. |
      | \`failed\`    | See \`error\`.`,
    ],
    [
      "in a list below the word",
      `How an export is.

### Statuses

- \`queued\`: waits for its turn
- \`spooling\`: comes before \`done\`
- \`done\`: over
- \`failed\`: see \`error\``,
    ],
    [
      "in a list of HTML",
      `<p>The status is one of:</p><ul><li><code>queued</code></li><li><code>spooling</code></li><li><code>done</code></li><li><code>failed</code></li></ul>`,
    ],
    [
      "in a sentence",
      "How an export is. The `status` is `queued`, `spooling`, `done` or `failed`. If the status is `failed`, the `error` tells why.",
    ],
  ])("%s, with a mark", (_, description) => {
    const found = asked(description);
    expect(pollingOf(found)).toMatchObject(lists);
    expect(doubtsOf(found)).toContain(mark);
  });

  test("and each that a table or a list has is one, whatever it means", () => {
    const found = asked("The status:\n\n- queued\n- crimped\n- done\n- failed");
    expect(pollingOf(found)).toMatchObject({ pending: ["queued", "crimped"], succeeded: ["done"] });
    expect(doubtsOf(found)).toContain("what crimped means");
  });

  test.each([
    ["that speaks of no status", "Cancels what is `queued` or `running`, and deletes what is `done`."],
    ["that has but one of them", "While its status is `queued`, it can be called off."],
    [
      "that lists other things below a heading of their own",
      "Tells the status.\n\n### Filters\n\n- done: those\n- failed: others",
    ],
  ])("but not one %s", (_, description) => {
    expect(pollingOf(asked(description))).toEqual({
      job: "exportJob",
      status: "$response.body#/status",
      succeeded: ["completed"],
    });
  });

  test("nor where the status has values of its own", () => {
    const get = {
      description: "The status is one of queued, running, done, failed.",
      responses: { 200: json(object({ id: text, status: { enum: ["active", "completed"] } })) },
    };
    const post = { responses: { 202: json(object({ id: text })) } };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    expect(pollingOf(found)).toMatchObject({ pending: ["active"], succeeded: ["completed"] });
  });

  test("nor where another status of the answer has them, for it may be meant", () => {
    const members = { id: text, status: { enum: ["accepted", "started"] }, phase: text };
    const get = {
      description: "Phases are `queued`, `running`, `done`, `failed`.",
      responses: { 200: json(object(members)) },
    };
    const post = { responses: { 202: json(object({ id: text })) } };
    const found = suggestedFor({ "/exports": { post }, "/exports/{id}": { get } });
    expect(doubtsOf(found).join()).not.toContain("the text of the operation");
  });

  test("and speak for a job only where they are a whole course of work, and never against one", () => {
    const texts = [
      "",
      "Statuses: queued, running, done, failed.",
      "Statuses: draft, signed, running, done, failed.",
    ];
    const reasons = texts.map((each) => asked(each).jobs.map(({ evidence }) => evidence[0]?.text));
    expect(reasons).toEqual([
      ["status is called a status; its values are not told"],
      ["status is one of queued, running, done, failed"],
      ["status is called a status; the text of the operation tells its values"],
    ]);
  });

  test("with what it says of each, in a list or in a row of a table", () => {
    const texts = [
      "The status:\n\n- `queued`\n- `done`\n- `crimped` - it is being pressed\n- `rejected`: it could not be read",
      `| Status | Meaning |
      | --- | --- |
      | \`queued\` | It waits. |
      | \`done\` | Over. |
      | \`crimped\` | It is being pressed. |
      | \`rejected\` | It could not be read. |`,
    ];
    const found = texts.map(asked);
    expect(found.map(pollingOf)).toMatchObject(
      texts.map(() => ({ pending: ["queued", "crimped"], succeeded: ["done"], failed: ["rejected"] })),
    );
    expect(found.map(doubtsOf)).toEqual(texts.map(() => [mark]));
  });

  test("also where the answer has no status, which somebody has to put in", () => {
    const get = {
      operationId: "mergeStatus",
      description: "Check the status of a merge, which is `waiting`, `completed` or `failed`.",
      responses: { 200: { description: "ok" } },
    };
    const post = { responses: { 202: json(object({ task_id: text })) } };
    const found = suggestedFor({ "/merges": { post }, "/merges/status/{task_id}": { get } });
    expect(found.jobs).toMatchObject([{ isOpen: true }]);
    expect(pollingOf(found)).toMatchObject({
      pending: ["waiting"],
      succeeded: ["completed"],
      failed: ["failed"],
    });
    expect(doubtsOf(found)).toContain(
      `in which field the answer tells it, for the document does not say; ${mark}`,
    );
  });
});

describe("the values of a status are read at the filter by it of the list of such things", () => {
  /** One of many that are listed by a filter. */
  function listed(name: string, filter: unknown, of: unknown = text): Suggestions {
    const parameters = [{ name, in: "query", ...Object(filter) }];
    const all = { operationId: "listExports", parameters, responses: { 200: json({ type: "array" }) } };
    const get = { operationId: "getExport", responses: { 200: json(object({ id: text, status: of })) } };
    const post = { operationId: "startExport", responses: { 202: json(object({ id: text })) } };
    return suggestedFor({ "/exports": { get: all, post }, "/exports/{id}": { get } });
  }
  const values = { enum: ["queued", "spooling", "done", "failed"] };

  test.each([
    ["of one", "status", { schema: { type: "string", ...values } }],
    ["of several", "statuses", { schema: { type: "array", items: values } }],
    ["in its text", "status", { schema: text, description: "By status: queued, spooling, done, failed." }],
    ["beside one for any", "status", { schema: { enum: ["all", ...values.enum] } }],
  ])("%s, with a mark", (_, name, filter) => {
    const found = listed(name, filter);
    expect(pollingOf(found)).toMatchObject(lists);
    expect(doubtsOf(found)).toContain(
      "the lists below are from the filter of listExports by it; any other value counts as pending",
    );
  });

  test("with a value of several words, if they have capitals", () => {
    const description =
      "By status. Accepted values: Queued, In Progress, Completed, Error. Others find nothing.";
    expect(pollingOf(listed("status", { schema: text, description }))).toMatchObject({
      pending: ["Queued", "In Progress"],
      succeeded: ["Completed"],
      failed: ["Error"],
    });
  });

  test.each([
    ["by something else", listed("result", { schema: values })],
    ["by numbers", listed("status", { schema: { enum: [0, 1, 2] } })],
    ["by one value", listed("status", { schema: { enum: ["done"] } })],
    ["where the status is a number", listed("status", { schema: values }, { type: "integer" })],
  ])("but not %s", (_, found) => {
    expect(doubtsOf(found).join()).not.toContain("the filter of");
  });
});
