/** The sandbox on a port, in a process of its own, with one document that is exported to so many bytes. */
import { createHash } from "node:crypto";
import { pdfPieces, pdfSize } from "../../../src/sandbox/files/pdf.ts";
import { createSandbox } from "../../../src/sandbox/index.ts";
import type { Service } from "./plan.ts";

const size = Number(process.argv[2]);
const [token, title] = ["doxcnAsLargeAsIsAskedFor001", "Large"];

const sandbox = createSandbox({ jobs: { duration: 0 } });
sandbox.feishu.documents.push({ token, type: "docx", title, size });
const { urls } = await sandbox.listen();

const hash = createHash("sha256");
for (const piece of pdfPieces(title, size)) hash.update(piece);
const service: Service = {
  url: urls.feishu,
  ...sandbox.credentials.feishu,
  token,
  size: pdfSize(title, size),
  sha256: hash.digest("hex"),
};
process.send?.(service);
process.on("disconnect", () => process.exit());
