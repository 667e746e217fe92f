import { fileURLToPath } from "node:url";
import { installIn } from "../../scripts/install.ts";

/** Before any test runs, and once, however many of them need the SDKs: two `npm ci` at a time would not do. */
export default function setup(): void {
  try {
    installIn(fileURLToPath(new URL(".", import.meta.url)), "--ignore-scripts");
  } catch (error) {
    // everything else can be tested without; the tests that cannot will say what they miss
    process.stderr.write(`${error}\n`);
  }
}
