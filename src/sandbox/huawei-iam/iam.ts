import { domainId, huaweiCredentials, projects, userId } from "../huawei/account.ts";
import type { Callers } from "../huawei/callers.ts";
import type { IssuedToken } from "../huawei/tokens.ts";
import { type Fields, fieldsOf, readFields, textOf, textsOf } from "../json.ts";
import { answerRefusal, createApp, type Refusal, type Vendor, type World } from "../vendor.ts";
import { listProjects } from "./projects.ts";

export function createIam(world: World, { tokens, signatures }: Callers): Vendor {
  const app = createApp();

  app.post("/v3/auth/tokens", async (c) => {
    const auth = fieldsOf((await readFields(c.req.raw)).auth);
    const refused = refuseLogin(auth);
    if (refused) return answerRefusal(refused);
    const scope = readScope(fieldsOf(auth.scope));
    if ("status" in scope) return answerRefusal(scope);
    const token = tokens.issue(scope.project, world.now());
    return Response.json(describe(token), { status: 201, headers: { "X-Subject-Token": token.value } });
  });

  app.get("/v3/projects", async (c) => {
    const refused = await refuseCaller(c.req.raw, c.env.url);
    if (refused) return answerRefusal(refused);
    return Response.json(listProjects(c.env.url.searchParams, `${c.env.url.origin}${c.env.url.pathname}`));
  });

  app.notFound(() => answerRefusal(refusal(404)));

  async function refuseCaller(request: Request, url: URL): Promise<Refusal | undefined> {
    const value = request.headers.get("x-auth-token");
    if (value === null && request.headers.get("authorization") !== null) {
      return (await signatures.refuse(request, url, world.now())) === undefined ? undefined : refusal(401);
    }
    const token = tokens.find(value ?? "");
    return token && world.now() < token.expiresAt ? undefined : expired;
  }

  return { app, refusal, expired: () => expired, jobStatus: [] };
}

/** IAM's own shape of an error. */
function refusal(status: number, message?: string): Refusal {
  const [title, usual] = texts[status] ?? ["Error", "The request was refused."];
  return { status, body: { error: { code: status, message: message ?? usual, title } } };
}

const texts: Readonly<Record<number, readonly [title: string, message: string]>> = {
  400: ["Bad Request", "The request body is invalid"],
  401: ["Unauthorized", "The username or password is wrong."],
  403: ["Forbidden", "You are not authorized to perform the requested action."],
  404: ["Not Found", "The resource could not be found."],
  429: ["Too Many Requests", "Too many requests."],
  500: ["Internal Server Error", "An unexpected error prevented the server from fulfilling your request."],
  503: ["Service Unavailable", "The service is unavailable."],
};

const expired = refusal(401, "The token must be updated");

function refuseLogin(auth: Fields): Refusal | undefined {
  const identity = fieldsOf(auth.identity);
  const user = fieldsOf(fieldsOf(identity.password).user);
  const given = [textOf(user.name), textOf(user.password), textOf(fieldsOf(user.domain).name)];
  if (!textsOf(identity.methods)?.includes("password") || given.includes(undefined)) return refusal(400);
  const wanted = [huaweiCredentials.user, huaweiCredentials.password, huaweiCredentials.domain];
  return given.every((text, index) => text === wanted[index]) ? undefined : refusal(401);
}

/** With a project and an account the project counts, with neither it is the account. */
function readScope(scope: Fields): Pick<IssuedToken, "project"> | Refusal {
  if (scope.project === undefined) return { project: undefined };
  const { id, name } = fieldsOf(scope.project);
  const project = projects.find((each) => each.id === id || each.name === name);
  // What an unknown project is answered with is not documented; this is assumed.
  return project ? { project } : refusal(401, "The project is unknown or not yours.");
}

/** The catalog stays empty, as it does with `nocatalog`. */
function describe({ project, issuedAt, expiresAt }: IssuedToken): { token: Record<string, unknown> } {
  const domain = { id: domainId, name: huaweiCredentials.domain };
  return {
    token: {
      catalog: [],
      expires_at: microTime(expiresAt),
      issued_at: microTime(issuedAt),
      methods: ["password"],
      ...(project ? { project: { domain, id: project.id, name: project.name } } : { domain }),
      roles: [{ id: "0", name: "te_admin" }],
      user: { domain, id: userId, name: huaweiCredentials.user, password_expires_at: "" },
    },
  };
}

/** `2020-01-04T09:05:22.701000Z`. */
function microTime(time: number): string {
  return new Date(time).toISOString().replace("Z", "000Z");
}
