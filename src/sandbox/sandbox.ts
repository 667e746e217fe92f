import { type ApiName, type Site, siteAt, siteNames } from "./apis.ts";
import { type Contract, openContract } from "./contract/contract.ts";
import { serverPath } from "./contract/operations.ts";
import { documents } from "./documents.ts";
import type { Fault } from "./fault.ts";
import type { FeishuDocument } from "./feishu/documents.ts";
import type { FeishuPlan } from "./feishu/export-tasks.ts";
import { createFeishu } from "./feishu/feishu.ts";
import type { FeishuFile } from "./feishu/import-tasks.ts";
import { type FeishuCredentials, feishuCredentials } from "./feishu/tokens.ts";
import { createGate, type LoggedRequest, type Violation } from "./gate.ts";
import { type HuaweiCredentials, huaweiCredentials } from "./huawei/account.ts";
import { createCallers } from "./huawei/callers.ts";
import { createDrs } from "./huawei-drs/drs.ts";
import type { DrsPlan } from "./huawei-drs/exports.ts";
import type { DrsTask } from "./huawei-drs/tasks.ts";
import type { DwsCluster, DwsElb } from "./huawei-dws/clusters.ts";
import { createDws } from "./huawei-dws/dws.ts";
import type { DwsPlan } from "./huawei-dws/jobs.ts";
import { createGes } from "./huawei-ges/ges.ts";
import type { GesGraph } from "./huawei-ges/graphs.ts";
import type { GesPlan } from "./huawei-ges/jobs.ts";
import { createIam } from "./huawei-iam/iam.ts";
import { type ListenOptions, listen, type SandboxServer } from "./listen.ts";
import type { MintlifyDeployment } from "./mintlify/deployments.ts";
import type { MintlifyPlan } from "./mintlify/jobs.ts";
import { type MintlifyCredentials, mintlifyCredentials } from "./mintlify/keys.ts";
import { createMintlify } from "./mintlify/mintlify.ts";
import { type MintlifyProject, seedProjects } from "./mintlify/projects.ts";
import { createMintlifyAgent } from "./mintlify-agent/agent.ts";
import type { AgentPlan } from "./mintlify-agent/jobs.ts";
import { checkPlanKeys, planned } from "./plan-keys.ts";
import type { Vendor, World } from "./vendor.ts";

export interface SandboxOptions {
  /** Where the time comes from, in milliseconds since 1970. Default: `Date`, read at each request. */
  clock?: { now(): number };
  jobs?: {
    /** How long a job takes unless a plan says otherwise, in milliseconds. Default: 4000. */
    duration?: number;
  };
}

/** How the next job, or the next few, of an API go. */
export type JobPlan =
  | ({ api: "feishu" } & FeishuPlan)
  | ({ api: "mintlify" } & MintlifyPlan)
  | ({ api: "mintlify-agent" } & AgentPlan)
  | ({ api: "huawei-dws" } & DwsPlan)
  | ({ api: "huawei-ges" } & GesPlan)
  | ({ api: "huawei-drs" } & DrsPlan);

/**
 * The vendors, simulated. What a job has changed shows at the next request: nothing moves by itself, and no timer runs.
 * What is in the lists below may be added to, changed and taken away.
 */
export interface Sandbox {
  /** In place of `fetch`: answers at the vendors' own host names, and at no others. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** The same on a port. */
  listen(options?: ListenOptions): Promise<SandboxServer>;
  /** Made up, and all that the sandbox accepts. */
  readonly credentials: SandboxCredentials;
  readonly feishu: { readonly documents: FeishuDocument[]; readonly files: FeishuFile[] };
  readonly mintlify: {
    readonly deployments: MintlifyDeployment[];
    readonly projects: MintlifyProject[];
    /** Whether the organization may export at all. */
    readonly organization: { staticExport: boolean };
  };
  readonly huaweiDws: { readonly clusters: DwsCluster[]; readonly elbs: DwsElb[] };
  readonly huaweiGes: { readonly graphs: GesGraph[] };
  readonly huaweiDrs: { readonly tasks: DrsTask[] };
  /** Says how the next job of an API goes. Plans are used up in the order in which they were made. */
  plan(plan: JobPlan): void;
  /**
   * Lets every token die that Feishu's app and Huawei Cloud's user were given, as when a password is changed: calls with
   * them are refused, and new ones are given to who asks.
   */
  revokeTokens(): void;
  /** Lets something go wrong with the next call that fits. */
  fault(fault: Fault): void;
  /** Every call that came in, without credentials. */
  readonly requests: readonly LoggedRequest[];
  /** Answers that the specifications do not allow. Each was replaced by a 500 that says so; there should be none. */
  readonly violations: readonly Violation[];
}

