/**
 * Huawei Cloud IAM: `createHuaweiIamClient`, `createToken`, `listProjects`, and the `auth` of the clients of
 * DWS, GES and DRS: `iamToken` for a user with a password, `accessKey` for an access key.
 * @module
 */
import type {
  CreateTokenAnswer,
  CreateTokenParams,
  HuaweiIamClientOptions,
} from "../generated/huawei-iam/index.ts";
import { createHuaweiIamClient, createToken } from "../generated/huawei-iam/index.ts";
import type { TokenProvider } from "./runtime/call/auth.ts";
import { keepToken } from "./runtime/call/keep-token.ts";
import { promised } from "./runtime/call/operation.ts";

// Everything, so that an operation added to the specification is there without a change here.
export * from "../generated/huawei-iam/index.ts";
export type { AccessKeyOptions } from "./huawei/access-key.ts";
export { accessKey } from "./huawei/access-key.ts";
export { huaweiAdvice } from "./huawei/advice.ts";

/** An IAM user, and the project that the token is for. Accounts of the kind HUAWEI ID need an IAM user first. */
export interface IamTokenOptions extends Pick<HuaweiIamClientOptions, "baseUrl" | "fetch" | "region"> {
  /** Name of the IAM user. */
  readonly user: string;
  readonly password: string;
  /** Name of the account that the user belongs to. */
  readonly domain: string;
  /**
   * Name of the project: a region's own project is called like the region, `cn-north-4`. Its region's IAM is asked,
   * unless `region` or `baseUrl` says otherwise; in Europe that has to be `baseUrl: "https://iam.myhuaweicloud.eu"`.
   */
  readonly project: string;
}

/** The `auth` of an IAM user, which knows the project that its token is for. */
export interface IamToken extends TokenProvider {
  /**
   * The id of the project: the `project_id` of every call to DWS, GES and DRS. It comes with the token, so this asks for
   * one if there is none yet, with the `fetch` given to `iamToken` or else the global one.
   */
  readonly projectId: () => Promise<string>;
}

/**
 * The `auth` of an IAM user: gets a token for one project from IAM and keeps it until three minutes before
 * it expires, 24 hours later. Requests go the way of the client that wants the token, unless `fetch` says otherwise.
 * Calls reject with an `ApiError` when IAM refuses the user; do not repeat them blindly, for it locks the account.
 *
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
export function iamToken({ user, password, domain, project, ...where }: IamTokenOptions): IamToken {
  // a project is called like its region, a sub-project `region_name`
  const iamAt = { region: project.replace(/_.*/s, ""), ...where };
  const auth: CreateTokenParams["body"]["auth"] = {
    identity: {
      methods: ["password"],
      password: { user: { name: user, password, domain: { name: domain } } },
    },
    scope: { project: { name: project } },
  };
  let projectId: string | undefined;
  const provider = keepToken(async ({ fetch }) => {
    const iam = createHuaweiIamClient({ fetch, ...iamAt });
    const answer = await createToken.answer(iam, { nocatalog: "true", body: { auth } });
    const { headers } = promised(iam, createToken.call, answer);
    const token = headers.get("x-subject-token");
    if (token === null) throw new Error("createToken: the answer has no header X-Subject-Token.");
    // accepted, so it has the specified shape
    const { expires_at, issued_at, project: granted } = (answer.body as CreateTokenAnswer).token;
    projectId = granted?.id;
    return { token, lifetime: Date.parse(expires_at) - Date.parse(issued_at) };
  });
  return {
    ...provider,
    async projectId() {
      if (projectId === undefined) await provider.token({ baseUrl: "", fetch: (request) => fetch(request) });
      if (projectId === undefined)
        throw new Error("createToken: the answer names no project that the token is for.");
      return projectId;
    },
  };
}
