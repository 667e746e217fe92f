import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { accessKey } from "../../src/huawei-iam.ts";
import { type HuaweiSigner, load, test } from "./load.ts";

const { AKSKSigner } = load<{ AKSKSigner: HuaweiSigner }>(
  "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js",
);
const accessKeyId = "QTWAOYTTINDUT2QVKYUC";
const secretAccessKey = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2019-11-15T03:36:55Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string[]>>;
  /** JSON; `undefined` for none. */
  readonly data?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const host = "ges.cn-north-4.myhuaweicloud.com";

/** What our signer writes into the request that goes out. */
async function ours({ method, path, query, data, headers }: Call): Promise<string | null> {
  const pairs = Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value]));
  const search = pairs.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  const url = `https://${host}/${path.map(encodeURIComponent).join("/")}${search && `?${search}`}`;
  const body = data === undefined ? {} : { body: JSON.stringify(data) };
  const request = new Request(url, { method, headers, ...body });
  return (await accessKey({ accessKeyId, secretAccessKey }).sign(request)).headers.get("authorization");
}

/** What the vendor's signer writes for the same call. It takes paths and queries as they are meant. */
function theirs({ method, path, query, data, headers }: Call, signer = AKSKSigner): string | undefined {
  const endpoint = `https://${host}/${path.join("/")}`;
  // it sorts the lists it is given
  const queryParams = structuredClone(query);
  const credential = { getAk: () => accessKeyId, getSk: () => secretAccessKey };
  return signer.sign({ endpoint, method, headers, queryParams, data }, credential).Authorization;
}

const text = (...awkward: string[]): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })),
    maxLength: 8,
  });
const awkward = [..."!'()*~-_. +&=%:@,;$äß中😀"];
const segment = text(...awkward).filter((each) => !/^(\.\.?)?$/.test(each));
const query = fc.dictionary(
  text(...awkward, "/", "?", "#").filter((name) => name !== "__proto__"),
  fc.array(text(...awkward, "/", "?", "#"), { minLength: 1, maxLength: 3 }),
  { maxKeys: 4 },
);
const headers = fc.record(
  {
    "content-type": fc.constant("application/json"),
    "X-Project-Id": fc.constant("05f2cff45100d5112f4bc00b794ea08e"),
    "X-Security-Token": fc.constant("gQpjbi1ub3J0aC00iFk"),
    "X-Sdk-Content-Sha256": fc.constant("UNSIGNED-PAYLOAD"),
  },
  { requiredKeys: ["content-type"] },
);
const reading = fc.record({ method: fc.constantFrom("GET", "DELETE"), query, headers });
const writing = fc.record({
  method: fc.constantFrom("POST", "PUT"),
  query,
  headers,
  data: fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()),
});

test("our signer and the vendor's write the same signature", async () => {
  // `url.parse`, which the vendor's signer reads an address with, encodes, turns or drops all others
  const plain = segment.filter(
    (each) => /^[\p{L}\p{N}\p{S}!()*~_.+&=%:@,;$-]+$/u.test(each) && !/[<>^`|]/.test(each),
  );
  const path = fc.array(plain, { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(path, fc.oneof(reading, writing), async (path, call) => {
      expect(await ours({ path, ...call })).toBe(theirs({ path, ...call }));
    }),
    { numRuns: 500 },
  );
});

test("they do so for paths that need encoding, if the vendor's is told where a segment ends", async () => {
  // It takes each slash for an end and encodes what is encoded already; the signing guide goes by segments.
  const path = fc.array(
    text(...awkward, ..."/?#<>{}").filter((each) => !/^(\.\.?)?$/.test(each)),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  await fc.assert(
    fc.asyncProperty(path, fc.oneof(reading, writing), async (path, call) => {
      const CanonicalURI = (): string => `/${path.map((each) => AKSKSigner.urlEncode(each)).join("/")}/`;
      const bySegments = Object.assign(Object.create(AKSKSigner), { CanonicalURI });
      expect(await ours({ path, ...call })).toBe(theirs({ path: [], ...call }, bySegments));
    }),
    { numRuns: 500 },
  );
});
