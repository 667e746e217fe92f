import type { Sandbox } from "../../src/sandbox/index.ts";

export interface Answer {
  status: number;
  /** JSON where it is, else text. */
  body: unknown;
}

type Headers = Record<string, string>;

/** Makes a call, `"GET https://…"`, as a client without any library would. */
export async function ask(
  sandbox: Sandbox,
  call: string,
  headers: Headers = {},
  body?: unknown,
): Promise<Answer> {
  const response = await send(sandbox, call, headers, body);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json");
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

/** The same, for tests that look at headers or bytes. */
export function send(
  sandbox: Sandbox,
  call: string,
  headers: Headers = {},
  body?: unknown,
): Promise<Response> {
  const [method = "", url = ""] = call.split(" ");
  return sandbox.fetch(
    new Request(url, {
      method,
      headers: { "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

/** Headers of a Feishu app with a fresh tenant token. */
export async function asApp(sandbox: Sandbox): Promise<Headers> {
  const { appId, appSecret } = sandbox.credentials.feishu;
  const url = "https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal";
  const answer = await ask(sandbox, `POST ${url}`, {}, { app_id: appId, app_secret: appSecret });
  return { authorization: `Bearer ${field(answer.body, "tenant_access_token")}` };
}

/** Headers of a Huawei Cloud user with a fresh token for a project. */
export async function asUser(sandbox: Sandbox, project = "cn-north-4"): Promise<Headers> {
  const url = "https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens?nocatalog=true";
  const response = await send(sandbox, `POST ${url}`, {}, login(sandbox, { project: { name: project } }));
  return { "x-auth-token": response.headers.get("x-subject-token") ?? "" };
}

/** The body of a login with the sandbox's credentials. */
export function login(sandbox: Sandbox, scope?: unknown): unknown {
  const { user: name, password, domain } = sandbox.credentials.huawei;
  const user = { name, password, domain: { name: domain } };
  return {
    auth: { identity: { methods: ["password"], password: { user } }, ...(scope !== undefined && { scope }) },
  };
}

/** A text somewhere in a body. */
export function field(body: unknown, ...path: string[]): string {
  let value = body;
  for (const key of path)
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return String(value);
}
