import { describe, expect, test } from "vitest";
import { configuration, givenProject, specification } from "../build/project.ts";
import { called } from "./given.ts";

const nowhere = { folder: "/nowhere" };

describe("a call that makes no sense is refused with 2 and what was probably meant", () => {
  test.each([
    ["", "Which command?", ""],
    ["generat", 'There is no command "generat"; did you mean generate?', ""],
    ["xyzzy", /^There is no command "xyzzy"; there are generate, lint\b/, ""],
    ["--check", "The command comes before its options, not --check.", ""],
    ["generate --chek", "generate has no option --chek. Did you mean --check?", " generate"],
    ["generate --output x", "generate has no option --output. Did you mean --out?", " generate"],
    ["generate --conf x", "generate has no option --conf. Did you mean --config?", " generate"],
    ["generate --o x", /^generate has no option --o\.$/, " generate"],
    ["generate --xyzzy", "generate has no option --xyzzy.", " generate"],
    ["generate -c", "generate has no option -c.", " generate"],
    ["generate --toString", "generate has no option --toString.", " generate"],
    ["generate --check=no", "--check takes no value.", " generate"],
    ["generate --out", "--out needs a value: --out FOLDER.", " generate"],
    ["generate --out --check", "--out needs a value: --out FOLDER.", " generate"],
    ["generate --out=", "--out needs a value: --out FOLDER.", " generate"],
    ["lint --out x", "lint has no option --out.", " lint"],
  ])("%s", async (call, message, where) => {
    const { code, out, err } = await called(call, nowhere);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const [first, second] = err.split("\n");
    expect(first).toMatch(message);
    expect(second).toBe(`See: openapi-jobs${where} --help`);
  });

  test("generate --check --watch", async () => {
    const project = givenProject({ "redocly.yaml": configuration("alpha") });
    expect((await called("generate --check --watch", project)).err).toBe(
      "--check and --watch exclude each other: a check looks once.\nSee: openapi-jobs generate --help\n",
    );
  });
});

describe("help", () => {
  test("of the whole lists the commands and what exit codes mean", async () => {
    const { code, out, err } = await called("--help", nowhere);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Usage: openapi-jobs <command> \[options\]\n/);
    expect(out).toMatch(/^ {2}generate \[api…\] {2,}Generates/m);
    expect(out).toContain("130 interrupted");
  });

  test("of a command lists its options, whatever else is said", async () => {
    const { code, out } = await called("generate alpha -h", nowhere);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: openapi-jobs generate \[api…\] \[options\]\n/);
    expect(out).toMatch(
      /^ {2}--config FILE {2,}The configuration\. Default: redocly\.yaml in this folder\.$/m,
    );
    expect(await called("generate -h", nowhere)).toEqual(await called("generate --help", nowhere));
  });

  test("can be asked for as a command, too", async () => {
    expect(await called("help", nowhere)).toEqual(await called("--help", nowhere));
    expect(await called("help lint", nowhere)).toEqual(await called("lint --help", nowhere));
  });

  test("says where a code is explained", async () => {
    for (const call of ["generate --help", "lint --help"])
      expect((await called(call, nowhere)).out).toContain(
        "node_modules/openapi-jobs/docs/problems/<code>.md",
      );
  });

  test("fits into 120 columns", async () => {
    for (const call of ["--help", "generate --help", "lint --help", "suggest --help"]) {
      const { out } = await called(call, nowhere);
      expect(out.split("\n").filter((line) => line.length > 120)).toEqual([]);
    }
  });

  test("--version tells the package's", async () => {
    const { out } = await called("--version", nowhere);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await called("-v", nowhere)).toEqual({ code: 0, out, err: "" });
    expect(await called("version", nowhere)).toEqual({ code: 0, out, err: "" });
  });
});

describe("without a configuration", () => {
  test("the error shows what to write", async () => {
    const project = givenProject({ "package.json": "{}" });
    expect(await called("generate", project)).toEqual({
      code: 2,
      out: "",
      err: `There is no redocly.yaml, the file that lists your APIs. To begin with, it needs:

# redocly.yaml
apis:
  my-api:
    root: openapi.yaml

See: openapi-jobs generate --help
`,
    });
  });

  test.each([
    ["Print Shop.v2.yaml", specification("getThing"), "print-shop-v2"],
    ["printer.openapi.json", specification("getThing"), "printer"],
    ["Print-Shop_OpenAPI3.yaml", specification("getThing"), "print-shop"],
    ["print.swagger.yaml", specification("getThing"), "print"],
    ["con.yaml", specification("getThing"), "sample"],
    ["2024.json", '{ "openapi": "3.1.0" }', "my-api"],
    ["openapi.yml", "# ours\nopenapi: 3.0.3\n", "my-api"],
    ["openapi.yaml", "openapi: 3.1.0\ninfo:\n  version: '1'\n  title: Film Lab API # ours\n", "film-lab"],
    ["openapi.json", '{ "openapi": "3.1.0", "info": { "title": "Film, Lab", "version": "1" } }', "film-lab"],
  ])("and with %s lying there, that is in it", async (file, text, name) => {
    const project = givenProject({ "package.json": "{}", [file]: text });
    const { err } = await called("lint", project);
    expect(err).toContain(`\n  npx openapi-jobs suggest ${file} --write\n`);
    expect(err).toContain(`\napis:\n  ${name}:\n    root: ${file}\n`);
  });

  test("and with a file named, that is in it, or is said not to be there", async () => {
    const project = givenProject({
      "a.yaml": specification("getThing"),
      "my.yaml": specification("getMine"),
    });
    expect(
      (await called("generate my.yaml", project)).err,
    ).toBe(`There is no redocly.yaml, the file that lists your APIs. To have it written, and jobs looked for in my.yaml:

  npx openapi-jobs suggest my.yaml --write

To write it yourself:

# redocly.yaml
apis:
  my:
    root: my.yaml

Then call this with names of APIs, not files, or with none for all of them.

See: openapi-jobs generate --help
`);
    expect(
      (await called("generate mine.yaml", givenProject({}))).err,
    ).toBe(`There is no mine.yaml, and no redocly.yaml, the file that lists your APIs. To begin with, it needs:

# redocly.yaml
apis:
  mine:
    root: mine.yaml # where your document is

Then call this with names of APIs, not files, or with none for all of them.

See: openapi-jobs generate --help
`);
  });

  test("the file that --config names is what is missed", async () => {
    const project = givenProject({ "package.json": "{}" });
    expect((await called("generate --config api/redocly.yaml", project)).err).toMatch(
      /^There is no api\/redocly\.yaml, /,
    );
  });
});
