import { createIds } from "../ids.ts";
import { createLimiter } from "../limiter.ts";
import { answerRefusal, createApp, type Refusal, type VendorApp, type World } from "../vendor.ts";
import { projects } from "./account.ts";
import type { Callers } from "./callers.ts";
import type { HuaweiTokens, IssuedToken } from "./tokens.ts";

/** Calls of one operation in a second; the gateway's documented default. */
const limit = 200;

/** An app behind the gateway, which tells every request apart, throttles, and asks who calls. */
export function createServiceApp(
  world: World,
  service: string,
  callers: Callers,
  otherProject: (pathname: string) => Refusal,
): VendorApp {
  const ids = createIds(`${service} requests`);
  const limiter = createLimiter(limit, 1000);
  const app = createApp();

  app.use(async (c, next) => {
    const requestId = ids.hex(32);
    const { url, operation = "unknown" } = c.env;
    const request = c.req.raw;
    const refused =
      throttle(limiter.take(operation, world.now())) ??
      (await refuseCaller(request, url, callers, world.now())) ??
      (ownsProject(request, callers.tokens) ? undefined : otherProject(c.req.path));
    if (refused) c.res = answerRefusal(withRequestId(refused, requestId));
    else await next();
    c.res.headers.set("X-Request-Id", requestId);
  });
  app.notFound(() => answerRefusal(gatewayRefusal(404)));
  return app;
}

/** A refusal by the gateway. */
export function gatewayRefusal(status: number, code?: string, message?: string): Refusal {
  const [usualCode, usualMessage] =
    usual[status] ?? (status < 500 ? ["APIGW.0602", "Bad request"] : serverFault);
  return {
    status,
    body: { error_code: code ?? usualCode, error_msg: message ?? usualMessage, request_id: "" },
  };
}

const serverFault = ["APIGW.0601", "Internal server error"] as const;
const usual: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ["APIGW.0301", "Incorrect IAM authentication information"],
  403: ["APIGW.0302", "The IAM user is not authorized to access the API"],
  404: ["APIGW.0101", "The API does not exist or has not been published in the environment"],
  429: [
    "APIGW.0308",
    "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:1 second",
  ],
  502: ["APIGW.0610", "No backend available"],
  503: ["APIGW.0613", "The IAM service is unavailable"],
  504: ["APIGW.0201", "Backend timeout"],
};

/** A token that was good once. */
export const expiredToken: Refusal = gatewayRefusal(401, "APIGW.0307", "The token must be updated");

function throttle(wait: number | undefined): Refusal | undefined {
  return wait === undefined ? undefined : gatewayRefusal(429);
}

async function refuseCaller(
  request: Request,
  url: URL,
  { tokens, signatures }: Callers,
  now: number,
): Promise<Refusal | undefined> {
  if (request.headers.get("x-auth-token") === null && request.headers.get("authorization") !== null) {
    const reason = await signatures.refuse(request, url, now);
    return reason === undefined ? undefined : incorrect(reason);
  }
  const value = request.headers.get("x-auth-token");
  if (value === null) return incorrect("x-auth-token not found");
  const token = tokens.find(value);
  if (!token) return incorrect("decrypt token fail");
  if (!token.project) return incorrect("the token is not scoped to a project");
  return now >= token.expiresAt || isElsewhere(token, url) ? expiredToken : undefined;
}

function incorrect(reason: string): Refusal {
  return gatewayRefusal(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}`);
}

/** Whether the region in the host name is another than that of the token's project. On a port there is none. */
function isElsewhere(token: IssuedToken, url: URL): boolean {
  const region = /^[a-z]+\.([a-z0-9-]+)\.myhuaweicloud\./.exec(url.hostname)?.[1];
  return region !== undefined && region !== token.project?.name;
}

/** Whether the path is about the project that the caller speaks for. A pair of keys speaks for all of the account's. */
function ownsProject(request: Request, tokens: HuaweiTokens): boolean {
  const inPath = new URL(request.url).pathname.split("/")[2];
  const token = tokens.find(request.headers.get("x-auth-token") ?? "");
  return token ? token.project?.id === inPath : projects.some((project) => project.id === inPath);
}

/** The gateway's own refusals carry the id of the request. */
function withRequestId(refusal: Refusal, requestId: string): Refusal {
  const { body } = refusal;
  const isGateway = typeof body === "object" && body !== null && "request_id" in body;
  return isGateway ? { ...refusal, body: { ...body, request_id: requestId } } : refusal;
}
