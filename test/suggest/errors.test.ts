import { expect, test } from "vitest";
import { json, object, stages, suggestedFor, text } from "./given.ts";

const listOf = (items: unknown): unknown => ({ type: "array", items });
const first = "that the first of these messages tells why a call was refused";

/** How many operations are refused with an answer of this schema. */
type Refusals = readonly (readonly [operations: number, schema: unknown])[];

/** The `x-errors` of a document with these refusals, each schema with a name; and what has to be checked of it. */
function errorsOf(refusals: Refusals): unknown {
  const paths = refusals.flatMap(([count], at) =>
    Array.from({ length: count }, (_, index) => {
      const refusal = json({ $ref: `#/components/schemas/Refusal${at}` });
      return [`/films/${at}/${index}`, { get: { responses: { 200: json(object({})), 422: refusal } } }];
    }),
  );
  const schemas = refusals.map(([, schema], at) => [`Refusal${at}`, schema]);
  const job = { get: { responses: { 200: json(object({ status: stages })) } } };
  const { errors } = suggestedFor(
    { ...Object.fromEntries(paths), "/exports/{id}": job },
    Object.fromEntries(schemas),
  );
  return errors && [errors.update, ...errors.doubts.map((doubt) => doubt.text)];
}

const says = (told: object, ...doubts: readonly string[]): unknown => [{ "x-errors": told }, ...doubts];

test.each<[string, Refusals, unknown]>([
  [
    "of most answers first, however many schemas others have",
    [
      [1, object({ error: object({ code: text, message: text }) })],
      [2, object({ error: object({ code: text, message: text }), help: text })],
      [9, object({ message: text })],
    ],
    says({
      code: "$response.body#/error/code",
      message: ["$response.body#/message", "$response.body#/error/message"],
    }),
  ],
  [
    "of the first of several faults",
    [[3, object({ detail: listOf(object({ loc: listOf(text), msg: text })) })]],
    says({ message: "$response.body#/detail/0/msg" }),
  ],
  [
    "of the first of several texts, with a mark",
    [[3, object({ errorMessages: listOf(text), errors: { type: "object", additionalProperties: text } })]],
    says({ message: "$response.body#/errorMessages/0" }, first),
  ],
  [
    "of what a list has in it before that itself",
    [
      [3, object({ errors: listOf(text) })],
      [1, object({ errors: listOf(object({ detail: text })) })],
    ],
    says({ message: ["$response.body#/errors/0/detail", "$response.body#/errors/0"] }, first),
  ],
  [
    "in whatever spelling",
    [[3, object({ Errors: listOf(object({ Code: text, Message: text })), Error_Message: text })]],
    says({ code: "$response.body#/Errors/0/Code", message: "$response.body#/Errors/0/Message" }),
  ],
  [
    "beside answers that say nothing of their members",
    [
      [30, object({})],
      [3, object({ reasons: listOf(object({ code: text, message: text })) })],
    ],
    says({ code: "$response.body#/reasons/0/code", message: "$response.body#/reasons/0/message" }),
  ],
  ["nowhere, where no answer names one", [[3, object({ films: listOf(text) })]], undefined],
])("the message of a refused call is read %s", (_, refusals, told) => {
  expect(errorsOf(refusals)).toEqual(told);
});

test("an answer that leads elsewhere is no refusal", () => {
  const moved = json(object({ message: text }));
  const get = { responses: { 200: json(object({ status: stages })), 303: moved } };
  expect(suggestedFor({ "/exports/{id}": { get } }).errors).toBeUndefined();
});
