import { expect, test } from "vitest";
import { ApiError } from "../../../src/runtime/call/api-error.ts";

test("an ApiError says what was refused, how, and what to quote to the service's support", () => {
  const body = { code: "E7", message: "The tray is empty." };
  const error = new ApiError({
    operation: "startPrint",
    status: 409,
    code: "E7",
    reason: "The tray is empty.",
    requestId: "r-1",
    retryAfter: 5000,
    body,
  });
  expect(error).toBeInstanceOf(Error);
  expect({ ...error }).toEqual({
    name: "ApiError",
    operation: "startPrint",
    status: 409,
    code: "E7",
    reason: "The tray is empty.",
    requestId: "r-1",
    retryAfter: 5000,
    body,
  });
  expect(error.meaning).toBe(409);
  expect(String(error)).toBe("ApiError: startPrint: HTTP 409, code E7: The tray is empty. (request id r-1)");
});

test("and leaves out what the answer does not tell", () => {
  const error = new ApiError({
    operation: "getPrint",
    status: 404,
    reason: "No such print.",
    body: undefined,
  });
  expect(error.message).toBe("getPrint: HTTP 404: No such print.");
  expect([error.code, error.requestId, error.retryAfter, error.body]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
