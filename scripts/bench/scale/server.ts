/** The sandbox on a port, in a process of its own: tells its parent where, and how to get in. */
import { createSandbox } from "../../../src/sandbox/index.ts";
import type { Service } from "./plan.ts";

const sandbox = createSandbox({ jobs: { duration: Number(process.argv[2]) } });
const { urls } = await sandbox.listen();
const service: Service = { url: urls.mintlify, key: sandbox.credentials.mintlify.apiKey };
process.send?.(service);
process.on("disconnect", () => process.exit());
