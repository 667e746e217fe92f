import type { Random } from "../../polling/random.ts";

const services =
  "billing catalog identity shipping messaging analytics storage search media ledger support booking payroll inventory " +
  "survey fleet compute registry lending training";
const resources = "order account policy channel report template worker bucket";
const fields =
  "label region owner priority quantity currency amount locale channel reference note window limit score source target " +
  "weight margin phase origin contact schedule threshold category version";
const filler =
  "the a this each caller may must once after before with without until while service account request answer record " +
  "value field list page limit owner region change update state history policy export import schedule retention " +
  "default optional required current previous next given stored returned applied";

export const serviceNames: readonly string[] = services.split(" ");
export const resourceNames: readonly string[] = resources.split(" ");
export const fieldNames: readonly string[] = fields.split(" ");
const fillerWords = filler.split(" ");

/** Prose of about so many words. */
export function prose(length: number, random: Random): string {
  const words = Array.from({ length }, (_, index) => {
    const word = pick(fillerWords, random);
    return index % 14 === 13 ? `${word}.` : word;
  });
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, "")}.`;
}

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

export function pascal(...words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
