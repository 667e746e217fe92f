import { describe, expect, test } from "vitest";
import { configuration, givenProject, specification } from "../build/project.ts";
import { called } from "./given.ts";

const project = {
  "redocly.yaml": configuration("alpha"),
  "alpha.yaml": specification("getAlpha"),
  "mine.ts": "mine",
};
const faulty = specification("getAlpha").replace("type: string", "$ref: '#/Text'");

describe("each command ends with 2 where it was called with what is not there, or where a file cannot be read or written", () => {
  test.each([
    ["generate none.yaml", project],
    ["generate alpah", project],
    ["generate --check alpah", project],
    ["generate --json alpah", project],
    ["generate alpah", { ...project, "alpha.yaml": faulty }],
    ["generate --config none.yaml", project],
    ["generate --out mine.ts", project],
    ["generate", { "redocly.yaml": configuration("alpha") }],
    ["lint none.yaml", project],
    ["lint alpah", project],
    ["lint", { "redocly.yaml": configuration("alpha") }],
    ["lint", { ...project, "redocly.yaml": `${configuration("alpha")}plugins: [./nowhere.js]\n` }],
    ["suggest none.yaml", project],
    ["suggest alpah", project],
    ["suggest https://api.example/openapi.yaml", project],
    ["mock alpah", project],
  ])("%s", async (call, files) => {
    expect((await called(call, givenProject(files))).code).toBe(2);
  });
});

describe("each command ends with 1 where a file says something wrong", () => {
  const torn = { ...project, "alpha.yaml": "openapi: [" };
  test.each([
    ["generate", { ...project, "alpha.yaml": faulty }],
    ["generate", torn],
    ["generate", { ...project, "redocly.yaml": "apis: {" }],
    ["lint", torn],
    ["suggest alpha.yaml", torn],
  ])("%s", async (call, files) => {
    expect((await called(call, givenProject(files))).code).toBe(1);
  });
});
