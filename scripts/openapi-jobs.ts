#!/usr/bin/env node
// The command `openapi-jobs`.
import process from "node:process";
import { commands } from "./command/commands.ts";
import { runHere } from "./command/process-shell.ts";
import { run } from "./command/run.ts";
import { keepCompiled } from "./compile-cache.ts";

keepCompiled();
await runHere((shell) => run(process.argv.slice(2), shell, commands));
