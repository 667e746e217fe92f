import { describe, expect, test } from "vitest";
import type { Project } from "./project.ts";
import { configuration, givenProject, specification } from "./project.ts";

async function errorsOf(files: Readonly<Record<string, string>>): Promise<string> {
  const { errors, report } = await givenProject(files).build();
  expect(report.ok).toBe(false);
  return errors;
}

describe("problems are shown with their file, line and column", () => {
  test("of several APIs at once", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha", "beta", "gamma"),
      "alpha.yaml": specification("getAlpha").replace("type: string", "$ref: '#/Text'"),
      "beta.yaml": specification("getBeta"),
      "gamma.yaml": specification("getGamma", "x-errors: 7\n"),
    });
    expect(errors.match(/^\S+:\d+:\d+ .*$/gm)).toEqual([
      "alpha.yaml:8:85  error  `#/Text` leads nowhere: there is no `Text`.  (no-unresolved-refs)",
      "gamma.yaml:9:11  error  `x-errors` is an object with the keys `code`, `message`, `requestId`, `ok`, `retry`, `unavailable`, `renew`, `notFound` and `retryAfter`; here stands the number 7.  (not-an-object)",
    ]);
    expect(errors).toMatch(/\n2 errors, the first at alpha\.yaml:8:85\. Nothing was written\.\n$/);
  });

  test("of every kind at once: the configuration's, the linter's, the rules' for jobs, and what cannot be generated", async () => {
    const slips = specification("getAlpha", "x-errors: { cod: $response.body#/code }\n")
      .replace("info: { title: Sample", "info: { titel: Sample")
      .replace("responses:", "parameters: [{ name: sid, in: cookie, schema: {} }]\n      responses:");
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha", "Beta"),
      "alpha.yaml": slips,
      "Beta.yaml": specification("getBeta"),
    });
    expect(errors.match(/^\S+:\d+:\d+|\([\w-]+\)$/gm)).toEqual([
      ...["alpha.yaml:2:1", "(struct)"],
      ...["alpha.yaml:2:9", "(struct)"],
      ...["alpha.yaml:8:20", "(unsupported-parameter-place)"],
      ...["redocly.yaml:3:3", "(bad-api-name)"],
      ...["alpha.yaml:10:13", "(unknown-key)"],
    ]);
  });

  test("but what follows from another fault is left out", async () => {
    const files = (more: string): Readonly<Record<string, string>> => ({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `${specification("getAlpha")}\n${more}`,
    });
    // the path parameter is not declared as far as anybody can see
    expect(
      await errorsOf(
        files(
          "  /a/{id}:\n    get:\n      operationId: a\n      parameters: [{ $ref: '#/nowhere' }]\n      responses: { '204': { description: A. } }\n",
        ),
      ),
    ).toContain("\n1 error, ");
    // nobody can read this, and a `$ref` is wrong besides
    expect(await errorsOf(files("  /a: { $ref: '#/b' }\nsecurity: 7\n"))).not.toContain(
      "(cannot-be-generated)",
    );
  });

  test("once each where an expression is none, in a list or below its key, too", async () => {
    const files = (polling: string): Readonly<Record<string, string>> => ({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Sample, version: "1" }
servers: [{ url: https://api.test }]
x-errors:
  code:
    - 1
paths:
  /jobs:
    get:
      operationId: getJob
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } }
      x-polling:
        job: job
        succeeded: [done]
${polling.replace(/^/gm, "        ")}
`,
    });
    const errors = await errorsOf(
      files(`status:
  - $response.body#/status
  - 2
failedIf:
  - $body
progress:
  done: 3
  total:
    $total
error:
  code:
    - 4
  message:
    none`),
    );
    expect(errors.match(/^\S+:\d+:\d+ {2}error/gm)?.toSorted()).toEqual([
      "alpha.yaml:17:13  error",
      "alpha.yaml:19:13  error",
      "alpha.yaml:21:17  error",
      "alpha.yaml:23:13  error",
      "alpha.yaml:26:15  error",
      "alpha.yaml:28:13  error",
      "alpha.yaml:6:7  error",
    ]);
  });

  test("with the lines around them, and what was perhaps meant", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha", "x-errors: { cod: $response.body#/code }").replace(
        /responses: .*/,
        "responses: { '204': { description: done } }",
      ),
    });
    expect(errors).toBe(
      [
        "alpha.yaml:9:13  error  `x-errors` has no key `cod`.  (unknown-key)",
        "Did you mean code?",
        "   7 |       operationId: getAlpha",
        "   8 |       responses: { '204': { description: done } }",
        "   9 | x-errors: { cod: $response.body#/code }",
        "     |             ^^^",
        "  10 | security: []",
        "  11 |",
        "",
        "1 error, at alpha.yaml:9:13. Nothing was written.",
        "",
      ].join("\n"),
    );
  });

  test("on a line that a program wrote and nobody can look at, with a pointer instead", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Sample", version: "1", description: "long ".repeat(300) },
        servers: [{ url: "https://api.test" }],
        "x-errors": 7,
        "x-more": "long ".repeat(300),
        paths: { "/a": { get: { responses: { "204": { description: "A." } } } } },
      }),
    });
    expect(errors).toMatch(/^alpha\.yaml#\/x-errors {2}error {2}`x-errors` is an object .*\n\n/m);
    // an operation without a name is told of once
    expect(errors.match(/operationId/g)).toHaveLength(1);
    expect(errors).toContain("GET /a has no operationId; it is exported as getA.");
    expect(errors.length).toBeLessThan(1000);
  });

  test("a syntax error in YAML", async () => {
    const files = { "redocly.yaml": configuration("alpha"), "alpha.yaml": "openapi: 3.1.0\ninfo: {\npaths" };
    expect(await errorsOf(files)).toMatch(
      /^alpha\.yaml:3:1 {2}error {2}This is no YAML: deficient indentation\. .* {2}\(not-yaml\)\n/,
    );
  });

  test.each([
    [
      "a colon in a text",
      "info:\n  title: One: two\n",
      "2:13  error  This is no YAML: bad indentation of a mapping entry. Let the line begin where its neighbours do. Or else the line before lacks its colon, or a text with `: ` in it its quotation marks.",
    ],
    [
      "a tab",
      "info:\n\ttitle: One\n",
      "2:1  error  This is no YAML: tab characters must not be used in indentation. Indent with blanks.",
    ],
    [
      "a key twice",
      "info:\n  title: One\n  title: Two\n",
      "3:3  error  This is no YAML: duplicated mapping key. Remove it here or further up: a key stands once in its mapping.",
    ],
    [
      "a brace that nobody closes",
      "info: { title: One\n",
      "2:1  error  This is no YAML: deficient indentation. Close what is open: a bracket, a brace or a quotation mark further up. If nothing is, move the line to the right.",
    ],
    [
      "a key without its colon",
      "info:\n  title One\n  version: 1\n",
      "3:10  error  This is no YAML: bad indentation of a mapping entry. Let the line begin where its neighbours do. Or else the line before lacks its colon, or a text with `: ` in it its quotation marks.",
    ],
    [
      "a text that begins like an alias",
      "info: *.example\n",
      '1:8  error  This is no YAML: unidentified alias ".example". A `*` at the beginning means an alias; a text that begins so stands in quotation marks.',
    ],
  ])("what to do about a syntax error: %s", async (_, text, said) => {
    const errors = await errorsOf({ "redocly.yaml": configuration("alpha"), "alpha.yaml": text });
    expect(errors.split("\n")[0]).toBe(`alpha.yaml:${said}  (not-yaml)`);
  });

  test("a syntax error in JSON", async () => {
    const files = {
      "redocly.yaml": "apis: { alpha: { root: alpha.json } }\n",
      "alpha.json": '{ "openapi": "3.1.0"\n  "info": {} }',
    };
    expect((await errorsOf(files)).split("\n")[0]).toBe(
      "alpha.json:2:3  error  This is no JSON: missed comma between flow collection entries. Write a comma between two entries, or close the bracket or the brace before.  (not-yaml)",
    );
  });

  test("a slip of indentation that leaves YAML what it is, and would take something away", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `openapi: 3.1.0
info: { title: Sample, version: '1' }
servers: [{ url: https://api.test }]
paths:
  /a:
    parameters: []
  get:
    operationId: getA
    responses: { '204': { description: A. } }
  /b:
    get:
      operationId: getB
      responses:
      '200': { description: B. }
`,
    });
    expect(errors.match(/^alpha\S+ {2}error .*$/gm)).toEqual([
      "alpha.yaml:7:3  error  `get` stands beside the paths and belongs under one: indent it.  (struct)",
      "alpha.yaml:14:7  error  `200` stands beside `responses` and belongs under it: indent it.  (struct)",
    ]);
  });

  test("a syntax error in the configuration", async () => {
    expect(await errorsOf({ "redocly.yaml": "apis: {" })).toMatch(
      /^redocly\.yaml:\d+:\d+ {2}error {2}This is no YAML: .* \(not-yaml\)\n/,
    );
  });

  test("a specification that is not there", async () => {
    expect(await errorsOf({ "redocly.yaml": configuration("alpha") })).toMatch(
      /^redocly\.yaml:2:18 {2}error {2}There is no file alpha\.yaml\. {2}\(missing-file\)\n/,
    );
  });

  test("no configuration at all", async () => {
    expect(await errorsOf({})).toMatch(
      /^redocly\.yaml {2}error {2}There is no file redocly\.yaml\. {2}\(missing-file\)/,
    );
  });

  test("a `$ref` to a file or a place that is not there", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha", "beta"),
      "alpha.yaml": specification("getAlpha").replace("type: string", "$ref: 'nowhere.yaml#/Text'"),
      "beta.yaml": specification("getBeta").replace("type: string", "$ref: '#/components/schemas/Text'"),
    });
    expect(errors).toMatch(/^alpha\.yaml:8:\d+ {2}error {2}There is no file nowhere\.yaml\. /m);
    expect(errors).toMatch(
      /^beta\.yaml:8:\d+ {2}error {2}`#\/components\/schemas\/Text` leads nowhere: there is no `components`\./m,
    );
  });

  test("a `$ref` that is misspelt, with the one that was probably meant", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": `${specification("getAlpha").replace("type: string", "$ref: '#/components/schemas/Txt'")}
components: { schemas: { Text: { type: string } } }
`,
    });
    expect(errors).toMatch(
      /leads nowhere: there is no `Txt`\. .*\nDid you mean #\/components\/schemas\/Text\?\n/,
    );
  });

  test("a `$ref` under a name that looks like an extension or an example, which is no extension and no example", async () => {
    const ok = "'200': { description: ok";
    const given = specification("getAlpha");
    for (const named of [
      "headers: { x-total: { $ref: '#/nowhere' } }",
      "links: { example: { $ref: '#/nowhere' } }",
    ]) {
      const alpha = given.replace(ok, `${ok}, ${named}`);
      const errors = await errorsOf({ "redocly.yaml": configuration("alpha"), "alpha.yaml": alpha });
      expect(errors).toMatch(/^alpha\.yaml:8:\d+ {2}error {2}`#\/nowhere` leads nowhere/);
    }
  });

  test.each([
    ["as a part of a URL", "with%20space/text.yaml#/Text"],
    ["as Windows has it", ".\\with space\\text.yaml#/Text"],
  ])("a file whose path is written %s", async (_, $ref) => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha").replace("type: string", `$ref: '${$ref}'`),
      "with space/text.yaml": "Text: { type: string }\n",
    });
    expect(errors).toContain("(no-unresolved-refs)\nDid you mean with space/text.yaml#/Text?\n");
  });

  test("a file, or a place in one, that is misspelt", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha", "beta").replace("beta.yaml", "bta.yaml"),
      "alpha.yaml": specification("getAlpha").replace("type: string", "$ref: 'shared/txt.yaml#/Text'"),
      "beta.yaml": specification("getBeta"),
      "shared/text.yaml": "Text: { type: string }\n",
    });
    expect(errors).toContain(
      "There is no file shared/txt.yaml.  (no-unresolved-refs)\nDid you mean shared/text.yaml#/Text?\n",
    );
    expect(errors).toContain("There is no file bta.yaml.  (missing-file)\nDid you mean beta.yaml?\n");
    expect(
      await errorsOf({
        "redocly.yaml": configuration("alpha"),
        "alpha.yaml": specification("getAlpha").replace("type: string", "$ref: 'text.yaml#/Txt'"),
        "text.yaml": "Text: { type: string }\n",
      }),
    ).toContain(
      "`text.yaml#/Txt` leads nowhere: there is no `Txt`.  (no-unresolved-refs)\nDid you mean text.yaml#/Text?\n",
    );
  });

  test("Swagger 2, and how to get out of it", async () => {
    const swagger = "info: { title: Old, version: '1' }\nswagger: '2.0'\npaths: {}\n";
    expect(await errorsOf({ "redocly.yaml": configuration("alpha"), "alpha.yaml": swagger })).toMatch(
      /^alpha\.yaml:2:10 {2}error {2}This is Swagger 2\. Convert it to OpenAPI 3 once, and list the outcome: npx swagger2openapi --anchors alpha\.yaml --outfile alpha\.openapi\.json\. {2}\(swagger-2\)\n/,
    );
  });

  test.each([
    ["title: Something", ""],
    ["openapi: 4.0.0", ":1:10"],
    ["[]", ""],
    ["", ""],
  ])("what is not OpenAPI 3: %s", async (text, place) => {
    expect(await errorsOf({ "redocly.yaml": configuration("alpha"), "alpha.yaml": text })).toContain(
      `alpha.yaml${place}  error  This is no OpenAPI document of version 3.0, 3.1 or 3.2.  (not-openapi-3)`,
    );
  });

  test("what lies in the network, which a build does not ask", async () => {
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha").replace(
        "}",
        "}\n  beta: { root: https://beta.example/openapi.yaml }",
      ),
      "alpha.yaml": specification("getAlpha").replace(
        "type: string",
        "$ref: 'https://alpha.example/text.yaml'",
      ),
    });
    const reason =
      "is not fetched: the build reads files only. Save it beside the specification and refer to that";
    expect(errors).toMatch(/^alpha\.yaml:8:\d+ {2}error {2}/m);
    expect(errors).toContain(`https://alpha.example/text.yaml ${reason}`);
    expect(errors).toMatch(/^redocly\.yaml:3:17 {2}error {2}/m);
    expect(errors).toContain(`https://beta.example/openapi.yaml ${reason}.`);
  });

  test.each([
    ["api@v1", 'redocly.yaml:2:3  error  "api@v1" cannot name an API'],
    ["Api", 'redocly.yaml:2:3  error  "Api" cannot name an API'],
    ["../up", 'redocly.yaml:2:3  error  "../up" cannot name an API'],
  ])("an API named %s", async (name, message) => {
    expect(await errorsOf({ "redocly.yaml": configuration(name) })).toContain(message);
  });

  test("a configuration without APIs, or with a word that it does not know", async () => {
    const message = "error  There is no API: list at least one under apis.";
    expect(await errorsOf({ "redocly.yaml": "rules: {}\n" })).toContain(`redocly.yaml  ${message}`);
    expect(await errorsOf({ "redocly.yaml": "rules: {}\napis: {}\n" })).toContain(
      `redocly.yaml:2:1  ${message}`,
    );
    expect(await errorsOf({ "redocly.yaml": `${configuration("alpha")}ruls: {}\n` })).toMatch(
      /^redocly\.yaml:3:1 {2}error {2}Property `ruls` is not expected here\./,
    );
  });

  test.each([
    [
      "apis: [alpha.yaml]\n",
      "redocly.yaml:1:7  error  `apis` has a key for each API. Write `my-api: { root: openapi.yaml }`.  (configuration struct)",
    ],
    [
      "apis: { Alpha@v2: { root: alpha.yaml } }\n",
      'redocly.yaml:1:9  error  "Alpha@v2" cannot name an API: use small letters, digits and single hyphens, such as my-api.  (bad-api-name)\nDid you mean alpha-v2?',
    ],
    [
      "apis:\n  alpha:\n  root: alpha.yaml\n",
      "redocly.yaml:2:3  error  Nothing stands below `alpha`. Write `root:`, with the document, further in than its name.  (cannot-be-read)",
    ],
    [
      "apis: { alpha: alpha.yaml }\n",
      "redocly.yaml:1:16  error  An API has keys of its own. Write `alpha: { root: alpha.yaml }`.  (configuration struct)",
    ],
    [
      `${configuration("alpha")}output: src\n`,
      "redocly.yaml:3:1  error  Property `output` is not expected here. The output folder is said to the command: `openapi-jobs generate --out FOLDER`.  (configuration struct)",
    ],
    [
      `${configuration("alpha")}rules: { jobs/polling: off }\n`,
      "redocly.yaml:3:10  error  There is no rule jobs/polling; there are jobs/x-polling, jobs/x-errors, jobs/x-rate-limit, jobs/links, jobs/placement, jobs/starter, jobs/references.  (unknown-rule)",
    ],
    [
      `${configuration("alpha")}oas3_1Rules: { jobs/link: off }\n`,
      "redocly.yaml:3:16  error  There is no rule jobs/link; there are jobs/x-polling, jobs/x-errors, jobs/x-rate-limit, jobs/links, jobs/placement, jobs/starter, jobs/references.  (unknown-rule)",
    ],
    [
      `${configuration("alpha")}extends: [recommended, recomended]\n`,
      "redocly.yaml:3:24  error  Invalid config recomended: there is no such built-in config.  (cannot-be-read)",
    ],
    [
      `${configuration("alpha")}plugins: [./nowhere.js]\n`,
      'redocly.yaml:3:11  error  Plugin "./nowhere.js" not found.  (cannot-be-read)',
    ],
  ])("a configuration with a slip: %s", async (text, said) => {
    const errors = await errorsOf({ "redocly.yaml": text, "alpha.yaml": specification("getAlpha") });
    expect(errors.slice(0, said.length + 1)).toBe(`${said}\n`);
    expect(errors).toMatch(/\n1 error, at redocly\.yaml:\d+:\d+\. Nothing was written\.\n$/);
    expect(errors).not.toContain("logo");
  });

  test("what the build itself cannot do, in the file where it stands", async () => {
    const { errors } = await givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha").replace(
        "operationId",
        "parameters: [{ $ref: 'shared/parameters.yaml#/session' }]\n      operationId",
      ),
      "shared/parameters.yaml": "session:\n  name: sid\n  in: cookie\n  schema: { type: string }\n",
    }).build();
    expect(errors).toMatch(
      /^shared\/parameters\.yaml:1:1 {2}warning {2}The parameter sid in cookie is left out/,
    );
  });

  test("a shared fault only once", async () => {
    const refers = (id: string): string => specification(id, "x-errors: { $ref: shared.yaml }\n");
    const errors = await errorsOf({
      "redocly.yaml": configuration("alpha", "beta"),
      "alpha.yaml": refers("getAlpha"),
      "beta.yaml": refers("getBeta"),
      "shared.yaml": "cod: $response.body#/code\n",
    });
    expect(errors).toContain("\n1 error, ");
  });
});

