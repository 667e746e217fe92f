/** The APIs that the sandbox simulates, by the names of their specifications. */
export const apiNames = [
  "feishu",
  "mintlify",
  "mintlify-agent",
  "huawei-iam",
  "huawei-dws",
  "huawei-ges",
  "huawei-drs",
] as const;

export type ApiName = (typeof apiNames)[number];

/** Where a request can go: to an API, or to the storage that Mintlify's presigned links lead to. */
export type Site = ApiName | "mintlify-storage";

export const siteNames: readonly Site[] = [...apiNames, "mintlify-storage"];

/** A host and the beginning of a path. */
const places: ReadonlyArray<readonly [RegExp, Site]> = [
  [/^open\.(feishu\.cn|larksuite\.com)\//, "feishu"],
  [/^api\.mintlify\.com\/v2\//, "mintlify-agent"],
  [/^api\.mintlify\.com\//, "mintlify"],
  [/^mintlify-static-exports\.s3\.amazonaws\.com\//, "mintlify-storage"],
  [/^iam(\.[a-z0-9-]+)?\.myhuaweicloud\.(com|cn|eu)\//, "huawei-iam"],
  [/^dws\.[a-z0-9-]+\.myhuaweicloud\.(com|cn|eu)\//, "huawei-dws"],
  [/^ges\.[a-z0-9-]+\.myhuaweicloud\.(com|cn|eu)\//, "huawei-ges"],
  [/^drs\.[a-z0-9-]+\.myhuaweicloud\.(com|cn|eu)\//, "huawei-drs"],
];

/** Who answers at an address of the real world. */
export function siteAt({ hostname, pathname }: URL): Site | undefined {
  return places.find(([pattern]) => pattern.test(hostname + pathname))?.[1];
}
