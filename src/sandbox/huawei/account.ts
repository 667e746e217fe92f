/** One account with one IAM user, known to all services. All of it is made up. */
export interface HuaweiCredentials {
  /** Name and password of the IAM user. */
  readonly user: string;
  readonly password: string;
  /** Name of the account that the user belongs to. */
  readonly domain: string;
  /** Name of the project that the sandbox's clusters, graphs and tasks are in: the id of its region. */
  readonly project: string;
  readonly region: string;
  readonly projectId: string;
  /** A pair of keys to sign requests with, in place of a token. */
  readonly accessKey: string;
  readonly secretKey: string;
}

export const huaweiCredentials: HuaweiCredentials = {
  user: "IAMUser",
  password: "sandbox-password",
  domain: "IAMDomain",
  project: "cn-north-4",
  region: "cn-north-4",
  projectId: "05f2cff45100d5112f4bc00b794ea08e",
  accessKey: "SANDBOXACCESSKEY0001",
  secretKey: "sandbox-secret-key-for-signing-requests",
};

export interface HuaweiProject {
  readonly id: string;
  /** The id of its region. */
  readonly name: string;
}

export const projects: readonly HuaweiProject[] = [
  { id: huaweiCredentials.projectId, name: huaweiCredentials.project },
  { id: "5237e10fe9aa4ad5b16b6a5245248314", name: "cn-north-1" },
  { id: "0536cdee2200d5912f7cc00b877980f1", name: "ap-southeast-1" },
];

export const domainId = "d78cbac186b744899480f25bd022f468";
export const userId = "7116d09f88fa41908676fdd4b039e95b";