describe("the rules for jobs", () => {
  test("hold although the configuration does not name them", async () => {
    const alpha = specification("getAlpha", "x-errors: { code: nonsense }");
    expect(await errorsOf({ "redocly.yaml": configuration("alpha"), "alpha.yaml": alpha })).toContain(
      "(not-an-expression)",
    );
  });
});

test("the marks of `suggest` that are left in an overlay are one warning; those of a job that is no more than a comment are none", async () => {
  const over = `overlay: 1.0.0
info: { title: Ours, version: '1' }
actions:
  - target: $.info
    update:
      # check: what it is called
      title: New
      # check: whether it is described
      description: Newer

  # - target: $.paths['/alpha'].get
  #   update:
  #     # check: what it does
  #     summary: Asks
`;
  const { report } = await givenProject({
    "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
    "alpha.yaml": specification("getAlpha"),
    "over.yaml": over,
  }).build();
  expect(report.ok).toBe(true);
  expect(report.problems.map(({ code, line, column, message }) => ({ code, line, column, message }))).toEqual(
    [
      {
        code: "open-check",
        line: 6,
        column: 7,
        message:
          "`suggest` was not sure here: what it is called. Look it up, then take this comment away. 1 more of them is below.",
      },
    ],
  );
});

test("of a job that may be none, the mark says what to do if it is none", async () => {
  const over = `overlay: 1.0.0
info: { title: Ours, version: '1' }
actions:
  - target: $.paths['/things'].get
    update:
      # check: whether this is a job at all: nothing
      #   starts it, and
      #   callers change it
      x-polling: { job: thing, status: $response.body, succeeded: [done] }
`;
  const { report } = await givenProject({
    "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
    "alpha.yaml": specification("getAlpha"),
    "over.yaml": over,
  }).build();
  expect(report.problems.find(({ code }) => code === "open-check")?.message).toBe(
    "`suggest` was not sure here: whether this is a job at all: nothing starts it, and callers change it. If it is, take this comment away; if not, all actions of that job.",
  );
});

