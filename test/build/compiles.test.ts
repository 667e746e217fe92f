import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientFile } from "../../scripts/build/emit/client-file.ts";
import { print } from "../../scripts/build/emit/print.ts";
import { placeOperations } from "../../scripts/build/emit/types-document.ts";
import { printTypes, unchecked } from "../../scripts/build/emit/types-file.ts";
import { readApi } from "../../scripts/build/model/api.ts";
import { configuration, givenProject } from "./project.ts";
import { polledDocument } from "./shapes.ts";
import { runtime, typeErrors } from "./type-check.ts";

/** Somebody's own API: a kiln that fires pots. */
const kiln = `
openapi: 3.1.0
info: { title: Kiln, version: 1.0.0 }
servers: [{ url: https://kiln.example }]
security: [{ token: [] }]
paths:
  /firings:
    post:
      operationId: startFiring
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [glaze], properties: { glaze: { type: string, enum: [celadon, shino] } } }
      responses:
        '201':
          description: lit
          content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: integer } } } } }
          links: { firing: { operationId: getFiring, parameters: { id: $response.body#/id } } }
  /firings/{id}:
    get:
      operationId: getFiring
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: unit, in: query, schema: { type: string, enum: [C, F] } }
      x-polling:
        job: firing
        status: $response.body#/phase
        pending: [heating, cooling]
        succeeded: [done]
        failed: [cracked]
        requires: [pots]
        error: { message: $response.body#/note }
      responses:
        '200':
          description: the firing
          content:
            application/json:
              schema:
                type: object
                properties:
                  phase: { type: string, enum: [heating, cooling, done, cracked] }
                  pots: { type: array, items: { type: string } }
                  note: { type: string }
          links: { photo: { operationId: getPhoto } }
  /photos/{pot}:
    get:
      operationId: getPhoto
      parameters: [{ name: pot, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: a photo, content: { image/png: { schema: { type: string, format: binary } } } } }
  /firings/{id}/glaze:
    get:
      operationId: getGlaze
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      x-polling:
        job: glaze
        status: [$errorCode, $statusCode]
        pending: [too_hot, 7]
        succeeded: [200]
        ignoreCase: true
        error: { code: $errorCode }
      responses:
        '200': { description: the glaze, content: { application/json: { schema: { type: string } } } }
        default: { description: refused }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
x-errors: { code: $response.body#/code }
`;

const potter = `
import { poll, start } from "../../../../src/index.ts";
import { createKilnClient, firing, getFiring, glaze, startFiring } from "./index.ts";

const kiln = createKilnClient({ auth: "secret" });
const task = await start(kiln, startFiring, { body: { glaze: "celadon" } });
const { pots, note } = await task.result();
export const first: string | undefined = pots[0];
export const perhaps: string | undefined = note;
for await (const { status } of task) {
  const phase: "heating" | "cooling" | "done" | "cracked" = status;
  // @ts-expect-error there is no such phase
  if (phase === "melting" || status === "melting") break;
}
const photo = await task.follow("photo", { pot: "bowl" });
export const bytes: number | undefined = photo.size;
await poll(kiln, firing, { id: 7, unit: "F" }).result();
await getFiring(kiln, { id: 7 });
export const gloss: string = await poll(kiln, glaze, { id: 7 }).result();

// @ts-expect-error there is no such glaze
await start(kiln, startFiring, { body: { glaze: "tenmoku" } });
// @ts-expect-error this does not start anything
await start(kiln, getFiring, { id: 7 });
// @ts-expect-error a firing is asked for by its number
poll(kiln, firing, { id: "7" });
// @ts-expect-error the link does not know which pot
await task.follow("photo");
// @ts-expect-error there is no such link
await task.follow("video");
`;

const shapes = shapeFiles();
const systems = readdirSync("generated");

/** What the compiler says of everything here; one program for all, because it is the compiler that takes time. */
let told: readonly string[] | undefined;
async function errors(): Promise<readonly string[]> {
  if (told) return told;
  const config = `${configuration("kiln")}rules: { jobs/starter: off }\n`;
  const project = givenProject({ "redocly.yaml": config, "kiln.yaml": kiln });
  const report = await project.build({ runtime });
  expect(report.errors).toBe("");
  const files = Object.entries(project.generated()).filter(([file]) => file.endsWith(".ts"));
  told = typeErrors({ ...Object.fromEntries(files), "kiln/potter.ts": potter, ...shapes });
  return told;
}

describe("what is generated compiles in strict mode", { timeout: 60_000 }, () => {
  test("an API of one's own gives a client, a job and a starter, with nothing but a specification", async () => {
    expect((await errors()).filter((error) => error.startsWith("kiln/"))).toEqual([]);
  });

  test("the types, too, though they tell compilers not to check them", () => {
    const files = systems.map((name) => [
      `${name}/types.ts`,
      readFileSync(`generated/${name}/types.ts`, "utf8"),
    ]);
    const broken = `${unchecked}\nexport type Glaze = components["schemas"]["Glaze"];\n`;
    expect(typeErrors({ ...Object.fromEntries(files), "broken.ts": broken })).toEqual([
      "broken.ts:2 Cannot find name 'components'.",
    ]);
  });

  test("whatever the shape of the answers", async () => {
    expect((await errors()).filter((error) => !error.startsWith("kiln/"))).toEqual([]);
    // some shapes are typed all the way, and some cannot be
    const texts = Object.values(shapes);
    expect(texts.some((text) => text.includes("satisfies never"))).toBe(true);
    expect(texts.some((text) => text.includes("as Record<string, unknown>"))).toBe(true);
  });
});

function shapeFiles(): Readonly<Record<string, string>> {
  // always the same samples, so that a failure is not somebody else's
  const samples = fc.sample(polledDocument, { numRuns: 40, seed: 7 });
  const banner = "Generated for a test.";
  const files = samples.flatMap((document, index) => {
    const { model } = readApi(document, "shapes");
    const placed = placeOperations(structuredClone(document), model.operations);
    return [
      [`shape-${index}/index.ts`, print(clientFile(model, placed, runtime), banner)],
      [`shape-${index}/types.ts`, printTypes(JSON.stringify(placed), banner)],
    ];
  });
  return Object.fromEntries(files);
}
