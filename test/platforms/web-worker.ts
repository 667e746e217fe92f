/** The program in a worker of a web page. */
import { program } from "./program.ts";

self.onmessage = async ({ data }) => self.postMessage(await program(data));
