// npm run generate: the command `openapi-jobs generate`, for the clients of this repository.
import process from "node:process";
import { generateCommand } from "./command/generate.ts";
import { runHere } from "./command/process-shell.ts";
import { runCommand } from "./command/run.ts";
import { project } from "./project.ts";

const call = "npm run generate";
const command = generateCommand({ locate: () => project, mend: call });
await runHere((shell) => runCommand(command, process.argv.slice(2), shell, `${call} --`));
