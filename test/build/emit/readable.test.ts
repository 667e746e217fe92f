import { describe, expect, test } from "vitest";
import { prose } from "../../../scripts/build/emit/comment.ts";
import { readable } from "../../../scripts/build/emit/readable.ts";

describe("text that was written for a page", () => {
  test.each([
    ["Name &amp; value&#58; 3 &#x20AC;, &eacute;", "Name & value: 3 €, &eacute;"],
    ["Once only: &amp;lt;", "Once only: &lt;"],
    ["Sent.<br><br>*Limits*:<br/>Burst: `1/s`<BR />Steady", "Sent.\n\n*Limits*:\\\nBurst: `1/s`\\\nSteady"],
    ["One of<br>- this<br />- that<br>", "One of\n- this\n- that"],
    [
      "Call it:<br><br>```sh<br>curl \\<br>  a<br>```<br>Done<br>",
      "Call it:\n\n```sh\ncurl \\\n  a\n```\nDone",
    ],
    ["| a | b<br/>c |", "| a | b c |"],
    ["<p>One <b>word</b>.</p><p>Two</p>", "One word.\n\nTwo"],
    ["<ul><li>One</li> <li>Two</li></ul>End", "- One\n- Two\n\nEnd"],
    ["<table><tr><th>Key</th><td>Value</td></tr></table>", "Key Value"],
    ["See <a class='x' href=\"https://a.example/b\">there</a>.", "See [there](https://a.example/b)."],
    ["See <a href='javascript:alert(1)'>there</a>.", "See there."],
    [
      '**[Permissions](#permissions) required:** [Get `task`](#get-task "It")',
      "**Permissions required:** Get `task`",
    ],
    [
      "See <a href='#there'>there</a> or [here](https://a.example/b#there).",
      "See there or [here](https://a.example/b#there).",
    ],
    ["The <code>&lt;id&gt;</code> of it", "The `<id>` of it"],
    [
      "<Warning>\n\nA preview:\n\n- it may change\n\n</Warning>\n\nGets it.",
      "A preview:\n\n- it may change\n\nGets it.",
    ],
    ['<Tabs.Item name="a">\nTwo words\n</Tabs.Item>', "Two words"],
    ['<x-state class="ea"></x-state> If it is on', "If it is on"],
  ])("is %j", (written, read) => {
    expect(readable(written)).toBe(read);
  });

  test.each([
    "a < b && c > d",
    "`GET /<id>` and ``<b>` &amp; </b>``",
    "`[a](#b)`, a[0](#b",
    "```\n<br>&amp;<b>x</b>\n```",
    "Send <id>, or <currency>100</currency>, or <Key>, to <code>",
    "<Lock>\n  <Token>from-response</Token>\n</Lock>",
    "Wrap it in <redact>so many words</redact>.",
    "&#0; &#8238; &#xD800; &#x110000; &#8232; &constructor;",
  ])("stays as it is where it is code, or no markup: %j", (written) => {
    expect(readable(written)).toBe(written);
  });

  test.each([
    ["&#42;/ evil", "*\\/ evil"],
    ["*&#x2f; *&#47;", "*\\/ *\\/"],
    ["*<b></b>/", "*\\/"],
    ["<i>*</i>/", "*\\/"],
    ["&#64;deprecated\n<br>&#64;param", "`@deprecated`\\\n`@param`"],
    ["&lt;/script&gt;&lt;!-- x", "<\\/script><\\!-- x"],
    ["<a href='*/'>*</a>/", "*\\/"],
    ["<a href='/*/x'>there</a>", "[there](/*\\/x)"],
  ])("cannot leave the comment by it either: %j", (written, safe) => {
    expect(prose(readable(written))).toBe(safe);
  });

  test.each([
    "`".repeat(50_000),
    "[".repeat(50_000),
    "[a](#".repeat(10_000),
    "` ``".repeat(20_000),
    " ".repeat(50_000),
    `x${" ".repeat(50_000)}<b`,
    "<a ".repeat(20_000),
    "<A>".repeat(20_000) + "</A>".repeat(20_000),
    "<A><b>".repeat(20_000),
    "<br>".repeat(50_000),
    "```\n".repeat(20_000),
    "<code>".repeat(20_000),
    "&#42".repeat(20_000),
    "\n \t".repeat(20_000),
  ])("takes no longer for being made to: %#", { timeout: 2000 }, (written) => {
    expect(readable(`${written}<`).length).toBeLessThan(written.length + 40_000);
  });
});
