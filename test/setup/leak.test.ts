import fs from "node:fs";
import { expect, test } from "vitest";
import { ApiError, PollTimeoutError } from "../../src/index.ts";
import { createSandbox } from "../../src/sandbox/index.ts";
import { secrets } from "../secrets.ts";
import { leak } from "./leak.ts";
import { errors } from "./watched-errors.ts";

const secret = ["planted", "secret"].join("-");
const refusal = { operation: "getJob", status: 400, reason: "no", body: {} };

test.each<[string, unknown]>([
  ["the message of an error", new TypeError(`cannot send ${secret}`)],
  ["a field of it", new ApiError({ ...refusal, body: { echo: [{ secret }] } })],
  ["its cause", new TypeError("fetch failed", { cause: new ApiError({ ...refusal, reason: secret }) })],
  [
    "a field that does not show at once",
    Object.defineProperty(new TypeError("x"), "auth", { value: secret }),
  ],
  ["a ref", { job: "a/b", params: { token: secret } }],
  ["a line of a log", ["auth:", { headers: new Headers({ authorization: `Bearer ${secret}` }) }]],
  ["a URL, encoded", `https://x.test/?key=${encodeURIComponent(`${secret}/=`)}`],
])("a secret is found in %s", (_, value) => {
  errors.length = 0; // these are planted
  const found = leak(value, [secret, `${secret}/=`]);
  expect(found).toContain("█");
  expect(found).not.toContain(secret);
});

test("what shows none is let through", () => {
  expect(leak(new ApiError(refusal), [secret])).toBeUndefined();
});

test("errors are watched from their making, those of our classes too", () => {
  errors.length = 0;
  const made = [new Error("1"), new TypeError("2"), new ApiError(refusal)];
  expect(errors).toEqual(made);
  expect(made[2]).toBeInstanceOf(ApiError);
  expect(made[2]).toBeInstanceOf(Error);
  expect(PollTimeoutError.prototype).toBeInstanceOf(Error);
});

test("every secret of the sandbox is in the list", () => {
  const { feishu, mintlify, huawei } = createSandbox().credentials;
  expect(secrets).toEqual(
    expect.arrayContaining([
      feishu.appSecret,
      feishu.userAccessToken,
      mintlify.apiKey,
      mintlify.readOnlyKey,
      huawei.password,
      huawei.secretKey,
    ]),
  );
});

test("no file that is kept to compare with shows one: snapshots, generated clients, tables of documents", () => {
  const kept = ["generated", "docs", "specs", "test"].flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const texts = kept
    .filter(
      (name) =>
        !name.includes("node_modules") && /^(?!test\/).*\.\w+$|\.snap$|\/fixtures\/.*\.\w+$/.test(name),
    )
    .filter((name) => fs.statSync(name).isFile());
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter((name) => leak(fs.readFileSync(name, "utf8"), secrets) !== undefined)).toEqual([]);
});
