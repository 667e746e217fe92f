import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { configuration, givenProject, specification } from "../build/project.ts";
import { called } from "./given.ts";

const alpha = {
  "package.json": '{ "type": "module" }',
  "redocly.yaml": configuration("alpha"),
  "alpha.yaml": specification("getAlpha"),
};
const written =
  "written    generated/alpha/index.ts\nwritten    generated/alpha/openapi.json\nwritten    generated/alpha/types.ts\n";
const program = `import { createMock } from "openapi-jobs/mock";
import { createAlphaClient, getAlpha } from "./generated/alpha/index.js";

// The mock plays the service, without an account. For the real one, leave out createMock and fetch.
const { fetch } = createMock("generated/alpha/openapi.json");
const alpha = createAlphaClient({ fetch });
console.log(await getAlpha(alpha));
`;
const shown = `\nA first program. As index.ts, it runs with: npx tsx index.ts\n\n${program}`;
const jobless = "\nNo job is declared in alpha.yaml. To look for some: npx openapi-jobs suggest alpha.yaml\n";
const faulty = specification("getAlpha").replace("type: string", "$ref: '#/Text'");

const wantsModules =
  'A tsconfig.json as npx tsc --init writes it also wants "type": "module" in package.json: npm pkg set type=module\n';

describe("openapi-jobs generate", () => {
  test("writes into generated/ beside the configuration what imports the runtime from the package", async () => {
    const project = givenProject(alpha);
    expect(await called("generate", project)).toEqual({ code: 0, out: written, err: shown + jobless });
    expect(project.read("generated/alpha/index.ts")).toContain('from "openapi-jobs/runtime"');
    expect(await called("generate --check", project)).toEqual({
      code: 0,
      out: written.replaceAll("written  ", "unchanged"),
      err: "",
    });
  });

  test("shows a program for a new client, as it would stand in this folder, and only then", async () => {
    const project = givenProject({ ...alpha, "index.ts": "", "src/package.json": "{}" });
    const here = { folder: path.join(project.folder, "src") };
    const call = "generate --config ../redocly.yaml --out ../clients";
    const checked = await called(`${call} --check`, here);
    expect(checked.err).not.toContain("import");
    const { err } = await called(call, here);
    expect(err.slice(0, err.indexOf("console"))).toBe(
      shown
        .slice(0, shown.indexOf("console"))
        .replaceAll("index.ts", "index.mts")
        .replace("npx tsx index.mts\n", `npx tsx index.mts\n${wantsModules}`)
        .replace("./generated/alpha/index.js", "../clients/alpha/index.js")
        .replace("generated/alpha/openapi.json", "../clients/alpha/openapi.json"),
    );
    project.write({ "alpha.yaml": specification("getOther") });
    expect((await called(call, here)).err).not.toContain("import");
    const elsewhere = await called("generate --out src", project);
    expect(elsewhere.err).toContain("A first program. As alpha.ts, it runs with: npx tsx alpha.ts\n\n");
    expect(elsewhere.err).toContain('"./src/alpha/index.js"');
  });

  test("writes that program to a file which is not there yet, if one is named", async () => {
    const project = givenProject(alpha);
    expect(await called("generate --program index.ts", project)).toEqual({
      code: 0,
      out: written,
      err: `\nA first program is in index.ts. It runs with: npx tsx index.ts\n${jobless}`,
    });
    expect(project.read("index.ts")).toBe(program);
    const again = await called("generate --program index.ts", project);
    expect(again).toEqual({
      code: 2,
      out: "",
      err: expect.stringContaining("index.ts is there already; name another file: --program FILE."),
    });
    const other = await called("generate --program other.ts", project);
    expect(other.err).toBe("\nNo client is new, so there is no first program for other.ts.\n");
    expect(fs.existsSync(path.join(project.folder, "other.ts"))).toBe(false);
  });

  test.each([
    [
      "index.ts",
      'It needs a name that ends in .mts, or "type": "module" in package.json: npm pkg set type=module\n',
    ],
    ["index.mts", wantsModules],
  ])("says what %s needs in a project that is not of ES modules", async (file, needs) => {
    const { err } = await called(
      `generate --program ${file}`,
      givenProject({ ...alpha, "package.json": "{}" }),
    );
    expect(err).toBe(`\nA first program is in ${file}. It runs with: npx tsx ${file}\n${needs}${jobless}`);
  });

  test.each([
    ["--check", "--program goes with neither --check nor --watch."],
    ["--watch", "--program goes with neither --check nor --watch."],
  ])("writes no program with %s", async (flag, message) => {
    const project = givenProject(alpha);
    const { code, err } = await called(`generate ${flag} --program index.ts`, project);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(fs.existsSync(path.join(project.folder, "index.ts"))).toBe(false);
  });

  test("writes no program to another folder, where its paths would lead nowhere", async () => {
    const { code, err } = await called("generate --program src/index.ts", givenProject(alpha));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("--program takes a file in this folder, such as index.mts."),
    ]);
  });

  test("of several new clients, shows a program for the first that has a job", async () => {
    const polled = specification("getBeta").replace(
      "operationId",
      "x-polling: { job: work, status: $response.body, succeeded: [done] }\n      operationId",
    );
    const project = givenProject({
      ...alpha,
      "redocly.yaml": configuration("alpha", "beta"),
      "beta.yaml": polled,
    });
    const { err } = await called("generate", project);
    expect(err).toContain("const job = poll(beta, work, {});");
    expect(err.match(/A first program/g)).toHaveLength(1);
  });

  test("counts warnings that say the same again and again, and shows each with --all, in JSON and to GitHub", async () => {
    const alike = ["a", "b", "c", "d"].map((id) => [
      `/${id}`,
      { get: { operationId: id, responses: { "404": { description: "Gone" } } } },
    ]);
    const document = {
      ...{
        openapi: "3.1.0",
        info: { title: "Alike", version: "1" },
        servers: [{ url: "https://alike.test" }],
      },
      paths: Object.fromEntries(alike),
    };
    const project = givenProject({ ...alpha, "alpha.yaml": JSON.stringify(document, null, 1) });
    const times = (text: string): number => text.split("(no-answer)").length - 1;
    const { err } = await called("generate", project);
    expect(err).toContain("\n1 more warning  (no-answer): --all shows it\n");
    expect(times(err)).toBe(4);
    const all = (await called("generate --all --check", project)).err;
    expect([times(all), all.includes("more warning")]).toEqual([4, false]);
    const { problems } = JSON.parse((await called("generate --check --json", project)).out);
    const codes = problems.map(({ code }: { code: string }) => code);
    expect(codes.filter((code: string) => code === "no-answer")).toHaveLength(4);
    const github = { env: { GITHUB_ACTIONS: "true" } };
    expect((await called("generate --check", project, github)).out.match(/title=no-answer/g)).toHaveLength(4);
  });

  test("ends its problems with where to read more of them, once", async () => {
    const polled = (more: string): string =>
      specification("getAlpha").replace(
        "operationId",
        `x-polling: { job: work, status: $response.body, succeeded: [done]${more} }\n      operationId`,
      );
    const linesOf = async (document: string, call = "generate"): Promise<readonly string[]> => {
      const project = givenProject({ ...alpha, "alpha.yaml": document });
      return (await called(call, project)).err
        .split("\n")
        .filter((line) => /^(To read|\d+ error)/.test(line));
    };
    const pages = "To read more: node_modules/openapi-jobs/docs/problems";
    expect(await linesOf(polled(""))).toEqual([`${pages}/job-without-starter.md`]);
    expect(await linesOf(polled(", delay: soon"))).toEqual([
      `${pages}/<code>.md`,
      "1 error, at alpha.yaml:7:81. Nothing was written.",
    ]);
    expect(await linesOf(specification("getAlpha").replace("type: string", "type: strng"))).toEqual([
      "To read more: https://redocly.com/docs/cli/rules (struct)",
    ]);
    expect(await linesOf(specification("getAlpha"))).toEqual([]);
    expect(await linesOf(polled(", delay: soon"), "generate --json")).toEqual([]);
  });

  test.each([
    ["paths:", "no paths", "alpha.yaml:4:1  error", 1],
    ["", "not even that word", "alpha.yaml:1:1  error", 1],
    ["paths:\n  /alpha:", "a path and nothing in it", "alpha.yaml:4:1  error", 1],
    [
      "webhooks: { a: { post: { responses: { '200': { description: ok } } } } }",
      "what is only called",
      "",
      0,
    ],
    ["paths: {}", "nothing to call on purpose", "", 0],
  ])("does not take %j for an API: %s", async (end, _, place, code) => {
    const start = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\nservers: [{ url: https://a.example }]\n";
    const project = givenProject({ ...alpha, "alpha.yaml": `${start}${end}\n` });
    const said = await called("generate", project);
    expect(said.code).toBe(code);
    if (place !== "")
      expect(said.err).toContain(
        `${place}  There are no operations in this document, so there is nothing to call. It may have been cut off, or be a part of another one.  (no-operations)`,
      );
    const asked = await called("suggest alpha.yaml", project);
    expect({ code: asked.code, out: asked.out }).toEqual({ code: 1, out: "" });
    expect(asked.err).toBe(
      "alpha.yaml  error  There are no operations in this document, so there is nothing to call. It may have been cut off, or be a part of another one.  (no-operations)\n\nTo read more: node_modules/openapi-jobs/docs/problems/no-operations.md\n",
    );
  });

  test("says how to look for jobs where none is declared, of what was built now", async () => {
    const polled = specification("getAlpha").replace(
      "operationId",
      "x-polling: { job: work, status: $response.body, succeeded: [done] }\n      operationId",
    );
    const project = givenProject({
      "redocly.yaml": configuration("alpha", "beta", "gamma"),
      "alpha.yaml": polled,
      "beta.yaml": specification("getBeta"),
      "gamma.yaml": specification("getGamma"),
      "package.json": "{}",
    });
    expect((await called("generate", project)).err).toMatch(
      /\n\nNo job is declared in beta\.yaml, nor in 1 other document\. To look for some: npx openapi-jobs suggest beta\.yaml\n$/,
    );
    expect((await called("generate beta", project)).err).toBe("");
    expect((await called("generate alpha", project)).err).not.toContain("suggest");
  });

  test.each([
    [
      "my.yaml",
      "There is no API my.yaml under apis; there is only alpha. Here go names of APIs, not files. To add the file, write `my: { root: my.yaml }` there.",
      "",
    ],
    [
      "./alpha.yaml",
      "There is no API ./alpha.yaml under apis; there is only alpha. Here go names of APIs, not files.",
      "Did you mean alpha?\n",
    ],
    [
      "none.yaml",
      "There is no API none.yaml under apis; there is only alpha. Here go names of APIs, not files.",
      "",
    ],
  ])("called with the file %s, says that it takes names", async (file, message, advice) => {
    const project = givenProject({ ...alpha, "my.yaml": specification("getMine") });
    const { code, err } = await called(`generate ${file}`, project);
    expect(code).toBe(2);
    expect(err).toBe(
      `redocly.yaml  error  ${message}  (unknown-api)\n${advice}\nTo read more: node_modules/openapi-jobs/docs/problems/unknown-api.md\n1 error, in redocly.yaml. Nothing was written.\n`,
    );
  });

  test.each([
    ["mine.ts", "mine.ts"],
    ["mine.ts/clients", "mine.ts"],
    ["other", "other/alpha"],
  ])("says of --out %s that a file is in the way", async (out, file) => {
    const project = givenProject({ ...alpha, "mine.ts": "mine", "other/alpha": "mine" });
    const error =
      "error  This is a file, and a folder for clients is to be here. Move the file, or have the clients written elsewhere: `--out FOLDER`.  (output-is-file)";
    expect(await called(`generate --out ${out}`, project)).toEqual({
      code: 2,
      out: "",
      err: `${file}  ${error}\n\nTo read more: node_modules/openapi-jobs/docs/problems/output-is-file.md\n1 error, in ${file}. Nothing was written.\n`,
    });
  });

  test("finds the configuration with --config, and writes to --out, both as seen from here", async () => {
    const project = givenProject(alpha);
    fs.mkdirSync(path.join(project.folder, "src"));
    const here = { folder: path.join(project.folder, "src") };
    const { code, out } = await called("generate --config ../redocly.yaml --out apis", here);
    expect({ code, out }).toEqual({ code: 0, out: written.replaceAll("generated/", "apis/") });
    expect(project.read("src/apis/alpha/types.ts")).toContain("getAlpha");
  });

  test("remembers what it built in the package's node_modules, for each configuration", async () => {
    const project = givenProject({ ...alpha, "other/redocly.yaml": configuration("../alpha") });
    project.write({ "other/redocly.yaml": "apis: { beta: { root: ../alpha.yaml } }" });
    await called("generate", project);
    await called("generate --config other/redocly.yaml", project);
    const cache = path.join(project.folder, "node_modules/.cache/openapi-jobs");
    expect(fs.readdirSync(cache)).toHaveLength(2);
    const { out } = await called("generate --json", project);
    expect(JSON.parse(out)).toMatchObject({ apis: [{ name: "alpha", state: "skipped" }] });
  });

  test("remembers nothing where there is no package to do it in", async () => {
    const project = givenProject(alpha);
    project.remove("package.json");
    await called("generate", project);
    expect(fs.readdirSync(project.folder).sort()).toEqual(["alpha.yaml", "generated", "redocly.yaml"]);
  });

  test("ends with 1 when a specification has errors, and when a check finds a difference", async () => {
    const project = givenProject({ ...alpha, "alpha.yaml": faulty });
    const failed = await called("generate", project);
    expect({ code: failed.code, out: failed.out }).toEqual({ code: 1, out: "" });
    expect(failed.err).toMatch(/^alpha\.yaml:\d+:\d+ {2}error /);
    project.write(alpha);
    const checked = await called("generate --check", project);
    expect({ code: checked.code, out: checked.out }).toEqual({
      code: 1,
      out: written.replaceAll("written", "missing"),
    });
    expect(checked.err).toBe(
      "3 files are not as the specifications say. To mend: npx openapi-jobs generate\n",
    );
  });

  test("says on a terminal what it is at, and takes it back", async () => {
    const { err } = await called("generate", givenProject(alpha), { isWatched: true });
    expect(err.startsWith("\r\u001B[2KGenerating alpha (1 of 1)…\r\u001B[2K")).toBe(true);
    expect(err.endsWith(`\u001B[2K${shown}${jobless}`)).toBe(true);
  });

  test("reports as JSON, with nothing else on standard output", async () => {
    const project = givenProject(alpha);
    const { code, out, err } = await called("generate --json", project);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual({
      command: "generate",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      ok: true,
      apis: [{ name: "alpha", state: "built" }],
      files: ["index.ts", "openapi.json", "types.ts"].map((file) => ({
        path: `generated/alpha/${file}`,
        state: "written",
      })),
      problems: [],
      changes: [],
      programs: [{ api: "alpha", text: program, hasJob: false }],
    });
    project.write({ "alpha.yaml": faulty });
    const failed = await called("generate --json", project);
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.out)).toMatchObject({
      ok: false,
      apis: [{ name: "alpha", state: "failed" }],
      files: [],
      problems: [{ severity: "error", code: "no-unresolved-refs", file: "alpha.yaml", line: 8, column: 85 }],
    });
  });

  test("gives no place to a problem that has none", async () => {
    const { err, out } = await called("generate alpah", givenProject(alpha));
    expect([out, err]).toEqual([
      "",
      "redocly.yaml  error  There is no API alpah under apis; there is only alpha.  (unknown-api)\nDid you mean alpha?\n\nTo read more: node_modules/openapi-jobs/docs/problems/unknown-api.md\n1 error, in redocly.yaml. Nothing was written.\n",
    ]);
    const { problems } = JSON.parse((await called("generate alpah --json", givenProject(alpha))).out);
    expect(problems).toEqual([
      {
        severity: "error",
        code: "unknown-api",
        message: "There is no API alpah under apis; there is only alpha.",
        suggest: ["alpha"],
        file: "redocly.yaml",
      },
    ]);
  });

  test("watches until it is interrupted", async () => {
    const project = givenProject(alpha);
    const stop = new AbortController();
    let out = "";
    const watching = called("generate --watch --json", project, {
      signal: stop.signal,
      print: (text) => {
        out += text;
        stop.abort();
      },
    });
    expect((await watching).code).toBe(130);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).ok),
    ).toEqual([true]);
  });

  test("says how many files it watches, and counts those that are there", async () => {
    const stop = new AbortController();
    let out = "";
    await called("generate --watch", givenProject(alpha), {
      signal: stop.signal,
      print: (text) => {
        out += text;
        if (text.includes("Ctrl-C")) stop.abort();
      },
    });
    expect(out.split("\n").at(-2)).toBe(
      "All is well. Watching 2 files, the configuration among them. Ctrl-C ends.",
    );
  });
});

describe("under GitHub Actions", () => {
  const env = { GITHUB_ACTIONS: "true" };

  test("a check annotates the files that are not as they should be", async () => {
    const project = givenProject(alpha);
    await called("generate", project);
    project.write({ "generated/alpha/types.ts": "// edited" });
    const { out } = await called("generate --check", project, { env });
    expect(out.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      "::error file=generated/alpha/types.ts,title=edited::This file is edited.",
    ]);
  });

  test("a check annotates the lines that are wrong, seen from where the repository is", async () => {
    const project = givenProject({
      "package.json": "{}",
      "sub/redocly.yaml": configuration("alpha"),
      "sub/alpha.yaml": faulty,
    });
    const { out } = await called("generate --check --config sub/redocly.yaml", project, {
      env: { ...env, GITHUB_WORKSPACE: path.dirname(project.folder) },
    });
    const place = `file=${path.basename(project.folder)}/sub/alpha.yaml,line=8,col=85,title=no-unresolved-refs`;
    expect(out).toMatch(/^::error /);
    expect(out).toContain(`::error ${place}::`);
    expect(out.trimEnd()).not.toContain("\n");
  });
});
