import { createHash } from "node:crypto";
import { createExportTask, createFeishuClient, tenantAccessToken } from "../../src/feishu.ts";
import { createHuaweiDrsClient, exportTemplates } from "../../src/huawei-drs.ts";
import { bindElb, createHuaweiDwsClient } from "../../src/huawei-dws.ts";
import { actOnGraph, createHuaweiGesClient } from "../../src/huawei-ges.ts";
import { iamToken } from "../../src/huawei-iam.ts";
import type { Download, PollOptions, StartedJob, TokenProvider } from "../../src/index.ts";
import { start } from "../../src/index.ts";
import { createMintlifyClient, startStaticExportJob } from "../../src/mintlify.ts";
import type { Sandbox, SandboxServer } from "../../src/sandbox/index.ts";
import type { Screen } from "./screen.ts";

/** What a story is played with. */
export interface Stage {
  readonly urls: SandboxServer["urls"];
  readonly sandbox: Sandbox;
  readonly screen: Screen;
  readonly options: Pick<PollOptions, "clock">;
}

/** A job on one system, from its start to what can be done with the result. */
export interface Story {
  readonly name: string;
  tell(stage: Stage): Promise<void>;
}

export const stories: readonly Story[] = [
  {
    name: "mintlify",
    async tell({ urls, sandbox, screen, options }) {
      const mintlify = createMintlifyClient({
        baseUrl: urls.mintlify,
        auth: sandbox.credentials.mintlify.apiKey,
      });
      const job = await start(
        mintlify,
        startStaticExportJob,
        { body: { domain: "docs.example.com" } },
        options,
      );
      await watch("mintlify", job, screen);
      const { bundleUrl, sizeBytes, expiresAt } = await job.follow("bundle");
      screen.line("mintlify", "bundle", `${bundleUrl} (${sizeBytes} bytes, until ${expiresAt})`);
    },
  },
  {
    name: "feishu",
    async tell({ urls, sandbox, screen, options }) {
      const auth = tenantAccessToken(sandbox.credentials.feishu);
      const feishu = createFeishuClient({ baseUrl: urls.feishu, auth });
      const token = "docbcZVGtv1papC6jAVGiyabcef";
      const body = { file_extension: "pdf", token, type: "doc" } as const;
      const task = await start(feishu, createExportTask, { body }, options);
      await watch("feishu", task, screen);
      await showFile("feishu", await task.follow("download"), screen);
    },
  },
  {
    name: "huawei-dws",
    async tell(stage) {
      const dws = createHuaweiDwsClient({ baseUrl: stage.urls["huawei-dws"], auth: huaweiToken(stage) });
      const { clusters, elbs } = stage.sandbox.huaweiDws;
      const project_id = stage.sandbox.credentials.huawei.projectId;
      const cluster_id = clusters[0]?.id ?? "";
      const elb_id = elbs.find((elb) => elb.privateIp !== undefined)?.id ?? "";
      const job = await start(dws, bindElb, { project_id, cluster_id, elb_id }, stage.options);
      await watch("huawei-dws", job, stage.screen);
      const { cluster } = await job.follow("cluster", { cluster_id });
      stage.screen.line("huawei-dws", "cluster", JSON.stringify(cluster));
    },
  },
  {
    name: "huawei-ges",
    async tell(stage) {
      const ges = createHuaweiGesClient({ baseUrl: stage.urls["huawei-ges"], auth: huaweiToken(stage) });
      const projectId = stage.sandbox.credentials.huawei.projectId;
      const graphId = stage.sandbox.huaweiGes.graphs[0]?.id ?? "";
      const job = await start(ges, actOnGraph, { projectId, graphId, action_id: "stop" }, stage.options);
      await watch("huawei-ges", job, stage.screen);
      const { graph } = await job.follow("graph");
      stage.screen.line(
        "huawei-ges",
        "graph",
        `${graph?.name} has the status ${graph?.status}, which is "stopped"`,
      );
    },
  },
  {
    name: "huawei-drs",
    async tell(stage) {
      const drs = createHuaweiDrsClient({ baseUrl: stage.urls["huawei-drs"], auth: huaweiToken(stage) });
      const project_id = stage.sandbox.credentials.huawei.projectId;
      const task = stage.sandbox.huaweiDrs.tasks[0]?.id ?? "";
      const job = await start(drs, exportTemplates, { project_id, body: { jobs: [task] } }, stage.options);
      await watch("huawei-drs", job, stage.screen);
      const { export_report_obs_files: templates = [] } = await job.follow("templates");
      // the list holds every file ever exported; the task's own begin with its id, and the newest comes last by name
      const names = templates
        .map((template) => template.file_name ?? "")
        .filter((name) => name.startsWith(task));
      const file = await job.follow("download", { body: { files: names.sort().slice(-1) } });
      await showFile("huawei-drs", file, stage.screen);
    },
  },
];

/** Shows the answer to the start, each update, and the result; throws what the job ended with. */
async function watch<P, B, R, L, S, SB>(
  name: string,
  job: StartedJob<P, B, R, L, S, SB>,
  screen: Screen,
): Promise<void> {
  screen.line(name, "accepted", JSON.stringify(job.accepted));
  for await (const { state, status, progress } of job) {
    screen.row({
      name,
      status: String(status),
      ...(progress === undefined ? {} : { progress }),
      ...(state === "pending" ? {} : { ended: state === "succeeded" ? state : "failed" }),
    });
  }
  screen.line(name, "result", JSON.stringify(await job.result()));
}

/** Reads the file to its end, as somebody would who writes it to a disk. */
async function showFile(
  name: string,
  { name: fileName, type, body }: Download,
  screen: Screen,
): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    size += chunk.byteLength;
  }
  screen.line(
    name,
    "file",
    `${fileName}, ${size} bytes, ${type}, sha256 ${hash.digest("hex").slice(0, 12)}…`,
  );
}

function huaweiToken({ urls, sandbox }: Stage): TokenProvider {
  const { user, password, domain, project } = sandbox.credentials.huawei;
  return iamToken({ user, password, domain, project, baseUrl: urls["huawei-iam"] });
}
