import { describe, expect, test } from "vitest";
import { run } from "../../scripts/command/run.ts";
import { configuration, givenProject, specification } from "../build/project.ts";
import { called } from "./given.ts";

const version = expect.stringMatching(/^\d+\.\d+\.\d+$/);

/** The report of a call that came to nothing. */
function failed(command: string, lists: readonly string[], code: string, message: string): object {
  const nothing = Object.fromEntries(lists.map((list) => [list, []]));
  const problems = [{ severity: "error", code, message, suggest: [] }];
  return { command, version, ok: false, ...nothing, problems };
}

describe("with --json every end is one document on standard output", () => {
  const builds = ["apis", "files", "changes"];
  const finds = ["jobs", "others", "written"];
  test.each([
    ["generate --json --wtch", "generate", builds, "generate has no option --wtch. Did you mean --watch?"],
    ["lint --json --check", "lint", builds, "lint has no option --check."],
    ["suggest --json", "suggest", finds, "suggest needs a document: openapi-jobs suggest openapi.yaml."],
    ["generte --json", "generte", [], 'There is no command "generte"; did you mean generate?'],
    ["--json", "--json", [], "The command comes before its options, not --json."],
  ])("of a wrong call: %s", async (call, command, lists, message) => {
    const { code, out, err } = await called(call, givenProject({ "redocly.yaml": configuration() }));
    expect([code, JSON.parse(out)]).toEqual([2, failed(command, lists, "usage", message)]);
    expect(err).toMatch(/^.*\nSee: openapi-jobs( \w+)? --help\n$/);
  });

  test("on one line for who watches", async () => {
    const { code, out } = await called("generate --json --watch --check", givenProject({}));
    const message = "--check and --watch exclude each other: a check looks once.";
    expect([code, out.trimEnd().includes("\n")]).toEqual([2, false]);
    expect(JSON.parse(out)).toEqual(failed("generate", builds, "usage", message));
  });

  test("of a missing configuration, without which there is nothing to do", async () => {
    const { code, out } = await called("lint --json", givenProject({}));
    expect([code, JSON.parse(out).problems[0].message]).toEqual([
      2,
      expect.stringContaining("There is no redocly.yaml"),
    ]);
  });

  test("of a fault on a line that is too long to be of help, with a pointer besides", async () => {
    const alpha = {
      openapi: "3.1.0",
      info: { title: "A".repeat(300), version: "1" },
      paths: {},
      "x-errors": 7,
    };
    const given = { "redocly.yaml": configuration("alpha"), "alpha.yaml": JSON.stringify(alpha) };
    const { out } = await called("generate --json", givenProject(given));
    expect(
      JSON.parse(out).problems.find(({ code }: { code: string }) => code === "not-an-object"),
    ).toMatchObject({
      line: 1,
      column: 376,
      pointer: "#/x-errors",
    });
  });

  test("of a document that cannot be searched", async () => {
    const { code, out, err } = await called(
      "suggest alpha.yaml --json",
      givenProject({ "alpha.yaml": "a: 1" }),
    );
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toMatchObject({
      command: "suggest",
      ok: false,
      jobs: [],
      others: [],
      written: [],
      problems: [{ code: "not-openapi-3", file: "alpha.yaml" }],
    });
  });

  test("of a search that found nothing", async () => {
    const given = givenProject({ "alpha.yaml": specification("getAlpha") });
    const { code, out, err } = await called("suggest alpha.yaml --json", given);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({
      command: "suggest",
      version,
      ok: true,
      jobs: [],
      others: [],
      written: [],
      declared: 0,
      problems: [],
    });
  });

  test("of a fault of ours, which persons are shown whole", async () => {
    let [out, err] = ["", ""];
    const faulty = {
      name: "fail",
      operands: "",
      most: 0,
      summary: "",
      details: "",
      options: { json: { help: "" } },
      lists: ["apis"],
      run: () => Promise.reject(new TypeError("x is undefined")),
    };
    const shell = {
      folder: "",
      env: {},
      isWatched: false,
      signal: new AbortController().signal,
      print: (text: string) => {
        out += text;
      },
      warn: (text: string) => {
        err += text;
      },
    };
    expect(await run(["fail", "--json"], shell, [faulty])).toBe(2);
    const message = "openapi-jobs has failed, which it should not: x is undefined";
    expect(JSON.parse(out)).toEqual(failed("fail", ["apis"], "crash", message));
    expect(err).toMatch(/^openapi-jobs has failed, which it should not: x is undefined\n +at /);
  });
});