export interface SandboxCredentials {
  readonly feishu: FeishuCredentials;
  readonly mintlify: MintlifyCredentials;
  readonly huawei: HuaweiCredentials;
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { clock, jobs: { duration = 4000 } = {} } = options;
  // The global Date is looked up each time, for a test may begin to pretend the time later than this.
  const world: World = { now: () => (clock ?? Date).now(), duration };

  const callers = createCallers();
  const feishu = createFeishu(world);
  const projects = seedProjects();
  const mintlify = createMintlify(world, projects);
  const agent = createMintlifyAgent(world, projects);
  const dws = createDws(world, callers);
  const ges = createGes(world, callers);
  const drs = createDrs(world, callers);
  const vendors: Record<Site, Vendor> = {
    feishu,
    mintlify,
    "mintlify-agent": agent,
    "mintlify-storage": mintlify.storage,
    "huawei-iam": createIam(world, callers),
    "huawei-dws": dws,
    "huawei-ges": ges,
    "huawei-drs": drs,
  };
  const gate = createGate(vendors, contractOf, world.now);

  return {
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      const url = new URL(request.url);
      const site = siteAt(url);
      if (!site) throw unknownHost(url.hostname);
      return gate.handle(site, request, url.pathname);
    },
    listen: (listenOptions) => listen(gate, (api) => serverPath(documents[api]), listenOptions),
    credentials: { feishu: feishuCredentials, mintlify: mintlifyCredentials, huawei: huaweiCredentials },
    feishu: { documents: feishu.documents, files: feishu.files },
    mintlify: { deployments: mintlify.deployments, projects, organization: mintlify.organization },
    huaweiDws: { clusters: dws.clusters, elbs: dws.elbs },
    huaweiGes: { graphs: ges.graphs },
    huaweiDrs: { tasks: drs.tasks },
    plan(plan) {
      const { api }: { api: string } = plan;
      if (planned.includes(api)) checkPlanKeys(plan);
      switch (plan.api) {
        case "feishu":
          return feishu.plan(plan);
        case "mintlify":
          return mintlify.plan(plan);
        case "mintlify-agent":
          return agent.plan(plan);
        case "huawei-dws":
          return dws.plan(plan);
        case "huawei-ges":
          return ges.plan(plan);
        case "huawei-drs":
          return drs.plan(plan);
        default:
          throw new TypeError(`No API "${api}" starts jobs; those that do are ${planned.join(", ")}.`);
      }
    },
    revokeTokens() {
      feishu.revokeTokens();
      callers.tokens.revoke();
    },
    fault: gate.fault,
    requests: gate.requests,
    violations: gate.violations,
  };
}

/** Reading a specification takes a while and never comes out differently, so all sandboxes share the contracts. */
const contracts = new Map<ApiName, Contract>();

function contractOf(site: Site): Contract | undefined {
  if (site === "mintlify-storage") return undefined;
  const contract = contracts.get(site) ?? openContract(documents[site]);
  contracts.set(site, contract);
  return contract;
}

/** As `fetch` rejects when a name has no address. */
function unknownHost(hostname: string): TypeError {
  const cause = new Error(`The sandbox has no host ${hostname}; it has those of: ${siteNames.join(", ")}.`);
  return new TypeError("fetch failed", { cause });
}
