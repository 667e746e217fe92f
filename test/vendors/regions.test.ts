import { expect, expectTypeOf, test } from "vitest";
import type { FeishuClientOptions } from "../../src/feishu.ts";
import { createFeishuClient, getExportTask } from "../../src/feishu.ts";
import { createHuaweiDrsClient, getExportProgress } from "../../src/huawei-drs.ts";
import type { HuaweiDwsClientOptions } from "../../src/huawei-dws.ts";
import { createHuaweiDwsClient, getJob } from "../../src/huawei-dws.ts";
import { createHuaweiGesClient, getGraph } from "../../src/huawei-ges.ts";
import { createHuaweiIamClient, iamToken, listProjects } from "../../src/huawei-iam.ts";
import { createMintlifyClient, getStaticExportJob } from "../../src/mintlify.ts";
import { createMintlifyAgentClient, getAgentJob } from "../../src/mintlify-agent.ts";

interface Where {
  readonly region?: string;
  readonly baseUrl?: string;
}

type Fetch = (request: Request) => Promise<Response>;

/** A call of each API, and where it goes. */
const calls: Record<string, (where: Where, fetch: Fetch) => Promise<unknown>> = {
  dws: (where, fetch) => getJob(createHuaweiDwsClient({ ...where, fetch }), { project_id: "p", job_id: "j" }),
  ges: (where, fetch) =>
    getGraph(createHuaweiGesClient({ ...where, fetch }), { projectId: "p", graphId: "g" }),
  drs: (where, fetch) =>
    getExportProgress(createHuaweiDrsClient({ ...where, fetch }), { project_id: "p", async_job_id: "j" }),
  iam: (where, fetch) => listProjects(createHuaweiIamClient({ ...where, fetch })),
  feishu: ({ baseUrl }, fetch) => {
    const base = baseUrl === undefined ? {} : { baseUrl };
    return getExportTask(createFeishuClient({ ...base, fetch }), { ticket: "t", token: "d" });
  },
  mintlify: (where, fetch) => getStaticExportJob(createMintlifyClient({ ...where, fetch }), { jobId: "j" }),
  agent: (where, fetch) =>
    getAgentJob(createMintlifyAgentClient({ ...where, fetch }), { projectId: "p", id: "j" }),
};

test.each<[string, Where, string]>([
  ["dws", {}, "https://dws.cn-north-4.myhuaweicloud.com/v1.0/p/job/j"],
  ["dws", { region: "ap-southeast-1" }, "https://dws.ap-southeast-1.myhuaweicloud.com/v1.0/p/job/j"],
  ...["cn-south-4", "cn-north-12", "cn-east-4", "tr-west-1", "ap-southeast-4"].map(
    (region): [string, Where, string] => [
      "dws",
      { baseUrl: `https://dws.${region}.myhuaweicloud.cn` },
      `https://dws.${region}.myhuaweicloud.cn/v1.0/p/job/j`,
    ],
  ),
  ...["dws", "ges", "drs"].map((service): [string, Where, string] => [
    service,
    { baseUrl: `https://${service}.eu-west-101.myhuaweicloud.eu` },
    `https://${service}.eu-west-101.myhuaweicloud.eu${pathOf(service)}`,
  ]),
  [
    "dws",
    { baseUrl: "https://dws.eu-de.otc.t-systems.com" },
    "https://dws.eu-de.otc.t-systems.com/v1.0/p/job/j",
  ],
  ["ges", { region: "ru-moscow-1" }, "https://ges.ru-moscow-1.myhuaweicloud.com/v1.0/p/graphs/g"],
  ["drs", { region: "eu-west-0" }, `https://drs.eu-west-0.myhuaweicloud.com${pathOf("drs")}`],
  ["iam", { region: "cn-north-1" }, "https://iam.cn-north-1.myhuaweicloud.com/v3/projects"],
  ["iam", { baseUrl: "https://iam.myhuaweicloud.com" }, "https://iam.myhuaweicloud.com/v3/projects"],
  ["iam", { baseUrl: "https://iam.myhuaweicloud.eu" }, "https://iam.myhuaweicloud.eu/v3/projects"],
  ["feishu", {}, "https://open.feishu.cn/open-apis/drive/v1/export_tasks/t?token=d"],
  [
    "feishu",
    { baseUrl: "https://proxy.test/feishu/" },
    "https://proxy.test/feishu/open-apis/drive/v1/export_tasks/t?token=d",
  ],
  ["mintlify", {}, "https://api.mintlify.com/v1/static-export/jobs/j"],
  ["mintlify", { baseUrl: "https://proxy.test" }, "https://proxy.test/static-export/jobs/j"],
  ["agent", {}, "https://api.mintlify.com/v2/agent/p/job/j"],
])("%s, told %j, calls %s", async (api, where, url) => {
  let called = "";
  await calls[api]?.(where, async (request) => {
    called = request.url;
    return Response.json({}, { status: 500 });
  }).catch(() => {});
  expect(called).toBe(url);
});

test("the token comes from IAM in the region of the project, unless iamToken is told another, whichever the client's is", async () => {
  const called: string[] = [];
  const fetch: Fetch = async (request) => {
    called.push(new URL(request.url).host);
    return Response.json({}, { status: 500 });
  };
  const user = { user: "u", password: "p", domain: "d", project: "eu-west-101" };
  const base = "https://dws.eu-west-101.myhuaweicloud.eu";
  for (const where of [
    { project: "ap-southeast-1" },
    { project: "ap-southeast-3_shop" },
    { region: "la-south-2" },
    { baseUrl: "https://iam.myhuaweicloud.eu" },
  ]) {
    const dws = createHuaweiDwsClient({ baseUrl: base, fetch, auth: iamToken({ ...user, ...where }) });
    await getJob(dws, { project_id: "p", job_id: "j" }).catch(() => {});
  }
  expect(called).toEqual([
    "iam.ap-southeast-1.myhuaweicloud.com",
    "iam.ap-southeast-3.myhuaweicloud.com",
    "iam.la-south-2.myhuaweicloud.com",
    "iam.myhuaweicloud.eu",
  ]);
});

test("the variables of a server are typed", () => {
  expectTypeOf<FeishuClientOptions["host"]>().toEqualTypeOf<
    "open.feishu.cn" | "open.larksuite.com" | undefined
  >();
  expectTypeOf<HuaweiDwsClientOptions["region"]>().toEqualTypeOf<string | undefined>();
  // @ts-expect-error Mintlify has no regions
  createMintlifyClient({ region: "eu" });
});

function pathOf(service: string): string {
  return (
    { dws: "/v1.0/p/job/j", ges: "/v1.0/p/graphs/g", drs: "/v5/p/jobs/j/export/progress" }[service] ?? ""
  );
}
