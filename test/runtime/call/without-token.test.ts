import { expect, test } from "vitest";
import { withoutToken } from "../../../src/runtime/call/without-token.ts";

test("a client of an API that declares no token refuses one, in whatever form, and does not show it", () => {
  for (const auth of ["my-token", () => "my-token", { token: () => "my-token" }])
    expect(() => withoutToken({ auth })).toThrow(
      new TypeError(
        "The specification declares no token, so auth would be sent nowhere. Send it with headers, or declare it and generate the client anew: docs/problems/no-security.md of openapi-jobs.",
      ),
    );
});

test("it takes a signer, and no auth at all", () => {
  const signed = { auth: { sign: (request: Request) => request } };
  expect(withoutToken(signed)).toBe(signed);
  const plain = { headers: { "x-key": "my-key" } };
  expect(withoutToken(plain)).toBe(plain);
});
