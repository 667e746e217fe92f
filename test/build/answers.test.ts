import { expect, test } from "vitest";
import { filesOf } from "./given.ts";
import { runtime, typeErrors } from "./type-check.ts";

const { client, types } = filesOf(`
  paths:
    /things/{id}:
      get:
        operationId: getThing
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses:
          200: { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
          204: { description: Not there yet }
          404: { content: { application/problem+json: { schema: { $ref: "#/components/schemas/Lost" } } } }
          4XX: { content: { application/json: { schema: { $ref: "#/components/schemas/Refusal" } } } }
    /files/{id}:
      get:
        operationId: getFile
        parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
        responses:
          200: { content: { video/mp4: { schema: { type: string, format: binary } } } }
          default: { content: { application/json: { schema: { $ref: "#/components/schemas/Refusal" } } } }
  components:
    schemas:
      Thing: { type: object, required: [name], properties: { name: { type: string } } }
      Lost: { type: object, required: [since], properties: { since: { type: string } } }
      Refusal: { type: object, required: [reason], properties: { reason: { type: string } } }
`);

const user = `
  import type { Download } from "${runtime}";
  import type { SampleClient } from "./index.ts";
  import { getFile, getThing } from "./index.ts";
  declare const sample: SampleClient;

  export async function thing(): Promise<string | undefined> {
    const answer = await getThing.answer(sample, { id: "t-1" });
    const tag = answer.headers.get("etag");
    switch (answer.status) {
      case 200: return answer.body.name;
      case 204: return answer.body;
      case 404: return answer.body.since;
      case 400:
      case 429: return answer.body.reason;
      // @ts-expect-error the specification does not say what a 500 looks like
      case 500: return answer.body.reason;
      // @ts-expect-error there is no such status
      case 600: return undefined;
      default: return String(answer.body ?? tag);
    }
  }

  export async function untold(): Promise<unknown> {
    const { body } = await getThing.answer(sample, { id: "t-1" });
    // @ts-expect-error it may be a refusal
    return body.name;
  }

  export async function file(): Promise<Download | undefined> {
    const answer = await getFile.answer(sample, { id: "f-1" });
    if (answer.status === 200) return answer.body;
    if (answer.status === 503) throw new Error(answer.body.reason);
    return undefined;
  }

  export async function accepted(): Promise<string | undefined> {
    return (await getThing(sample, { id: "t-1" }))?.name;
  }
`;

test("a whole answer tells its body by its status, the nearest description first", () => {
  const index = client.replaceAll("openapi-jobs/runtime", runtime);
  expect(typeErrors({ "a/index.ts": index, "a/types.ts": types, "a/user.ts": user })).toEqual([]);
});
