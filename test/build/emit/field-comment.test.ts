import { expect, test } from "vitest";
import { printTypes } from "../../../scripts/build/emit/types-file.ts";

/** The comment of a field that is described so. */
function commentOf(schema: object): string {
  const document = {
    openapi: "3.1.0",
    info: { title: "Printer", version: "1" },
    paths: {},
    components: { schemas: { Print: { type: "object", properties: { id: { type: "string", ...schema } } } } },
  };
  const [, comment = ""] =
    /(\/\*\*(?:(?!\/\*\*).)*?\*\/)\s*id\?: string;/s.exec(printTypes(JSON.stringify(document), "")) ?? [];
  return comment.replace(/^ {4}/gm, "");
}

test("of HTML in the description of a field, an editor shows the text", () => {
  const description = '<p>The <b>id</b> &amp; more.</p><p>See <a href="https://a.test/b">there</a>.</p>';
  expect(commentOf({ description })).toBe(
    ["/**", " * @description The id & more.", " *", " *     See [there](https://a.test/b).", " */"].join(
      "\n",
    ),
  );
});

test("of a link to a place on a page that is not here, an editor shows the words", () => {
  expect(commentOf({ description: "See [Permissions](#permissions)." })).toBe(
    "/** @description See Permissions. */",
  );
});

test("what else is said of a field stays as it is written", () => {
  const schema = {
    title: "Id",
    format: "html",
    deprecated: true,
    description: "<p>A<br>B</p>",
    default: "<p>none</p>",
    example: "<b>@description &lt;</b>",
  };
  expect(commentOf(schema)).toBe(
    [
      "/**",
      " * Id",
      " * Format: html",
      " * @deprecated",
      " * @description A\\",
      " *     B",
      " * @default <p>none</p>",
      " * @example <b>@description &lt;</b>",
      " */",
    ].join("\n"),
  );
});

test("a line of a description is no tag", () => {
  expect(commentOf({ description: "Who:\n@deprecated" })).toBe(
    ["/**", " * @description Who:", " *     `@deprecated`", " */"].join("\n"),
  );
});

test("what is decoded does not end the comment", () => {
  expect(commentOf({ description: "&#42;/ throw 1 /&#42; &lt;/script>" })).toBe(
    "/** @description *\\/ throw 1 /* <\\/script> */",
  );
});

test("a description of nothing but tags is left as it is", () => {
  expect(commentOf({ description: "<p></p>" })).toBe("/** @description <p></p> */");
});