test("that nothing starts a job is said once nothing asks any more whether it is one", async () => {
  const codesWith = async (mark: string): Promise<readonly string[]> => {
    const { report } = await givenProject({
      "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
      "alpha.yaml": specification("getAlpha"),
      "over.yaml": `overlay: 1.0.0
info: { title: Ours, version: '1' }
actions:
  - target: $.paths['/things'].get
    update:
${mark}      x-polling: { job: thing, status: $response.body, succeeded: [done] }
`,
    }).build();
    return report.problems.map(({ code }) => code).filter((code) => /check|starter/.test(code));
  };
  expect(await codesWith("      # check: whether this is a job at all: no operation was found\n")).toEqual([
    "open-check",
  ]);
  expect(await codesWith("      # check: what done means\n")).toEqual(["open-check", "job-without-starter"]);
  expect(await codesWith("")).toEqual(["job-without-starter"]);
});

test("a long line is cut, and so is the mark below it", async () => {
  const errors = await errorsOf({
    "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
    "alpha.yaml": specification("getAlpha"),
    "over.yaml": `overlay: 1.0.0
info: { title: Ours, version: '1' }
actions:
  - { target: $.info, description: ${"word ".repeat(30)}}
# ...<4 chars>
`,
  });
  expect(errors.split("\n").slice(1, 7)).toEqual([
    "  2 | info: { title: Ours, version: '1' }",
    "  3 | actions:",
    `  4 |   - { target: $.info, description: ${"word ".repeat(20)}wo…`,
    `    |     ${"^".repeat(133)}`,
    "  5 | # ...<4 chars>",
    "  6 |",
  ]);
});

