import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";
import { defineConfig } from "vitest/config";

const src: string = fileURLToPath(new URL("src", import.meta.url));
const mock: string = fileURLToPath(new URL("scripts/mock/index.ts", import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    // the README's examples import the package by its name
    alias: [
      { find: /^openapi-jobs$/, replacement: `${src}/index.ts` },
      { find: /^openapi-jobs\/mock$/, replacement: mock },
      { find: /^openapi-jobs\/sandbox$/, replacement: `${src}/sandbox/index.ts` },
      { find: /^openapi-jobs\/([\w-]+)$/, replacement: `${src}/$1.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**", "**/node_modules/**"],
    globalSetup: "test/setup/install.ts",
    // in this order: classes of errors have to stand on what is watched
    setupFiles: ["test/setup/watched-errors.ts", "test/setup/leaks.ts"],
    // a busy machine is slow, and no test fails for that
    testTimeout: 60_000,
  },
});
export default config;
