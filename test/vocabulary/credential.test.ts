import { expect, test } from "vitest";
import { isCredential } from "../../scripts/vocabulary/credential.ts";

test.each([
  ["header", "Authorization"],
  ["header", "Proxy-Authorization"],
  ["header", "X-API-Key"],
  ["header", "xi-api-key"],
  ["header", "apikey"],
  ["header", "DD-APPLICATION-KEY"],
  ["header", "Ocp-Apim-Subscription-Key"],
  ["header", "X-Auth-Token"],
  ["header", "X-Auth-Email"],
  ["header", "PRIVATE-TOKEN"],
  ["header", "X-Token"],
  ["header", "token"],
  ["header", "X-Client-Secret"],
  ["header", "X-Password"],
  ["header", "Cookie"],
  ["query", "api_key"],
  ["query", "apiKey"],
  ["query", "access_token"],
  ["query", "auth-token"],
  ["query", "client_secret"],
  ["query", "password"],
])("in the %s, %s is a credential", (place, name) => {
  expect(isCredential(name, place)).toBe(true);
});

test.each([
  ["header", "X-Page-Token"],
  ["header", "x-ms-continuation-token"],
  ["header", "X-Idempotency-Token"],
  ["header", "Idempotency-Key"],
  ["header", "x-client-token"],
  ["header", "X-CSRF-Token"],
  ["header", "X-Request-Id"],
  ["header", "X-Author"],
  ["query", "pageToken"],
  ["query", "nextToken"],
  ["query", "continuation-token"],
  ["query", "idempotency-token"],
  ["query", "client_token"],
  ["query", "sync_token"],
  ["query", "token"],
  ["query", "key"],
  ["query", "author"],
  ["query", "max_tokens"],
  ["path", "api_key"],
])("in the %s, %s is none", (place, name) => {
  expect(isCredential(name, place)).toBe(false);
});