describe("an overlay that is none, or has a slip in it", () => {
  const begin = "overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\n";
  test.each([
    [
      `${begin}actions:\n  - { target: $.info, updat: { title: New } }\n`,
      ["over.yaml:4:23  error  Property `updat` is not expected here.  (struct)", "Did you mean update?"],
    ],
    [
      `${begin}actions:\n  - { target: $.info, description: To do }\n`,
      [
        "over.yaml:4:5  error  This action does nothing: it has no `update`, `remove` or `copy`.  (overlay-target)",
      ],
    ],
    [
      `${begin}actions:\n  - target: $.info\n    update:\n  - { target: $.info, update: { title: New } }\n`,
      [
        "over.yaml:5:5  error  The `update` of this action is empty. Take the whole action away, from `- target:` on, or write what it is to change.  (overlay-target)",
      ],
    ],
    [
      "info: { title: Ours, version: '1' }\nactions: []\n",
      [
        "over.yaml:1:1  error  This is no overlay of version 1: it has to say so. Write `overlay: 1.0.0` at its beginning.  (cannot-be-read)",
      ],
    ],
    [
      "overlay: 1.0.0\nactions: [{ target: $.info, update: { title: New } }, ~]\n",
      [
        "over.yaml:1:1  warning  The field `info` must be present on this level.  (struct)",
        "over.yaml:2:55  error  Expected type `Action` (object) but got `null`  (struct)",
      ],
    ],
  ])("%s", async (overlay, said) => {
    const errors = await errorsOf({
      "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
      "alpha.yaml": specification("getAlpha"),
      "over.yaml": overlay,
    });
    expect(errors.split("\n").filter((line) => /^(over|Did|alpha)/.test(line))).toEqual(said);
  });
});

