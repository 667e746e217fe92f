import { expectTypeOf, test } from "vitest";
import type { clientOptions } from "../../../scripts/build/model/server.ts";
import type { ClientOptions } from "../../../src/runtime/call/client.ts";

test("every option that a client has is kept from server variables", () => {
  expectTypeOf<Exclude<keyof ClientOptions, (typeof clientOptions)[number]>>().toEqualTypeOf<never>();
});
