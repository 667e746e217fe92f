import { describe, expect, onTestFinished, test, vi } from "vitest";
import { parse } from "yaml";
import { changesOf } from "../../../scripts/build/changes/changes.ts";
import { redoclyDiff } from "../../../scripts/build/changes/redocly-diff.ts";
import { called } from "../../command/given.ts";
import { givenProject } from "../project.ts";
import { changed, printer } from "./given.ts";

vi.mock("../../../scripts/build/changes/redocly-diff.ts", { spy: true });

const grown = changed(
  ["operationId: createPrint", "operationId: startPrint"],
  ["failed: [jammed]", "failed: [jammed, stuck]"],
  ["done, jammed]", "done, jammed, stuck]"],
  ["        paper: { type: string }\n", ""],
  ["links: { paper: { operationId: getPaper, parameters: { id: $response.body#/paper } } }", "links: {}"],
);

function files(specification: string): Readonly<Record<string, string>> {
  return {
    "package.json": "{}",
    "redocly.yaml": "apis: { printer: { root: printer.yaml } }\n",
    "printer.yaml": specification,
  };
}

/** What `openapi-jobs generate` says of changes after the printer has become another. */
async function toldAbout(specification: string, options = ""): Promise<string> {
  const project = givenProject(files(printer));
  await called("generate", project);
  project.write({ "printer.yaml": specification });
  const { out } = await called(`generate ${options}`, project);
  return out.slice(out.indexOf("\n\n") + 2);
}

describe("a spec that grew a status, lost a field and renamed an operation", () => {
  test("is rated by redocly diff, where @redocly/cli is installed", { timeout: 30_000 }, async () => {
    expect(
      await toldAbout(grown),
    ).toBe(`What changed for callers of printer (major; compared by redocly diff):
  major  startPrint: \`createPrint\` is called \`startPrint\` now.  (operation-id-changed)
  major  print: \`follow("paper")\` is gone.  (link-removed)
  major  getPrint, getPaper: Print: Property \`paper\` of \`Print\` was removed.  (property-removed)
  minor  print: Status "stuck" is new, and counts as failed.  (status-added)
  patch  1 that callers need not know
`);
  });

  test("is rated by a smaller comparison elsewhere", async () => {
    vi.mocked(redoclyDiff).mockResolvedValueOnce(undefined);
    expect(
      await toldAbout(grown),
    ).toBe(`What changed for callers of printer (major; compared by openapi-jobs):
  major  startPrint: \`createPrint\` is called \`startPrint\` now.  (operation-id-changed)
  major  print: \`follow("paper")\` is gone.  (link-removed)
  major  getPrint, getPaper: Print: Property \`paper\` was removed.  (property-removed)
  minor  print: Status "stuck" is new, and counts as failed.  (status-added)
`);
  });
});