describe("links that stand where no answer has them say where they belong", () => {
  const links = "links: { self: { operationId: getAlpha } }";
  const belong = "Links belong to an answer, beside its `description` and `content`";
  test.each([
    ["$.paths['/things'].get", `${belong}: \`responses\` › \`200\` › \`links\`.`],
    ["$.paths['/things'].get.responses", `${belong}: \`responses\` › \`200\` › \`links\`.`],
    ["$.paths['/things'].get.responses['200'].content", `${belong}: \`responses\` › \`200\` › \`links\`.`],
    ["$.paths['/things']", `${belong}.`],
  ])("%s", async (target, said) => {
    const { errors } = await givenProject({
      "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
      "alpha.yaml": specification("getAlpha"),
      "over.yaml": `overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nactions:\n  - target: ${target}\n    update: { ${links} }\n`,
    }).build();
    expect(errors.split("\n")[0]).toMatch(/^over\.yaml:5:\d+ {2}warning /);
    expect(errors).toContain(`${said}  (struct)`);
  });

  test("and what is only called so is not taken for them", async () => {
    const { errors } = await givenProject({
      "redocly.yaml": configuration("alpha"),
      "alpha.yaml": specification("getAlpha").replace(
        "operationId",
        "links: { self: { href: / } }\n      operationId",
      ),
    }).build();
    expect(errors).toContain("Property `links` is not expected here.  (struct)");
  });
});

