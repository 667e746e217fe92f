import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { configuration, givenProject } from "./project.ts";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/**
 * What the build makes of a whole specification. The files are checked by `tsc` with everything else; to accept a change
 * of them, run `npx vitest run test/build/golden.test.ts --update` and read the difference.
 */
test.each([
  ["printing", "a job as they mostly are"],
  ["directions", "what only answers have is no part of requests, and the other way round"],
  ["awkward", "names that are taken, and shapes that have no simple type"],
])("%s: %s", async (name) => {
  const project = givenProject({
    "redocly.yaml": `${configuration(name)}rules: { jobs/starter: off }\n`,
    [`${name}.yaml`]: fs.readFileSync(`${fixtures}${name}.yaml`, "utf8"),
  });
  const { errors } = await project.build({ runtime: "../../../../../src/runtime/index.ts" });
  expect(errors).toBe("");
  for (const file of ["index.ts", "types.ts"]) {
    await expect(project.read(`generated/${name}/${file}`)).toMatchFileSnapshot(
      `${fixtures}generated/${name}/${file}`,
    );
  }
});
