import { fileURLToPath } from "node:url";
import { installIn } from "../../scripts/install.ts";

/** Before any test runs, and once, however many of them need the packages: two `npm ci` at a time would not do. */
export default function install(): void {
  for (const folder of ["sdks", "redis"]) {
    try {
      installIn(fileURLToPath(new URL(`../${folder}`, import.meta.url)), "--ignore-scripts");
    } catch (error) {
      // everything else can be tested without; the tests that cannot will say what they miss
      process.stderr.write(`${error}\n`);
    }
  }
}
