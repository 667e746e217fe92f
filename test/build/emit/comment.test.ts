import { describe, expect, test } from "vitest";
import { docComment, prose } from "../../../scripts/build/emit/comment.ts";
import { lines } from "../given.ts";

describe("a doc comment", () => {
  test("is one line, several, or nothing", () => {
    expect(docComment([])).toBe("");
    expect(docComment(["", " "])).toBe("");
    expect(docComment(["One line."])).toBe("/** One line. */\n");
    expect(docComment(["One.", "", "Two.\n@default 1"])).toBe(
      "/**\n * One.\n *\n * Two.\n * @default 1\n */\n",
    );
  });

  test("is wrapped as Markdown allows: paragraphs and items flow, tables and code stand", () => {
    const long = "word ".repeat(30).trim();
    expect(docComment([`Ends\n\`here\`.\n\n- ${long}\n| ${long} |\n\n\`\`\`\n${long}\n\`\`\``])).toBe(
      `${lines(`
        /**
         * Ends \`here\`.
         *
         * - ${"word ".repeat(19).trim()}
         *   ${"word ".repeat(11).trim()}
         * | ${long} |
         *
         * \`\`\`
         * ${long}
         * \`\`\`
         */
      `)}\n`,
    );
  });

  test("never breaks a piece of code that has room on a line, nor loses one that has not", () => {
    const filler = "x".repeat(60);
    const piece = '`fetchClient(client).GET(…, { headers: { Accept: … }, parseAs: "text" })`';
    expect(docComment([`${filler} by ${piece}.`])).toBe(`/**\n * ${filler} by\n * ${piece}.\n */\n`);
    expect(docComment([`${filler} \`\`a \` ${filler.slice(30)} b\`\` ends`])).toBe(
      `/**\n * ${filler}\n * \`\`a \` ${filler.slice(30)} b\`\` ends\n */\n`,
    );
    const long = `\`${"word ".repeat(30).trim()}\``;
    const flat = docComment([`${filler} ${long} and ' a \` alone`]).replace(/\n \* /g, " ");
    expect(flat).toContain(` ${filler} ${long} and ' a \` alone`);
  });

  test("never breaks a link, nor before a word that would become a tag", () => {
    const filler = "x".repeat(90);
    expect(docComment([`${filler} {@link somewhere} and`])).toBe(
      `/**\n * ${filler}\n * {@link somewhere} and\n */\n`,
    );
    expect(docComment([`${filler} and then @everyone`])).toBe(`/** ${filler} and then @everyone */\n`);
  });
});

describe("words of a specification", () => {
  test.each([
    ["end */ of it", "end *\\/ of it"],
    ["</script><!-- -->", "<\\/script><\\!-- -->"],
    ["@deprecated\n  @param x\nmail a@b.example", "`@deprecated`\n  `@param` x\nmail a@b.example"],
    ["one\r\ntwo\u2028three\rfour", "one\ntwo\nthree\nfour"],
    [undefined, ""],
  ])("cannot leave the comment nor become a tag of it: %j", (written, safe) => {
    expect(prose(written)).toBe(safe);
  });
});
