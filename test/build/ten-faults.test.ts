import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { givenProject } from "./project.ts";

const specs = fileURLToPath(new URL("../../specs/", import.meta.url));
const read = (name: string): string => fs.readFileSync(`${specs}${name}`, "utf8");

/** A slip in one of the real specifications: what stood there, what stands there now, in which line and what the build says. */
const slips: readonly (readonly [
  fault: string,
  api: string,
  before: string,
  after: string,
  line: string,
  says: RegExp,
])[] = [
  [
    "a pointer that the answer does not have",
    "feishu",
    "job: exportTask\n        status: $response.body#/data/result/job_status",
    "job: exportTask\n        status: $response.body#/data/result/job_statu",
    "status: $response.body#/data/result/job_statu",
    /has no `job_statu` in `\/data\/result`.*\nDid you mean \$response\.body#\/data\/result\/job_status\?/,
  ],
  [
    "an enum value in no list",
    "feishu",
    "pending: [1, 2]\n        succeeded: [0]\n        failed: [3, 107,",
    "pending: [1]\n        succeeded: [0]\n        failed: [3, 107,",
    "status: $response.body#/data/result/job_status",
    /`2` is a possible status but stands in no list/,
  ],
  [
    "a link to an operation that is not there",
    "feishu",
    "              operationId: getExportTask",
    "              operationId: getExportTsk",
    "operationId: getExportTsk",
    /No operation has the operationId `getExportTsk`.*\nDid you mean getExportTask\?/,
  ],
  ["broken YAML", "mintlify", "\npaths:\n", "\npaths: [\n", "post:", /This is no YAML: /],
  [
    "a $ref that leads nowhere",
    "mintlify",
    "$ref: '#/components/schemas/BundleResponse'",
    "$ref: '#/components/schemas/BundleRespons'",
    "$ref: '#/components/schemas/BundleRespons'",
    /there is no `BundleRespons`.*\nDid you mean #\/components\/schemas\/BundleResponse\?/,
  ],
  [
    "an operationId that is used twice",
    "mintlify",
    "      operationId: generateStaticExportBundle\n      summary",
    "      operationId: startStaticExportJob\n      summary",
    "operationId: startStaticExportJob",
    /Another operation has the operationId startStaticExportJob too/,
  ],
  [
    "an extension key that does not exist",
    "huawei-drs",
    "        minInterval: 3s",
    "        minInterwal: 3s",
    "minInterwal: 3s",
    /`x-polling` has no key `minInterwal`.*\nDid you mean minInterval\?/,
  ],
  [
    "a duration that is none",
    "huawei-drs",
    "        timeout: 10m",
    "        timeout: ten minutes",
    "timeout: ten minutes",
    /`timeout` is a number and a unit, ms, s, m, h or d; here stands the text `ten minutes`/,
  ],
  [
    "a list that is none",
    "huawei-drs",
    "        pending: [pending]",
    "        pending: pending",
    "pending: pending",
    /`pending` is a list; here stands the text `pending`.*\nDid you mean pending: \[pending\]\?/,
  ],
  [
    "a polled operation without a 200",
    "huawei-drs",
    "        '200':\n          description: The export as it stands.",
    "        '302':\n          description: The export as it stands.",
    "responses:",
    /`getExportProgress` is polled, so it needs a 2xx response with a JSON body/,
  ],
];

describe("a slip in a specification is told once, where it is, and nothing is written", () => {
  test.each(slips)("%s", async (_, api, before, after, line, says) => {
    const whole = read(`${api}.yaml`);
    expect(whole.split(before)).toHaveLength(2);
    const broken = whole.replace(before, () => after);
    const project = givenProject({
      "redocly.yaml": `extends: [recommended-strict]\napis: { ${api}: { root: specs/${api}.yaml } }\n`,
      [`specs/${api}.yaml`]: broken,
      "specs/shared/huawei.yaml": read("shared/huawei.yaml"),
      [`generated/${api}/index.ts`]: "// as it was\n",
    });
    const { report, errors } = await project.build();
    expect(report.problems).toHaveLength(1);
    expect(errors).toMatch(says);
    expect(broken.split("\n")[(report.problems[0]?.line ?? 0) - 1]?.trim()).toBe(line);
    expect([report.ok, project.read(`generated/${api}/index.ts`)]).toEqual([false, "// as it was\n"]);
  });
});