describe("overlays", () => {
  test("one that is not there: another one may be meant, and no document of an API", async () => {
    const files = {
      "redocly.yaml": "apis: { alpha: { root: jobs.yaml, overlays: [jbs.yaml] } }\n",
      "jobs.yaml": specification("getAlpha"),
    };
    const [said = ""] = (await errorsOf(files)).split("\n\n");
    expect(said).toBe(`redocly.yaml:1:46  error  There is no file jbs.yaml.  (missing-file)
  1 | apis: { alpha: { root: jobs.yaml, overlays: [jbs.yaml] } }
    |                                              ^^^^^^^^
  2 |`);
    expect(await errorsOf({ ...files, "jbs2.yaml": '{ "overlay": "1.0.0" }' })).toContain(
      "(missing-file)\nDid you mean jbs2.yaml?\n",
    );
  });

  const api = "apis: { alpha: { root: alpha.yaml, overlays: [first.yaml, second.yaml] } }\n";
  const overlay = (actions: string): string =>
    `overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nactions:\n${actions}`;

  function given(first: string): Project {
    return givenProject({
      "redocly.yaml": api,
      "alpha.yaml": specification("getAlpha"),
      "first.yaml": overlay(first),
      "second.yaml": overlay("  - { target: $.info, update: { title: Overlaid } }\n"),
    });
  }

  test("are applied in their order before anything else is looked at", async () => {
    const project = given(
      "  - { target: $.info, update: { title: First } }\n  - { target: $.paths.*.get, update: { operationId: getOther } }\n",
    );
    const { report } = await project.build();
    expect(report.problems).toEqual([]);
    expect(project.read("generated/alpha/index.ts")).toContain("/** A client of Overlaid. */");
    expect(project.read("generated/alpha/index.ts")).toContain("export const getOther");
  });

  test("are inputs like any other file", async () => {
    const project = given("  - { target: $.info, update: { title: First } }\n");
    await project.build();
    expect((await project.build()).isLoaded).toBe(false);
    project.write({ "second.yaml": overlay("  - { target: $.info, update: { title: Changed } }\n") });
    await project.build();
    expect(project.read("generated/alpha/index.ts")).toContain("/** A client of Changed. */");
  });

  test("have their faults shown where they were written", async () => {
    const { errors } = await given(
      "  - { target: $.paths.*.get, update: { x-rate-limit: often } }\n",
    ).build();
    expect(errors).toMatch(/^first\.yaml:4:54 {2}error .* \(not-an-object\)\n/);
    expect(errors).toMatch(/x-rate-limit: often/);
  });

  test("and so are the faults of what they are laid over, in whatever file", async () => {
    const project = given("  - { target: $.info, update: { title: First } }\n");
    project.write({
      "alpha.yaml": specification("getAlpha", "x-errors: { cod: a }\n").replace(
        "type: string",
        "$ref: shared.yaml#/Text",
      ),
      "shared.yaml": "# a comment\nText: { type: strng }\n",
    });
    const { errors } = await project.build();
    expect(errors).toMatch(/^alpha\.yaml:9:13 {2}error .* \(unknown-key\)/m);
    expect(errors).toMatch(/^shared\.yaml:2:15 {2}warning .* \(struct\)/m);
  });

  test("also where an update is laid over what another made, or over a list", async () => {
    const project = given("  - { target: $.paths.*.get, update: { x-rate-limit: { requests: 5 } } }\n");
    project.write({
      "second.yaml": overlay(
        [
          "  - { target: \"$.paths.*.get['x-rate-limit']\", update: { per: often } }",
          "  - { target: $.servers, update: [{ url: /v1 }, { url: 7 }] }",
          "  - { target: $, update: { paths: { /things: { get: { parameters: [{ name: body, in: cookie }] } } } } }",
          "",
        ].join("\n"),
      ),
    });
    const { errors } = await project.build();
    expect(errors).toMatch(/^second\.yaml:4:\d+ {2}error .* \(not-a-duration\)/m);
    expect(errors).toMatch(/^second\.yaml:5:\d+ {2}warning .*string.* \(struct\)/m);
    expect(errors).toMatch(/^second\.yaml:6:\d+ {2}(error|warning) .* \((?!struct).*\)/m);
    expect(errors).not.toContain("with its overlays");
  });

  test("do not hide what a misspelt `$ref` was meant to be", async () => {
    const { errors } = await givenProject({
      "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
      "alpha.yaml": `${specification("getAlpha").replace("type: string", "$ref: '#/components/schemas/Txt'")}
components: { schemas: { Text: { type: string } } }
`,
      "over.yaml":
        "overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions: [{ target: $.info, update: { description: New } }]\n",
    }).build();
    expect(errors).toContain(
      "`#/components/schemas/Txt` leads nowhere: there is no `Txt`.  (no-unresolved-refs)\nDid you mean #/components/schemas/Text?",
    );
  });

  test("that would change what is not there are a problem, at the target", async () => {
    const build = async (...actions: readonly string[]): Promise<string> => {
      const { errors } = await givenProject({
        "redocly.yaml": "apis: { alpha: { root: alpha.yaml, overlays: [over.yaml] } }\n",
        "alpha.yaml": specification("getAlpha"),
        "over.yaml": `overlay: 1.0.0\ninfo: { title: O, version: '1' }\nactions:\n${actions.map((each) => `  - ${each}\n`).join("")}`,
      }).build();
      return errors;
    };
    const errors = await build(
      "{ target: $.info, update: { description: New } }",
      "{ target: $.inf, update: { description: New } }",
      "{ target: \"$['paths'].nowhere\", update: { get: {} } }",
    );
    expect(errors.match(/^\S+:\d+:\d+ .*$/gm)).toEqual([
      'over.yaml:5:15  error  This target matches nothing: there is no "inf" at the root.  (overlay-target)',
      'over.yaml:6:15  error  This target matches nothing: there is no "nowhere" under paths.  (overlay-target)',
    ]);
    expect(errors).toContain("Did you mean info?");
    expect(await build("{ target: '$.paths.*.patch', update: { deprecated: true } }")).toBe("");
    const twice = [
      "{ target: $.info, update: { license: { name: X } } }",
      "{ target: $.info.license, remove: true }",
    ];
    expect(await build(...twice, "{ target: $.info.license, update: { name: Y } }")).toBe("");
  });

  test("that cannot be read are a problem each, at their own place", async () => {
    const project = given("  - { target: \n");
    project.remove("second.yaml");
    const { errors } = await project.build();
    expect(errors).toMatch(/^first\.yaml:5:\d+ {2}error {2}This is no YAML: .* \(not-yaml\)/m);
    expect(errors).toMatch(/^redocly\.yaml:1:59 {2}error {2}There is no file .*\. {2}\(missing-file\)/m);
  });

  test("that cannot be applied are a problem at their own place", async () => {
    const { errors } = await given("  - { target: '$.paths./jobs.post', update: {} }\n").build();
    const found = "This is no JSONPath: after `$.paths`, it cannot go on with `./jobs.post`.";
    expect(errors).toMatch(/^first\.yaml:4:\d+ {2}error {2}/);
    expect(errors).toContain(
      `${found} A name stands after a dot, or in quotes and brackets, as in \`$.paths['/jobs/{id}'].get\`.  (overlay-target)`,
    );
    expect(errors).toContain("Did you mean $.paths['/jobs'].post?");
    const { errors: others } = await given(
      "  - { target: $.info, update: { x-a: 1 } }\n  - { target: $.info, copy: '$[' }\n",
    ).build();
    expect(others).toMatch(/^first\.yaml:5:\d+ {2}error {2}.*a `\[` in it has no `\]`/);
  });
});