describe("a status that is new, or gone, is told of by what it means for callers", () => {
  const grew = [
    ["failed: [jammed]", "failed: [jammed, stuck]"],
    ["done, jammed]", "done, jammed, stuck]"],
  ] as const;

  test.each(["redocly diff", "openapi-jobs"])("and not as an enum besides, with %s", async (rater) => {
    if (rater === "openapi-jobs") vi.mocked(redoclyDiff).mockResolvedValue(undefined);
    onTestFinished(() => void vi.mocked(redoclyDiff).mockRestore());
    const head = (impact: string): string =>
      `What changed for callers of printer (${impact}; compared by ${rater}):\n`;
    expect(await toldAbout(changed(...grew))).toBe(
      `${head("minor")}  minor  print: Status "stuck" is new, and counts as failed.  (status-added)\n`,
    );
    const lost = [["failed: [jammed], ", ""] as const, ["done, jammed]", "done]"] as const];
    const told = await toldAbout(changed(...lost));
    expect(told.replace("  patch  1 that callers need not know\n", "")).toBe(
      `${head("minor")}  minor  print: Status "jammed" is gone.  (status-removed)\n`,
    );
  });

  test("where the enum stands in a part of its own, in a choice and behind a reference", async () => {
    const apart = (values: string): readonly (readonly [string, string])[] => [
      [
        "state: { type: string, enum: [waiting, done, jammed] }",
        "state: { $ref: '#/components/schemas/State' }",
      ],
      [
        "    Print:\n      type: object\n",
        `    State: { oneOf: [{ type: string, enum: [waiting] }, { type: string, enum: [${values}] }] }\n    Print:\n      type: object\n`,
      ],
    ];
    const before = changed(...apart("done, jammed"));
    const after = changed(["failed: [jammed]", "failed: [jammed, stuck]"], ...apart("done, jammed, stuck"));
    const [old, now] = [before, after].map((text) => JSON.stringify(parse(text)));
    for (const rated of [redoclyDiff, async () => undefined]) {
      vi.mocked(redoclyDiff).mockImplementationOnce(rated as typeof redoclyDiff);
      const told = await changesOf({ api: "printer", before: old ?? "", after: now ?? "" }, "/");
      expect(told?.changes.map(({ rule }) => rule)).toEqual(["status-added"]);
    }
  });

  test("an enum elsewhere that has the same values is another one", async () => {
    const elsewhere = "        pages: { type: integer }\n";
    const told = await changesOf(
      {
        api: "printer",
        before: JSON.stringify(parse(changed([elsewhere, `${elsewhere}        last: { enum: [done] }\n`]))),
        after: JSON.stringify(
          parse(changed(...grew, [elsewhere, `${elsewhere}        last: { enum: [done, stuck] }\n`])),
        ),
      },
      "/",
    );
    expect(told?.changes.map(({ impact, rule }) => `${impact} ${rule}`)).toEqual([
      "major enum-values-added",
      "minor status-added",
    ]);
    expect(told?.changes[0]?.message).toContain("last");
  });

  test("a value that counts as no status is told of as one of the enum", async () => {
    const told = await changesOf(
      {
        api: "printer",
        before: JSON.stringify(parse(printer)),
        after: JSON.stringify(parse(changed(["done, jammed]", 'done, jammed, ""]']))),
      },
      "/",
    );
    expect(told?.changes.map(({ impact, rule }) => `${impact} ${rule}`)).toEqual(["major enum-values-added"]);
  });
});

test("operations that were added are called by method and path, as those that are gone", {
  timeout: 30_000,
}, async () => {
  const cancel =
    "\n    delete: { operationId: cancelPrint, responses: { '204': { description: Canceled } } }";
  const get = "    get:\n      operationId: getPrint";
  const path = "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]";
  const withCancel = changed(
    [get, `    ${path}${cancel}\n${get}`],
    [
      "  /papers/{id}:\n    get:\n      operationId: getPaper",
      "  /papers/{id}:\n    put:\n      operationId: putPaper",
    ],
    ["links: { paper: { operationId: getPaper, parameters: { id: $response.body#/paper } } }", "links: {}"],
  );
  const told = await toldAbout(withCancel);
  expect(told).toContain("cancelPrint: Operation `DELETE /prints/{id}` was added.  (added)");
  expect(told).toContain("putPaper: Operation `PUT /papers/{id}` was added.  (added)");
});

describe("an operation that has moved is compared at its new place", () => {
  const parameter = "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]";
  const get = "    get:\n      operationId: getPaper\n";
  const remove = "    delete: { operationId: deletePaper, responses: { '204': { description: Gone } } }\n";
  /** The parameter is that of the path, which two operations have. */
  const before = changed([`${get}      ${parameter}\n`, `    ${parameter}\n${remove}${get}`]);
  const apart = [get, `  /sheets/{id}:\n    ${parameter}\n${get}`] as const;
  const cases: readonly (readonly [
    what: string,
    change: readonly (readonly [string, string])[],
    told: readonly string[],
  ])[] = [
    ["alone", [apart], ["minor getPaper operation-moved"]],
    [
      "with another answer",
      [apart, ["        pages: { type: integer }\n", ""]],
      ["major getPrint,getPaper property-removed", "minor getPaper operation-moved"],
    ],
    [
      "with its path, of which the parameter is called otherwise",
      [
        ["  /papers/{id}:\n", "  /sheets/{sheet}:\n"],
        [`    ${parameter}\n${remove}`, `    ${parameter.replace("id", "sheet")}\n${remove}`],
      ],
      [
        "major deletePaper path-parameter-renamed",
        "major getPaper path-parameter-renamed",
        "major print link-asks-more",
        "minor deletePaper operation-moved",
        "minor getPaper operation-moved",
      ],
    ],
    [
      "and one that gets what its path had for all counts as if nothing had changed",
      [
        [`    ${parameter}\n${remove}`, remove.replace("{ ", `{ ${parameter}, `)],
        [get, `${get}      ${parameter}\n`],
      ],
      [],
    ],
  ];

  test.each(cases)("%s", { timeout: 30_000 }, async (_, replacements, expected) => {
    const after = replacements.reduce((text, [from, to]) => text.replaceAll(from, to), before);
    const [old, now] = [before, after].map((text) => JSON.stringify(parse(text)));
    for (const rated of [redoclyDiff, async () => undefined]) {
      vi.mocked(redoclyDiff).mockImplementationOnce(rated as typeof redoclyDiff);
      const told = await changesOf({ api: "printer", before: old ?? "", after: now ?? "" }, "/");
      expect(
        (told?.changes ?? []).map(({ impact, callers, rule }) => `${impact} ${callers} ${rule}`),
      ).toEqual(expected);
    }
  });
});

