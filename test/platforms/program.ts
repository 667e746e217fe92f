/**
 * What is tried on every platform, in nothing but the web's own words: no `node:` module, no `process`, no `Buffer`.
 * Each step says what it found, and throws when that is wrong.
 */

import type { Download } from "openapi-jobs";
import { ApiError, poll, start } from "openapi-jobs";
import { createExportTask, createFeishuClient, exportTask, tenantAccessToken } from "openapi-jobs/feishu";
import {
  createHuaweiDrsClient,
  downloadExport as downloadTemplate,
  exportTemplates,
} from "openapi-jobs/huawei-drs";
import { accessKey } from "openapi-jobs/huawei-iam";
import { createMintlifyClient, downloadExport, startStaticExportJob } from "openapi-jobs/mintlify";
import type { SandboxCredentials, SandboxServer } from "openapi-jobs/sandbox";

/** Where the sandbox is, and how to get in. */
export interface Plan {
  readonly urls: SandboxServer["urls"];
  readonly credentials: SandboxCredentials;
}

export type Step =
  | readonly [name: string, found: string]
  | readonly [name: string, found: null, error: string];

type Try = (plan: Plan) => Promise<string>;

const fast = { interval: 50 };
const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;

const steps: Readonly<Record<string, Try>> = {
  async "start and poll"({ urls, credentials }) {
    const feishu = createFeishuClient({ baseUrl: urls.feishu, auth: tenantAccessToken(credentials.feishu) });
    const task = await start(feishu, createExportTask, { body }, fast);
    const states: string[] = [];
    for await (const { state } of task) states.push(state);
    const { file_name } = await poll(feishu, exportTask, JSON.parse(JSON.stringify(task.ref)), fast).result();
    return `${[...new Set(states)].join(", ")}: ${file_name}`;
  },

  async download({ urls, credentials }) {
    const feishu = createFeishuClient({ baseUrl: urls.feishu, auth: tenantAccessToken(credentials.feishu) });
    const task = await start(feishu, createExportTask, { body }, fast);
    return described(await task.follow("download"));
  },

  async "presigned link"({ urls, credentials }) {
    const mintlify = createMintlifyClient({ baseUrl: urls.mintlify, auth: credentials.mintlify.apiKey });
    const domain = "docs.example.com";
    const job = await start(mintlify, startStaticExportJob, { body: { domain } }, fast);
    const { name, size, body: archive } = await downloadExport(job);
    if ((await new Response(archive).arrayBuffer()).byteLength !== size)
      throw new Error("not all bytes came");
    return `${name}`;
  },

  async "access key"({ urls, credentials }) {
    const { accessKey: accessKeyId, secretKey: secretAccessKey, projectId } = credentials.huawei;
    const auth = accessKey({ accessKeyId, secretAccessKey });
    const drs = createHuaweiDrsClient({ baseUrl: urls["huawei-drs"], auth });
    const task = "2e69ebb1-f06d-4eb2-a789-2883629jb204";
    const job = await start(drs, exportTemplates, { project_id: projectId, body: { jobs: [task] } }, fast);
    const { name = "" } = await downloadTemplate(job, task);
    return name.replace(/\d{14}/, "…");
  },

  async error({ urls }) {
    const feishu = createFeishuClient({ baseUrl: urls.feishu, auth: "t-wrong" });
    const error: unknown = await start(feishu, createExportTask, { body }).catch((reason: unknown) => reason);
    if (!(error instanceof ApiError)) throw error;
    return `${error.status}, ${error.code}, ${error.requestId === undefined ? "no" : "a"} request id`;
  },

  async abort({ urls, credentials }) {
    const feishu = createFeishuClient({ baseUrl: urls.feishu, auth: tenantAccessToken(credentials.feishu) });
    const controller = new AbortController();
    const task = await start(feishu, createExportTask, { body }, { interval: 60_000 });
    setTimeout(() => controller.abort("enough"), 20);
    return String(await task.result({ signal: controller.signal }).catch((reason: unknown) => reason));
  },
};

/** What each step finds where everything is right. */
export const expected: Readonly<Record<string, string>> = {
  "start and poll": "pending, succeeded: docName",
  download: "docName.pdf, 34356 of 34356 bytes",
  "presigned link": "bundle.tar.gz",
  "access key": "2e69ebb1-f06d-4eb2-a789-2883629jb204_postgresql_….xlsx",
  error: "400, 99991663, a request id",
  abort: "enough",
  save: "docName.pdf, 34356 bytes",
};

/** Every step, and those that only some platforms have. */
export async function program(
  plan: Plan,
  more: Readonly<Record<string, Try>> = {},
): Promise<readonly Step[]> {
  const found: Step[] = [];
  for (const [name, attempt] of Object.entries({ ...steps, ...more })) {
    try {
      found.push([name, await attempt(plan)]);
    } catch (error) {
      found.push([name, null, error instanceof Error ? `${error.stack ?? error}` : String(error)]);
    }
  }
  return found;
}

async function described({ name, size, body: bytes }: Download): Promise<string> {
  const { byteLength } = await new Response(bytes).arrayBuffer();
  return `${name}, ${byteLength} of ${size} bytes`;
}
