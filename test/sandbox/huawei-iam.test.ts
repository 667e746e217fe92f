import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import { ask, asUser, field, login, send } from "./ask.ts";

const tokens = "POST https://iam.cn-north-4.myhuaweicloud.com/v3/auth/tokens";
const project = "05f2cff45100d5112f4bc00b794ea08e";
const cluster = `/v1.0/${project}/clusters/97cbaab3-939e-4dbc-9187-0fe240f2b9fd`;

let sandbox: Sandbox;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2020, 0, 3, 9, 5, 22, 701) });
  sandbox = createSandbox();
});

afterEach(() => {
  expect(sandbox.violations).toEqual([]);
  vi.useRealTimers();
});

it("answers a login with a token in a header, and a body that describes it", async () => {
  const response = await send(sandbox, tokens, {}, login(sandbox, { project: { name: "cn-north-4" } }));
  expect(response.headers.get("x-subject-token")).toMatch(/^MIIatAYJKoZIhvcN/);
  const domain = { id: "d78cbac186b744899480f25bd022f468", name: "IAMDomain" };
  expect([response.status, await response.json()]).toEqual([
    201,
    {
      token: {
        catalog: [],
        expires_at: "2020-01-04T09:05:22.701000Z",
        issued_at: "2020-01-03T09:05:22.701000Z",
        methods: ["password"],
        project: { domain, id: project, name: "cn-north-4" },
        roles: [{ id: "0", name: "te_admin" }],
        user: { domain, id: "7116d09f88fa41908676fdd4b039e95b", name: "IAMUser", password_expires_at: "" },
      },
    },
  ]);
});

it("gives another token each time, each good for a day", async () => {
  const first = await asUser(sandbox);
  vi.advanceTimersByTime(3_600_000);
  const second = await asUser(sandbox);
  const statusOf = async (headers: Record<string, string>): Promise<number> =>
    (await ask(sandbox, `GET https://dws.cn-north-4.myhuaweicloud.com${cluster}`, headers)).status;
  vi.advanceTimersByTime(82_799_999);
  expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
  vi.advanceTimersByTime(1);
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
});

it("scopes a token to the project of an id or a name, else to the account", async () => {
  const scoped = async (scope?: unknown): Promise<unknown> => {
    const { body } = await ask(sandbox, tokens, {}, login(sandbox, scope));
    return [field(body, "token", "project", "name"), field(body, "token", "domain", "name")];
  };
  expect(await scoped({ project: { id: project } })).toEqual(["cn-north-4", "undefined"]);
  expect(await scoped({ project: { name: "cn-north-1" }, domain: { name: "IAMDomain" } })).toEqual([
    "cn-north-1",
    "undefined",
  ]);
  expect(await scoped({ domain: { name: "IAMDomain" } })).toEqual(["undefined", "IAMDomain"]);
  expect(await scoped()).toEqual(["undefined", "IAMDomain"]);
});

it("refuses wrong credentials and bodies that are no login", async () => {
  expect(await ask(sandbox, tokens, {}, {})).toEqual({
    status: 400,
    body: { error: { code: 400, message: "The request body is invalid", title: "Bad Request" } },
  });
  const wrong = JSON.parse(JSON.stringify(login(sandbox)).replace("sandbox-password", "guess"));
  expect(await ask(sandbox, tokens, {}, wrong)).toEqual({
    status: 401,
    body: { error: { code: 401, message: "The username or password is wrong.", title: "Unauthorized" } },
  });
  expect((await ask(sandbox, tokens, {}, login(sandbox, { project: { name: "mars-1" } }))).status).toBe(401);
});

it("lists projects, by name if asked, at the global address, too", async () => {
  const user = await asUser(sandbox);
  const url = "https://iam.myhuaweicloud.com/v3/projects";
  expect(await ask(sandbox, `GET ${url}?name=cn-north-4`, user)).toEqual({
    status: 200,
    body: {
      projects: [
        {
          domain_id: "d78cbac186b744899480f25bd022f468",
          is_domain: false,
          parent_id: "d78cbac186b744899480f25bd022f468",
          name: "cn-north-4",
          description: "",
          links: { next: null, previous: null, self: `${url}/${project}` },
          id: project,
          enabled: true,
        },
      ],
      links: { next: null, previous: null, self: url },
    },
  });
  const second = await ask(sandbox, `GET ${url}?page=2&per_page=1`, user);
  expect(field(second.body, "projects", "0", "name")).toBe("cn-north-1");
  expect((await ask(sandbox, `GET ${url}`)).status).toBe(401);
});
