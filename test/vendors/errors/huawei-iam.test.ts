import { expect, test } from "vitest";
import { createHuaweiIamClient, createToken, iamToken, listProjects } from "../../../src/huawei-iam.ts";
import type { Said } from "./treatment.ts";

const auth = {
  identity: {
    methods: ["password" as const],
    password: { user: { name: "u", password: "p", domain: { name: "d" } } },
  },
};

test.each<[Said, string]>([
  [
    { status: 400, body: fault(400, "The request body is invalid", "Bad Request") },
    "The request body is invalid",
  ],
  [
    { status: 401, body: fault(401, "The username or password is wrong.", "Unauthorized") },
    "The username or password is wrong.",
  ],
  [{ status: 403, body: fault(403, "Forbidden.", "Forbidden") }, "Forbidden."],
  [{ status: 404, body: fault(404, "Could not find it.", "Not Found") }, "Could not find it."],
  [{ status: 500, body: fault(500, "Internal.", "Internal Server Error") }, "Internal."],
  [{ status: 503, body: fault(503, "Unavailable.", "Service Unavailable") }, "Unavailable."],
])("a token is refused in IAM's own way: %j", async ({ status, body }, reason) => {
  let asked = 0;
  const fetch = async (): Promise<Response> => {
    asked++;
    return Response.json(body, { status, headers: { "X-Request-Id": "r-1" } });
  };
  const whole = {
    operation: "createToken",
    status,
    code: status,
    reason,
    requestId: "r-1",
    message: `createToken: HTTP ${status}, code ${status}: ${reason} (request id r-1)`,
    body,
  };
  await expect(createToken(createHuaweiIamClient({ fetch }), { body: { auth } })).rejects.toMatchObject(
    whole,
  );
  expect(asked).toBe(1);
  // the same error for whoever makes another call with the token that there is not, and no second attempt at the password
  const iam = createHuaweiIamClient({
    fetch,
    auth: iamToken({ user: "u", password: "p", domain: "d", project: "x" }),
  });
  await expect(listProjects(iam)).rejects.toMatchObject(whole);
  expect(asked).toBe(2);
});

function fault(code: number, message: string, title: string): object {
  return { error: { code, message, title } };
}
