import { expect, test } from "vitest";
import { createExportTask, createFeishuClient, tenantAccessToken } from "../../src/feishu.ts";
import { createHuaweiDrsClient, exportTemplates } from "../../src/huawei-drs.ts";
import { createHuaweiDwsClient, getCluster } from "../../src/huawei-dws.ts";
import { iamToken } from "../../src/huawei-iam.ts";
import { start } from "../../src/index.ts";
import { huaweiToken, world } from "./world.ts";

const hundred = Array.from({ length: 100 }, (_, index) => index);
const times = (asked: readonly string[], operation: string): number =>
  asked.filter((each) => each.startsWith(`${operation},`)).length;

/** Holds requests back until there are a hundred of them, then lets them all go at once. */
function together(fetch: Fetch): { fetch: Fetch; hold(): void } {
  let waiting: (() => void)[] | undefined;
  return {
    hold() {
      waiting = [];
    },
    async fetch(request) {
      if (waiting !== undefined) {
        const held = new Promise<void>((resolve) => waiting?.push(resolve));
        if (waiting.length === 100) {
          for (const go of waiting) go();
          waiting = undefined;
        }
        await held;
      }
      return fetch(request);
    },
  };
}

type Fetch = (request: Request) => Promise<Response>;

test("when Feishu's token dies under a hundred handles, one of them renews it and all go on", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const flight = together(fetch);
  const auth = tenantAccessToken(sandbox.credentials.feishu);
  const feishu = createFeishuClient({ fetch: flight.fetch, auth });
  const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;
  const tasks = await Promise.all(hundred.map(() => start(feishu, createExportTask, { body }, options)));
  const results = tasks.map((task) => task.result());
  flight.hold();
  sandbox.revokeTokens();
  const tokens = (await until(Promise.all(results))).map(({ file_token }) => file_token);
  expect(new Set(tokens).size).toBe(100);
  expect(times(asked(), "getTenantAccessToken")).toBe(2);
});

test("when Huawei's token dies under a hundred handles, one of them renews it and all go on", async () => {
  const { sandbox, fetch, options, until, asked } = world();
  const flight = together(fetch);
  const drs = createHuaweiDrsClient({ fetch: flight.fetch, auth: huaweiToken({ sandbox }) });
  const project_id = sandbox.credentials.huawei.projectId;
  const body = { jobs: [sandbox.huaweiDrs.tasks[0]?.id ?? ""] };
  const exports = await Promise.all(
    hundred.map(() => start(drs, exportTemplates, { project_id, body }, options)),
  );
  const results = exports.map((job) => job.result());
  flight.hold();
  sandbox.revokeTokens();
  const all = await until(Promise.all(results));
  expect(new Set(all.map(({ process_status }) => process_status))).toEqual(new Set(["success"]));
  expect(times(asked(), "createToken")).toBe(2);
});

test("a token that dies under a start is renewed, and the job is started once", async () => {
  const { sandbox, fetch, options, asked } = world();
  const feishu = createFeishuClient({ fetch, auth: tenantAccessToken(sandbox.credentials.feishu) });
  const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;
  await start(feishu, createExportTask, { body }, options);
  sandbox.revokeTokens();
  const task = await start(feishu, createExportTask, { body }, options);
  expect(task.ref.params.ticket).not.toBe("7143131813848809492");
  expect(asked()).toEqual([
    "getTenantAccessToken, 0 s",
    "createExportTask, 0 s",
    "createExportTask, 0 s",
    "getTenantAccessToken, 0 s",
    "createExportTask, 0 s",
  ]);
});

test("a user's token is a function, asked before each call; what it gives after a refusal is tried once", async () => {
  const { sandbox, fetch, options, asked } = world();
  const tokens = ["u-one-that-has-expired", sandbox.credentials.feishu.userAccessToken];
  const auth = async (): Promise<string> => tokens.shift() ?? sandbox.credentials.feishu.userAccessToken;
  const feishu = createFeishuClient({ fetch, auth });
  const body = { file_extension: "pdf", token: "doxcnNotSharedWithTheApp005", type: "docx" } as const;
  await start(feishu, createExportTask, { body }, options);
  expect(asked()).toEqual(["createExportTask, 0 s", "createExportTask, 0 s"]);
});

test("Huawei's token knows the id of the project it is for, with one request for both", async () => {
  const { sandbox, fetch, asked } = world();
  const { user, password, domain, project } = sandbox.credentials.huawei;
  const auth = iamToken({ user, password, domain, project, fetch });
  const project_id = await auth.projectId();
  expect(project_id).toBe(sandbox.credentials.huawei.projectId);
  const dws = createHuaweiDwsClient({ fetch, auth });
  await getCluster(dws, { project_id, cluster_id: sandbox.huaweiDws.clusters[0]?.id ?? "" });
  expect(await auth.projectId()).toBe(project_id);
  expect(asked()).toEqual(["createToken, 0 s", "getCluster, 0 s"]);
});
