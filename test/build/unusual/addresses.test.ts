import { expect, test } from "vitest";
import { clientOf, declarationOf, faultsOf, lines } from "../given.ts";

test("a client whose specification does not tell the address asks for it", () => {
  const none = clientOf("{ servers: [], paths: {} }");
  const relative = clientOf("{ servers: [{ url: /api/v2 }], paths: {} }");
  expect(declarationOf("SampleClientOptions", none)).toBe(
    lines(`
      export interface SampleClientOptions extends ClientOptions {
        /** The whole address of the service: its specification does not tell it. */
        readonly baseUrl: string;
        /** A signer: the specification names no place for a token. */
        readonly auth?: SignerAsNoTokenIsDeclared;
      }
    `),
  );
  expect(relative).toContain("its specification tells only `/api/v2`.");
  expect(relative).toContain(
    "export function createSampleClient(options: SampleClientOptions): SampleClient {",
  );
});

test("an operation may have an address of its own", () => {
  const client = clientOf(`
    paths:
      /files:
        servers: [{ url: "https://{region}.files.example/v1/", variables: { region: { default: eu } } }]
        post: { operationId: act, responses: { 204: {} } }
  `);
  expect(declarationOf("act", client)).toContain('server: "https://eu.files.example/v1",');
});

test("what follows a number sign is never sent, and so are no parameters in it", () => {
  expect(
    faultsOf(`
      paths:
        /send/#env/{id}:
          post:
            operationId: send
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            responses: { 204: {} }
    `),
  ).toEqual([
    "warning /paths//send/#env/{id}/post/parameters/0: The path parameter id is left out: it does not occur in /send/.",
  ]);
});
