import { fileURLToPath } from "node:url";
import { installIn } from "../../scripts/install.ts";

/** Without a network, npm would try for a minute. */
const flags = ["--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];

/** Before any test runs, and once, however many of them need the packages: two `npm ci` at a time would not do. */
export default function install(): void {
  for (const folder of ["sdks", "redis"]) {
    try {
      installIn(fileURLToPath(new URL(`../${folder}`, import.meta.url)), ...flags);
    } catch (error) {
      // everything else can be tested without
      const reason = error instanceof Error ? error.message : error;
      process.stderr.write(
        `Skipped the tests in test/${folder}, which need the npm registry once: ${reason}\n`,
      );
    }
  }
}
