import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type TestAPI, test as testThat } from "vitest";
import { isInstalledIn } from "../../scripts/install.ts";

const require = createRequire(import.meta.url);
const isInstalled = isInstalledIn(fileURLToPath(new URL(".", import.meta.url)));

/** Skipped where the packages could not be installed. */
export const test: ReturnType<TestAPI["runIf"]> = testThat.runIf(isInstalled);

/** What the tests use of `@larksuiteoapi/node-sdk`. */
export interface LarkSdk {
  readonly Client: new (options: LarkOptions) => LarkClient;
}

interface LarkOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** Where the service is. */
  readonly domain: string;
  readonly logger: object;
}

interface LarkClient {
  readonly drive: {
    readonly v1: {
      readonly exportTask: {
        create(payload: { data: object }): Promise<LarkAnswer>;
        get(payload: { path: object; params: object }): Promise<LarkAnswer>;
        download(payload: { path: object }): Promise<LarkFile>;
      };
    };
  };
}

interface LarkAnswer {
  readonly code?: number;
  readonly data?: { readonly ticket?: string; readonly result?: Readonly<Record<string, unknown>> };
}

interface LarkFile {
  readonly headers: Readonly<Record<string, string>>;
  getReadableStream(): AsyncIterable<Uint8Array>;
}

/** `HcClient` of `@huaweicloud/huaweicloud-sdk-core`, which every generated SDK of the vendor sends with. */
export interface HuaweiClients {
  readonly HcClient: new (http: object) => HuaweiClient;
}

export interface HuaweiClient {
  withEndpoints(urls: readonly string[]): HuaweiClient;
  withCredential(credential: HuaweiCredential): HuaweiClient;
  sendRequest(request: {
    readonly url: string;
    readonly method: string;
    readonly contentType?: string;
    readonly pathParams: Readonly<Record<string, string>>;
    readonly queryParams: Readonly<Record<string, unknown>>;
    readonly headers: Record<string, string>;
    readonly data?: unknown;
  }): Promise<Record<string, unknown>>;
}

export interface HuaweiHttp {
  readonly DefaultHttpClient: new (options: object, urls: readonly string[]) => object;
}

export interface HuaweiCredentials {
  readonly BasicCredentials: new () => HuaweiCredential;
}

interface HuaweiCredential {
  withAk(ak: string): HuaweiCredential;
  withSk(sk: string): HuaweiCredential;
  withProjectId(id: string): HuaweiCredential;
}

/** The signer inside that package. */
export interface HuaweiSigner {
  sign(
    request: {
      readonly endpoint: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly queryParams: Readonly<Record<string, string | string[]>>;
      readonly data?: unknown;
    },
    credential: { getAk(): string; getSk(): string },
  ): Record<string, string>;
  CanonicalURI(path: string): string;
  urlEncode(text: string): string;
}

/** A module of what `test/sdks/package.json` pins. Its types are not there when ours are checked, so they stand above. */
export function load<T>(name: string): T {
  // in CI, nobody would miss a test that is skipped
  const module = isInstalled || process.env.CI ? require(name) : {};
  return module;
}
