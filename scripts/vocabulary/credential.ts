import { tokensOf } from "./tokens.ts";

/**
 * Whether a header or a query parameter proves who calls, by its name alone: then it belongs to the client and to no job.
 * What is not sure is none: in a query, a `token` may be that of a document, and a `key` that of a file.
 */
export function isCredential(name: string, place: string): boolean {
  if (place !== "header" && place !== "query") return false;
  const words = tokensOf(name);
  const plain = words.join("");
  if (certain.test(plain) || words.some((word) => secret.test(word))) return true;
  if (place === "header" && /^(x ?)?auth( |$)/.test(words.join(" "))) return true;
  if (words.at(-1) !== "token" && plain !== "xtoken") return false;
  const kind = words.at(-2) ?? "";
  return place === "query" ? provingTokens.test(kind) : !otherTokens.test(kind);
}

/** `X-API-Key`, `xi-api-key`, `apikey`, `Ocp-Apim-Subscription-Key`, `appSecret` */
const certain =
  /(api|app|application|subscription|access|auth|secret|private|functions)(key|keyid|secret)$|authorization$|^(x)?cookie$/;
const secret = /^(password|passwd|secret)$/;

/** In a query, `?access_token=…`. */
const provingTokens = /^(access|api|auth|bearer|id|oauth|personal|private|refresh|security|session)$/;

/** In a header, what is called a token and says where a list goes on, or that a request was sent twice. */
const otherTokens =
  /^(page|paging|pagination|next|previous|prev|continuation|continue|cursor|scroll|skip|sync|delta|resume|resumption|start|starting|change|idempotency|client|request|csrf|xsrf|lock|version|etag|concurrency|device|push)$/;
