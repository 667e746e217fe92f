import { expect, test } from "vitest";
import { configuration, givenProject } from "./project.ts";
import { runtime, typeErrors } from "./type-check.ts";

const ping = `openapi: 3.1.0
info: { title: Sample, version: 1.0.0 }
servers: [{ url: https://api.example }]
`;
const paths = (more = "", parameters = ""): string =>
  `paths: { /ping: { get: { operationId: ping, ${parameters} responses: { '204': { description: Pong. } }, ${more} } } }\n`;

test("of a document that says nothing of security it is said once, and of one that says anything nothing", async () => {
  const key = "components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }\n";
  const documents = {
    nothing: ping + paths(),
    wanted: `${ping}security: [{ key: [] }]\n${key}${paths()}`,
    none: `${ping}security: []\n${paths()}`,
    declared: ping + key + paths(),
    "of-one": ping + paths("security: []"),
    header: ping + paths("", "parameters: [{ name: Authorization, in: header, schema: { type: string } }],"),
    "no-calls": `${ping}paths: {}\n`,
  };
  const files = Object.entries(documents).map(([name, text]) => [`${name}.yaml`, text]);
  const project = givenProject({
    "redocly.yaml": configuration(...Object.keys(documents)),
    ...Object.fromEntries(files),
  });
  const { report } = await project.build();
  const told = report.problems.map(({ code, file }) => `${code} ${file?.replace(/.*\//, "")}`);
  expect(told).toEqual(["no-security nothing.yaml"]);
});

test("a compiler says of a token for an API that declares none that a signer is all there is to give", {
  timeout: 60_000,
}, async () => {
  const project = givenProject({ "redocly.yaml": configuration("sample"), "sample.yaml": ping + paths() });
  const { "sample/index.ts": index = "", "sample/types.ts": types = "" } = await project
    .build({ runtime })
    .then(() => project.generated());
  const program = `import { createSampleClient } from "./index.ts";
    createSampleClient({ auth: "my-token" });
    createSampleClient({ auth: { sign: (request) => request } });
    createSampleClient({ headers: { "x-key": "my-key" } });
  `;
  const files = { "sample/index.ts": index, "sample/types.ts": types, "sample/program.ts": program };
  expect(typeErrors(files)).toEqual([
    "sample/program.ts:2 Type 'string' is not assignable to type 'SignerAsNoTokenIsDeclared'.",
  ]);
});
