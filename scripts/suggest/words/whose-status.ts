import { isDoing, meaningOf } from "../../vocabulary/status-words.ts";
import { tokensOf } from "../../vocabulary/tokens.ts";

/** The value says what a person decided or what became of business, and nothing about work that a machine does. */
export function isOfPeople(value: string): boolean {
  const words = tokensOf(value);
  if (words.some((word) => deciding.has(word))) return true;
  return words.some((word) => people.has(word)) && meaningOf(words)?.isSure !== true;
}

/** The value stands for none at all: `STATE_UNSPECIFIED`. */
export function saysNothing(value: string): boolean {
  return /^(unspecified|unknown|undefined|none|unset|invalid)$/.test(tokensOf(value).at(-1) ?? "");
}

/** The value says that a machine is at work: `queued`, `running`, `exporting`. */
export function isOfMachines(value: string): boolean {
  const words = tokensOf(value);
  if (meaningOf(words)?.list !== "pending") return false;
  return words.some(
    (word) => machines.has(word) || (isDoing(word) && !/^(pending|waiting|reviewing)$/.test(word)),
  );
}

/** The value tells of a thing that is there until it is taken away, and not of work. */
export function isOfThings(value: string): boolean {
  return tokensOf(value).some((word) =>
    /^(delet|destroy|deprovision|decommission|detach|deactivat|uninstall)(e|ing|ed)?$/.test(word),
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

const machines = words(
  "queued enqueued running started executing inprogress progress initialized init processing dispatched",
);
/** Steps that wait for a decision, though a part of the value says that it is pending. */
const deciding = words("approval approve approving reviewing review signature attention");
const people = words(
  `open opened closed resolved approved declined refunded paid unpaid draft archived inactive suspended disputed captured
  authorized voided void overdue shipped returned signed won lost acknowledged merged todo trial trialing due disabled
  sent viewed snoozed hidden reviewed review accepted denied delivered read unread invited uncollectible submitted
  published confirmed unconfirmed verified unverified booked redeemed muted ignored hold balanced posted unposted`,
);
