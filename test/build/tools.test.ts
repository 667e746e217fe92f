import { describe, expect, test } from "vitest";
import { ToolsError, withTools } from "../../scripts/build/tools.ts";
import { givenProject } from "./project.ts";

const installed = {
  "node_modules/@redocly/openapi-core/package.json": '{ "version": "2.64.0" }',
  "node_modules/openapi-typescript/package.json": '{ "version": "7.13.0" }',
  "node_modules/typescript/package.json": '{ "version": "5.9.3" }',
};
const failure = new Error("Cannot find package 'openapi-typescript'");

/** What is said when the libraries cannot be loaded in a project with these files. */
async function advice(files: Readonly<Record<string, string>>): Promise<unknown> {
  const { folder } = givenProject(files);
  return withTools(() => Promise.reject(failure), folder).catch((error: unknown) => error);
}

describe("when the generator's libraries cannot be loaded", () => {
  test("one line says what to install", async () => {
    expect(await advice({})).toEqual(
      new ToolsError(
        "The generator needs @redocly/openapi-core, openapi-typescript, typescript. To install: " +
          "npm install --save-dev @redocly/openapi-core@2 openapi-typescript@7 typescript@5",
      ),
    );
  });

  test("only what is missing is to be installed", async () => {
    const { "node_modules/openapi-typescript/package.json": _, ...others } = installed;
    expect(await advice(others)).toEqual(
      new ToolsError(
        "The generator needs openapi-typescript. To install: npm install --save-dev openapi-typescript@7",
      ),
    );
  });

  test("a compiler that openapi-typescript cannot work with gets a folder with another", async () => {
    const seven = { ...installed, "node_modules/typescript/package.json": '{ "version": "7.0.2" }' };
    expect(await advice(seven)).toEqual(
      new ToolsError(
        "The generator needs TypeScript 5 and finds 7. What it generates compiles under both, so give it a folder " +
          "of its own: npm install --prefix tools openapi-jobs @redocly/openapi-core@2 openapi-typescript@7; " +
          "then call npx --prefix tools openapi-jobs",
      ),
    );
    // one of its own
    const nested = "node_modules/openapi-typescript/node_modules/typescript/package.json";
    expect(await advice({ ...seven, [nested]: '{ "version": "5.9.3" }' })).toBe(failure);
  });

  test("another failure is handed on", async () => {
    expect(await advice(installed)).toBe(failure);
  });
});