test("what clients call, send, read of errors and wait for is told in the words of callers, and once, whoever compares", {
  timeout: 30_000,
}, async () => {
  const scheme = "{ key: { type: apiKey, in: header, name: X-Key } }";
  const after = changed(
    ["servers: [{ url: https://printer.example }]", "servers: [{ url: https://new.example }]"],
    [
      "components:\n",
      `security: [{ key: [] }]\nx-errors: { code: $response.body#/code }\ncomponents:\n  securitySchemes: ${scheme}\n`,
    ],
    ["minInterval: 2s", "minInterval: 2s, timeout: 10m"],
    [
      "      operationId: getPaper\n",
      "      operationId: getPaper\n      x-rate-limit: { requests: 5, per: 1s }\n",
    ],
  );
  const [old, now] = [printer, after].map((text) => JSON.stringify(parse(text)));
  for (const rated of [redoclyDiff, async () => undefined]) {
    vi.mocked(redoclyDiff).mockImplementationOnce(rated as typeof redoclyDiff);
    const told = await changesOf({ api: "printer", before: old ?? "", after: now ?? "" }, "/");
    expect((told?.changes ?? []).map(({ impact, callers, rule }) => `${impact} ${callers} ${rule}`)).toEqual([
      "major  server-changed",
      "major createPrint,getPrint,getPaper security-requirement-changed",
      "major  error-place-changed",
      "major print timeout-changed",
      "minor getPaper rate-limit-changed",
    ]);
  }
});

describe("what changed for callers", () => {
  test("is in the JSON report, and a check says what it would be", async () => {
    vi.mocked(redoclyDiff).mockResolvedValueOnce(undefined);
    const project = givenProject(files(printer));
    await called("generate", project);
    project.write({ "printer.yaml": changed(["failed: [jammed]", "failed: [jammed], otherwise: failed"]) });
    const { code, out } = await called("generate --check --json", project);
    expect(code).toBe(1);
    expect(JSON.parse(out).changes).toEqual([
      {
        api: "printer",
        impact: "major",
        changes: [
          {
            impact: "major",
            callers: ["print"],
            message: "A status in no list counts as failed now, not as pending.",
            rule: "otherwise-changed",
          },
        ],
        ratedBy: "openapi-jobs",
      },
    ]);
  });

  test("is not asked for when the document is as it was, or was not there", async () => {
    vi.mocked(redoclyDiff).mockClear();
    const project = givenProject(files(printer));
    await called("generate", project);
    project.remove("generated/printer/index.ts");
    const { out } = await called("generate", project);
    expect(out).not.toContain("What changed");
    expect(redoclyDiff).not.toHaveBeenCalled();
  });

  test("is unknown when somebody has spoilt the document that stood there", async () => {
    const now = JSON.stringify(parse(printer));
    expect(await changesOf({ api: "printer", before: "{ mine", after: now }, "/nowhere")).toBeUndefined();
    expect(await changesOf({ api: "printer", before: "null", after: now }, "/nowhere")).toBeUndefined();
  });
});

test("a status that the enum gained and no list has is an error with the line to write", async () => {
  const project = givenProject(files(printer));
  await called("generate", project);
  const before = project.generated();
  project.write({ "printer.yaml": changed(["done, jammed]", "done, jammed, canceled]"]) });
  const { code, err } = await called("generate", project);
  expect(code).toBe(1);
  expect(err).toContain("`canceled` is a possible status but stands in no list.");
  expect(err).toContain("write `canceled: [canceled]`");
  expect(err).toContain("(status-not-listed)");
  expect(project.generated()).toEqual(before);
});
