import { describe, expect, test } from "vitest";
import { clientOf, commentOf, declarationOf, lines } from "../given.ts";

function tokenOf(security: string): string {
  const client = clientOf(`{ ${security}, paths: {} }`);
  return /token: (.*),\n/.exec(declarationOf("createSampleClient", client))?.[1] ?? "none";
}

describe("a client", () => {
  test("knows its address and its name, and takes no token where none is declared", () => {
    const client = clientOf("paths: {}", "my-api");
    expect(client).toBe(
      lines(`
        // Generated for a test.
        import type { Client, ClientOptions, SignerAsNoTokenIsDeclared } from "openapi-jobs/runtime";
        import { createClient, withoutToken } from "openapi-jobs/runtime";
        import type { operations, paths } from "./types.ts";
        export type * from "./types.ts";

        /** A client of Sample. */
        export type MyApiClient = Client<"my-api", paths, operations>;

        export interface MyApiClientOptions extends ClientOptions {
          /** A signer: the specification names no place for a token. */
          readonly auth?: SignerAsNoTokenIsDeclared;
        }

        /**
         * Makes a client of Sample. Throws a \`TypeError\` on an address that cannot be used.
         *
         * Its specification declares no token, so \`auth\` takes none, only a signer.
         */
        export function createMyApiClient(options: MyApiClientOptions = {}): MyApiClient {
          return createClient<"my-api", paths, operations>(withoutToken(options), {
            name: "my-api",
            server: "https://api.example",
          });
        }
      `).concat("\n"),
    );
  });

  test("has the variables of its first server as options", () => {
    const client = clientOf(`
      security: [{ key: [] }]
      components: { securitySchemes: { key: { type: http, scheme: bearer } } }
      servers:
        - url: https://{region}.api.example/{base-path}
          variables:
            region: { default: eu, enum: [eu, us], description: Where the data lies. }
            base-path: { default: v1 }
        - url: https://other.example
      paths: {}
    `);
    expect(declarationOf("SampleClientOptions", client)).toBe(
      lines(`
        export interface SampleClientOptions extends ClientOptions {
          /**
           * Where the data lies.
           * @default "eu"
           */
          readonly region?: "eu" | "us";
          /** @default "v1" */
          readonly "base-path"?: string;
        }
      `),
    );
    expect(declarationOf("createSampleClient", client)).toContain(
      `server: serverUrl("https://{region}.api.example/{base-path}", { region: "eu", "base-path": "v1" }, options),`,
    );
  });

  test("sends its token where the first alternative that can be sent wants it", () => {
    const schemes = `components: { securitySchemes: {
      bearer: { type: http, scheme: Bearer }, basic: { type: http, scheme: basic },
      header: { type: apiKey, in: header, name: X-Key }, query: { type: apiKey, in: query, name: key },
      cookie: { type: apiKey, in: cookie, name: sid }, oauth: { type: oauth2, flows: {} },
      signed: { type: http, scheme: hmac }
    } }`;
    const wanted = {
      bearer: `inHeader("Authorization", "Bearer ")`,
      oauth: `inHeader("Authorization", "Bearer ")`,
      basic: `inHeader("Authorization", "Basic ")`,
      header: `inHeader("X-Key")`,
      query: `inQuery("key")`,
      signed: "none",
    };
    const found = Object.keys(wanted).map((name) => [
      name,
      tokenOf(`security: [{ ${name}: [] }], ${schemes}`),
    ]);
    expect(Object.fromEntries(found)).toEqual(wanted);
    expect(tokenOf(`security: [{}, { cookie: [] }, { signed: [], query: [] }], ${schemes}`)).toBe(
      wanted.query,
    );
  });

  test.each([
    [
      "{ type: http, scheme: bearer }",
      "sent as the header `Authorization: Bearer …`; `Bearer` is put before it",
    ],
    ["{ type: apiKey, in: header, name: X-Key }", "sent as the header `X-Key: …`"],
    ["{ type: apiKey, in: query, name: key`*/ }", "sent in the query, as `key'*\\/=…`"],
  ])("says what becomes of a token: of %s", (scheme, said) => {
    const client = clientOf(
      `{ security: [{ it: [] }], components: { securitySchemes: { it: ${scheme} } }, paths: {} }`,
    );
    expect(commentOf("createSampleClient", client)).toContain(`A token in \`auth\` is ${said}.`);
  });

  test("says that a key which is a whole header is sent as it is, and what the specification says of a token", () => {
    const commentFor = (scheme: string): string =>
      commentOf(
        "createSampleClient",
        clientOf(`{ security: [{ it: [] }], components: { securitySchemes: { it: ${scheme} } }, paths: {} }`),
      );
    const key =
      "{ type: apiKey, in: header, name: Authorization, description: The value is `Key` and a space. }";
    expect(commentFor(key)).toBe(`/**
 * Makes a client of Sample. Throws a \`TypeError\` on an address that cannot be used.
 *
 * A token in \`auth\` is sent as the header \`Authorization: …\`, as it is: what a service wants before
 * the key, such as \`Token\` and a space, belongs into \`auth\`, too, as in \`auth: "Token my-key"\`.
 *
 * The specification says of it: The value is \`Key\` and a space.
 */`);
    expect(commentFor("{ type: apiKey, in: header, name: X-Key, description: Ask us. }")).toContain(`
 * A token in \`auth\` is sent as the header \`X-Key: …\`.
 *
 * The specification says of it: Ask us.
`);
    expect(commentFor("{ type: http, scheme: bearer, description: Ask us. }")).toContain(`
 * A token in \`auth\` is sent as the header \`Authorization: Bearer …\`; \`Bearer\` is put before it.
 *
 * The specification says of it: Ask us.
`);
    expect(commentFor("{ type: oauth2, flows: {}, description: Ask */ us. }")).toContain(
      "of it: Ask *\\/ us.\n",
    );
    const basic =
      '{ type: http, scheme: basic, description: "The key as name, nothing as secret.\\n\\n- Ask us." }';
    expect(commentFor(basic)).toContain(`
 * A token in \`auth\` is sent as the header \`Authorization: Basic …\`; \`Basic\` is put before it. It is
 * name and secret in base64: \`auth: btoa("name:secret")\`.
 *
 * The specification says of it:
 *
 * The key as name, nothing as secret.
 *
 * - Ask us.
`);
  });

  test("takes the token that its operations want when the API itself wants none", () => {
    const client = clientOf(`
      components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
      paths:
        /a: { get: { operationId: secured, security: [{ key: [] }], responses: { 204: {} } } }
        /b: { get: { operationId: unsecured, responses: { 204: {} } } }
    `);
    expect(declarationOf("createSampleClient", client)).toContain(`token: inHeader("X-Key"),`);
    expect(declarationOf("secured", client)).not.toContain("open: true");
    expect(declarationOf("unsecured", client)).toContain("open: true");
  });
});

describe("error rules", () => {
  test("look where `x-errors` says, first come first served", () => {
    const client = clientOf(`
      paths: {}
      x-errors:
        code: [$response.body#/error_code, $response.body#/errors/0/code]
        message: $response.body#/error_msg
        requestId: [$response.header.X-Request-Id, $response.header.TraceID]
        ok: [0, true]
        retry: [1, "2"]
        unavailable: [broken]
        renew: [dead]
        notFound: [gone]
        retryAfter: [x-reset]
    `);
    expect(declarationOf("errors", client)).toBe(
      lines(`
        const errors: ErrorRules = /* @__PURE__ */ errorRules({
          code: ({ body }) => first(at(body, "error_code"), at(body, "errors", 0, "code")),
          message: ({ body }) => at(body, "error_msg"),
          requestId: ({ headers }) => first(headers.get("X-Request-Id"), headers.get("TraceID")),
          ok: [0, "true"],
          means: {
            "401": ["dead"],
            "404": ["gone"],
            "429": [1, "2"],
            "503": ["broken"],
          },
          retryAfter: ["x-reset"],
        });
      `),
    );
  });
});
