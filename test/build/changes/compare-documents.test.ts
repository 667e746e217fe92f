import { expect, test } from "vitest";
import { compareDocuments } from "../../../scripts/build/changes/compare-documents.ts";
import { printPointer } from "../../../scripts/vocabulary/pointer.ts";
import { changed, documentOf, printer } from "./given.ts";

/** What is said when one text of the printer is replaced by another. */
function said(from: string, to: string): readonly string[] {
  return compareDocuments(documentOf(printer), documentOf(changed([from, to]))).map(
    ({ impact, message, rule, pointer }) => `${impact} ${message} (${rule}) ${printPointer(pointer)}`,
  );
}

const post = "/paths/~1prints/post";
const body = `${post}/requestBody/content/application~1json/schema`;
const print = "/components/schemas/Print";

test.each([
  ["title: Printer", "title: Press", []],
  [
    "  /papers/{id}:",
    "  /sheets/{id}:",
    [
      "major The operation is gone. (operation-removed) /paths/~1papers~1{id}/get",
      "minor The operation is new. (operation-added) /paths/~1sheets~1{id}/get",
    ],
  ],
  [
    "{ name: tray, in: query,",
    "{ name: tray, in: query, required: true,",
    [`major The query parameter \`tray\` became required. (parameter-became-required) ${post}`],
  ],
  [
    "{ name: tray, in: query,",
    "{ name: shelf, in: query,",
    [
      `major The query parameter \`tray\` was removed. (parameter-removed) ${post}`,
      `minor The query parameter \`shelf\` was added. (added) ${post}`,
    ],
  ],
  [
    "required: [text], properties: {",
    "required: [text, ink], properties: { ink: { type: string },",
    [`major Property \`ink\` was added, and is required. (required-properties-added) ${body}`],
  ],
  [
    "enum: [a4, a5]",
    "enum: [a4, a3]",
    [
      `minor The enum gained "a3". (enum-values-added) ${body}/properties/size`,
      `major The enum lost "a5". (enum-values-removed) ${body}/properties/size`,
    ],
  ],
  [
    "    Print:\n      type: object\n",
    "    Sheet:\n      type: object\n",
    [
      "major Its schema is not there any more: it may be anything. (schema-type-changed) /paths/~1prints~1{id}/get/responses/200/content/application~1json/schema",
      "major Its schema is not there any more: it may be anything. (schema-type-changed) /paths/~1papers~1{id}/get/responses/200/content/application~1json/schema/items",
    ],
  ],
  [
    "done, jammed]",
    "done, jammed, stuck]",
    [`major The enum gained "stuck". (enum-values-added) ${print}/properties/state`],
  ],
  [
    "        pages: { type: integer }\n",
    "",
    [`major Property \`pages\` was removed. (property-removed) ${print}`],
  ],
  [
    "pages: { type: integer }",
    "pages: { type: [integer, 'null'] }",
    [
      `major The type changed from integer to integer or null. (schema-type-changed) ${print}/properties/pages`,
    ],
  ],
  [
    "required: [state]",
    "required: [pages]",
    [
      `major Property \`state\` is no longer required. (required-properties-removed) ${print}`,
      `minor Property \`pages\` became required. (required-properties-added) ${print}`,
    ],
  ],
  [
    "schema: { type: array, items: { $ref: '#/components/schemas/Print' } }",
    "schema: { type: array, items: { type: string } }",
    [
      "major The type changed from object to string. (schema-type-changed) " +
        "/paths/~1papers~1{id}/get/responses/200/content/application~1json/schema/items",
    ],
  ],
  ["'202':", "'201':", [`major The answer 202 was removed. (response-removed) ${post}`]],
])("without redocly diff: %s -> %s", (from, to, expected) => {
  const found = said(from, to);
  // the properties of a schema that is another are gone with it
  expect(found.slice(0, expected.length)).toEqual(expected);
});
