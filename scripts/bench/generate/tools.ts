import { cpSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pinnedIn } from "../../install.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const home: string = fileURLToPath(new URL(".", import.meta.url));

/** A generator, as it is called by a user. */
export interface Tool {
  readonly name: string;
  /** Writes what it wants to find beside the specification `api.yaml`, and gives the arguments of Node. */
  prepare(folder: string): readonly string[];
  /** What it writes, as files or folders. */
  readonly output: readonly string[];
  readonly calls: Calls;
}

/** How a program calls an operation through what was generated. */
export interface Calls {
  imports(operations: readonly string[]): string;
  /** Gives the answer's `id`; what is between the braces of `given` is the argument object. */
  call(operation: Called, given: string): string;
  /** What has to stand in the argument object. */
  argument(operation: Called): string;
}

export interface Called {
  readonly id: string;
  readonly path: string;
  readonly parameter: string;
}

export const ours: Tool = {
  name: "openapi-jobs",
  prepare(folder) {
    writeFileSync(`${folder}/package.json`, '{ "private": true, "type": "module" }\n');
    writeFileSync(`${folder}/redocly.yaml`, "apis:\n  api:\n    root: api.yaml\n");
    return [`${root}/dist/scripts/openapi-jobs.js`, "generate"];
  },
  output: ["generated"],
  calls: {
    imports: (names) =>
      `import { createApiClient, ${names.join(", ")} } from "./generated/api/index.ts";\n` +
      'const client = createApiClient({ auth: "token" });\n',
    call: ({ id }, given) => `${id}(client, {${given}}).then((answer) => answer.id)`,
    argument: ({ parameter }) => ` ${parameter}: "1" `,
  },
};

/** Writes declarations, as its documentation has it, which a compiler does not check where it skips those of libraries. */
export const openapiTypescript: Tool = {
  name: "openapi-typescript",
  prepare: () => [bin("openapi-typescript/bin/cli.js"), "api.yaml", "-o", "types.d.ts"],
  output: ["types.d.ts"],
  calls: {
    imports: () =>
      'import createClient from "openapi-fetch";\nimport type { paths } from "./types";\n' +
      'const client = createClient<paths>({ baseUrl: "https://api.platform.test/v1" });\n',
    call: ({ path }, given) =>
      `client.GET("${path}", { params: { path: {${given}} } }).then(({ data }) => data?.id)`,
    argument: ({ parameter }) => ` ${parameter}: "1" `,
  },
};

/** The others, as their own documentation calls them, without formatters. */
export const others: readonly Tool[] = [
  {
    name: "redocly generate-client",
    prepare: () => [bin("@redocly/cli/bin/cli.js"), "generate-client", "api.yaml", "-o", "client.ts"],
    output: ["client.ts"],
    calls: {
      imports: (names) => `import { ${names.join(", ")} } from "./client.ts";\n`,
      call: ({ id }, given) => `${id}({ path: {${given}} }).then((answer) => answer.id)`,
      argument: ({ parameter }) => ` ${parameter}: "1" `,
    },
  },
  {
    name: "@hey-api/openapi-ts",
    prepare: () => [
      bin("@hey-api/openapi-ts/bin/run.js"),
      ...["-i", "api.yaml", "-o", "client", "-c", "@hey-api/client-fetch", "--no-log-file", "--silent"],
    ],
    output: ["client"],
    calls: {
      imports: (names) => `import { ${names.join(", ")} } from "./client/sdk.gen";\n`,
      call: ({ id }, given) => `${id}({ path: {${given}} }).then(({ data }) => data?.id)`,
      argument: ({ parameter }) => ` ${parameter}: "1" `,
    },
  },
  {
    name: "oazapfts",
    prepare: () => [bin("oazapfts/dist/cli.js"), "api.yaml", "api.ts"],
    output: ["api.ts"],
    calls: {
      imports: (names) => `import { ${names.join(", ")} } from "./api";\n`,
      call: ({ id }, given) =>
        `${id}("1", {${given}}).then((answer) => (answer.status === 200 ? answer.data.id : undefined))`,
      argument: () => ' fields: ["id"] ',
    },
  },
  {
    name: "orval",
    prepare: () => [
      bin("orval/dist/bin/orval.js"),
      ...["--input", "api.yaml", "--output", "api.ts", "--client", "fetch", "--mode", "single"],
    ],
    output: ["api.ts"],
    calls: {
      imports: (names) => `import { ${names.join(", ")} } from "./api";\n`,
      call: ({ id }, given) =>
        `${id}("1", {${given}}).then((answer) => (answer.status === 200 ? answer.data.id : undefined))`,
      argument: () => ' fields: ["id"] ',
    },
  },
  {
    name: "kubb",
    prepare(folder) {
      cpSync(`${home}kubb.config.js`, `${folder}/kubb.config.js`);
      return [bin("@kubb/cli/bin/kubb.cjs"), "generate", "--config", "kubb.config.js"];
    },
    output: ["client"],
    calls: {
      imports: (names) =>
        names.map((name) => `import { ${name} } from "./client/clients/${name}.ts";\n`).join(""),
      call: ({ id }, given) => `${id}("1", {${given}}).then((answer) => answer.id)`,
      argument: () => ' fields: ["id"] ',
    },
  },
];

/** Names and versions of the packages that are compared. */
export const versions: Readonly<Record<string, string>> = pinnedIn(home);

function bin(file: string): string {
  return `${home}node_modules/${file}`;
}
