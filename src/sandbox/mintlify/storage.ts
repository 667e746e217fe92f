import { makeTarball } from "../files/tar.ts";
import type { Ids } from "../ids.ts";
import { answerRefusal, createApp, type Refusal, type Vendor, type World } from "../vendor.ts";
import { type ExportJob, isoTime } from "./jobs.ts";

/** Where bundles lie: another host than the API, with the credential in the link. */
export interface Storage extends Vendor {
  /** `BundleResponse` with a fresh link below this address. */
  present(job: ExportJob, base: string): Record<string, unknown>;
}

/** How long a link works. Not documented; the answer says when it ends. */
const linkLife = 3_600_000;

export function createStorage(world: World, ids: Ids): Storage {
  const links = new Map<string, { jobId: string; file: Uint8Array<ArrayBuffer>; expiresAt: number }>();

  const app = createApp();
  app.get("/:jobId/bundle.tar.gz", (c) => {
    // A signature in the query and a header are two ways to say who calls; S3 takes one.
    if (c.req.header("authorization") !== undefined)
      return answerRefusal(xml(400, "InvalidArgument", twoMechanisms));
    const link = links.get(c.req.query("X-Amz-Signature") ?? "");
    if (!link || link.jobId !== c.req.param("jobId")) {
      return answerRefusal(xml(403, "SignatureDoesNotMatch", "The signature does not match the request."));
    }
    if (world.now() >= link.expiresAt) return answerRefusal(expired);
    const { file } = link;
    return new Response(file, {
      headers: { "content-type": "application/gzip", "content-length": `${file.byteLength}` },
    });
  });
  app.notFound(() => answerRefusal(xml(404, "NoSuchKey", "The specified key does not exist.")));

  return {
    app,
    present(job, base) {
      const now = world.now();
      const signature = ids.hex(64);
      const expiresAt = now + linkLife;
      const file = makeTarball(job.pages.map((page) => [`${page}.html`, `<h1>${page}</h1>\n`]));
      links.set(signature, { jobId: job.jobId, file, expiresAt });
      const query = new URLSearchParams({
        "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
        "X-Amz-Date": isoTime(now).replace(/[-:]/g, ""),
        "X-Amz-Expires": `${linkLife / 1000}`,
        "X-Amz-Signature": signature,
      });
      return {
        jobId: job.jobId,
        bundleUrl: `${base}/${job.jobId}/bundle.tar.gz?${query}`,
        sizeBytes: file.byteLength,
        expiresAt: isoTime(expiresAt),
      };
    },
    refusal: (status) => xml(status, status < 500 ? "AccessDenied" : "InternalError", "Refused."),
    expired: () => expired,
    jobStatus: [],
  };
}

const twoMechanisms = "Only one auth mechanism allowed";
const expired = xml(403, "AccessDenied", "Request has expired");

function xml(status: number, code: string, message: string): Refusal {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, body, headers: { "content-type": "application/xml" } };
}
