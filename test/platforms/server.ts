/** The program where there is a file system: Node, Deno and Bun. The plan and a folder to write to are its arguments. */
import { argv, stdout } from "node:process";
import { start } from "openapi-jobs";
import { createExportTask, createFeishuClient, tenantAccessToken } from "openapi-jobs/feishu";
import { save } from "openapi-jobs/node";
import { type Plan, program } from "./program.js";

const [, , text = "", folder = ""] = argv;
const found = await program(JSON.parse(text), {
  async save({ urls, credentials }: Plan) {
    const feishu = createFeishuClient({ baseUrl: urls.feishu, auth: tenantAccessToken(credentials.feishu) });
    const body = { file_extension: "pdf", token: "docbcZVGtv1papC6jAVGiyabcef", type: "doc" } as const;
    const task = await start(feishu, createExportTask, { body }, { interval: 50 });
    const { path, size } = await save(await task.follow("download"), folder);
    return `${path.split(/[/\\]/).at(-1)}, ${size} bytes`;
  },
});
stdout.write(`${JSON.stringify(found)}\n`);
