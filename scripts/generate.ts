// npm run generate: the command `openapi-jobs generate`, for the clients of this repository.
import process from "node:process";
import { generateCommand } from "./command/generate.ts";
import { processShell } from "./command/process-shell.ts";
import { runCommand } from "./command/run.ts";
import { project } from "./project.ts";

const call = "npm run generate";
const command = generateCommand({ locate: () => project, mend: call });
process.exitCode = await runCommand(command, process.argv.slice(2), processShell(), `${call} --`);
