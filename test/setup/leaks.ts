import { inspect } from "node:util";
import { afterEach } from "vitest";
import { Handle } from "../../src/runtime/wait/handle.ts";
import { secrets } from "../secrets.ts";
import { leak } from "./leak.ts";
import { errors } from "./watched-errors.ts";

/*
 * Before each test file: watches every error that is made, every ref of a handle that is used, every line that is logged,
 * and which tokens are sent. After each test: none of the former may show one of the latter, or one of `secrets`.
 */

const shown: { what: string; value: unknown }[] = [];
const sent = new Set<string>();

for (const method of ["result", "updates", "follow"] as const) {
  const original = Handle.prototype[method];
  Reflect.set(
    Handle.prototype,
    method,
    function (this: Handle<object, unknown, unknown, unknown, unknown, unknown>) {
      shown.push({ what: "A ref", value: this.ref }, { what: "A printed handle", value: inspect(this) });
      // biome-ignore lint/complexity/noArguments: whatever it is called with
      return Reflect.apply(original, this, arguments);
    },
  );
}

for (const method of ["log", "info", "warn", "error", "debug"] as const) {
  const original = console[method];
  console[method] = (...line: unknown[]) => {
    shown.push({ what: "A line of the log", value: line });
    original.apply(console, line);
  };
}

const set = Headers.prototype.set;
Headers.prototype.set = function (name, value) {
  const token =
    /^(authorization|x-auth-token|x-security-token)$/i.test(name) && value.replace(/^Bearer /, "");
  // a signature is no secret, and what is shorter than this stands in texts by chance
  if (token && !token.startsWith("SDK-HMAC-SHA256") && token.length >= 8) sent.add(token);
  set.call(this, name, value);
};

afterEach(() => {
  const made = errors.splice(0).map((value) => ({ what: "An error", value }));
  const found = [...made, ...shown.splice(0)].flatMap(({ what, value }) => {
    const where = leak(value, [...secrets, ...sent]);
    return where === undefined ? [] : [`${what} shows a secret: ${where}`];
  });
  if (found.length > 0) throw new Error(found.join("\n"));
});
