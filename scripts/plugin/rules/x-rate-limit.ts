import type { Oas3Rule } from "@redocly/openapi-core";
import { parseDuration } from "../../vocabulary/duration.ts";
import { rateLimitKeys } from "../../vocabulary/keys.ts";
import { openBlock } from "../block.ts";
import type { Document, Place } from "../document.ts";
import { itemsOf, openDocument } from "../document.ts";
import { checkDuration } from "../durations.ts";
import { operationsOf } from "../operations.ts";
import type { Report } from "../report.ts";
import { reporter } from "../report.ts";
import { describe } from "../words.ts";

/** `x-rate-limit` on an operation says how often it may be called; operations that name one bucket share it. */
export const xRateLimit: Oas3Rule = () => ({
  Root(root, context) {
    const document = openDocument(root, context);
    const report = reporter(context);
    const buckets = new Map<string, Bucket>();
    for (const operation of operationsOf(document)) {
      const limits = limitsOf(operation.fields.get("x-rate-limit"), document, report);
      for (const [name, bucket] of bucketsOf(limits, operation.name)) {
        const first = buckets.get(name) ?? bucket;
        buckets.set(name, first);
        if (first.limits !== bucket.limits) {
          const differs = `has ${first.inWords} in \`${first.owner}\` and ${bucket.inWords} here`;
          report(
            bucket.place,
            "bucket-differs",
            `The bucket \`${name}\` ${differs}; operations that share it have to agree.`,
          );
        }
      }
    }
  },
});

interface Limit {
  readonly requests: unknown;
  readonly per: unknown;
  readonly bucket: Place | undefined;
}

interface Bucket {
  readonly owner: string;
  readonly place: Place;
  /** For comparing: 60s and 1m are the same. */
  readonly limits: string;
  readonly inWords: string;
}

/** The limits that are right; the others are reported. */
function limitsOf(place: Place | undefined, document: Document, report: Report): readonly Limit[] {
  const end = place && document.follow(place);
  if (!end) return [];
  if (!Array.isArray(end.value)) return limitOf(end, document, report);
  if (end.value.length === 0)
    report(end, "empty-list", "This list of limits is empty; write at least one, or leave it out.");
  return itemsOf(end).flatMap((item) => limitOf(item, document, report));
}

function limitOf(place: Place, document: Document, report: Report): readonly Limit[] {
  const expected = { name: "x-rate-limit", keys: rateLimitKeys, required: ["requests", "per"] };
  const block = openBlock(place, expected, document, report);
  const [requests, per, bucket] = ["requests", "per", "bucket"].map((key) => block?.get(key));
  const isCount = Number.isInteger(requests?.value) && Number(requests?.value) > 0;
  if (requests && !isCount) {
    report(
      requests,
      "not-a-count",
      `\`requests\` is a whole number above zero; here stands ${describe(requests.value)}.`,
    );
  }
  if (per) checkDuration("per", per, report, { mayBeZero: false });
  if (bucket && (typeof bucket.value !== "string" || bucket.value === "")) {
    report(
      bucket,
      "not-a-bucket-name",
      `\`bucket\` is the name of what operations share, a text; here stands ${describe(bucket.value)}.`,
    );
    return [];
  }
  const milliseconds = parseDuration(per?.value);
  return isCount && milliseconds ? [{ requests: requests?.value, per: per?.value, bucket }] : [];
}

/** An operation may have several limits in one bucket; all of them are what others have to agree with. */
function bucketsOf(limits: readonly Limit[], owner: string): ReadonlyMap<string, Bucket> {
  const buckets = new Map<string, Bucket>();
  for (const { bucket } of limits) {
    if (!bucket) continue;
    const name = String(bucket.value);
    if (buckets.has(name)) continue;
    const same = limits.filter((limit) => limit.bucket?.value === name);
    const compared = same.map(({ requests, per }) => `${requests}/${parseDuration(per)}`);
    const inWords = same.map(({ requests, per }) => `${requests} per ${per}`).join(" and ");
    buckets.set(name, { owner, place: bucket, limits: compared.sort().join(), inWords });
  }
  return buckets;
}
