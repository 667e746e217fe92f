import { parseDuration } from "../vocabulary/duration.ts";
import type { Place } from "./document.ts";
import type { Report } from "./report.ts";
import { describe } from "./words.ts";

export function checkDuration(
  key: string,
  place: Place,
  report: Report,
  { mayBeZero }: { mayBeZero: boolean },
): void {
  const duration = parseDuration(place.value);
  if (duration === undefined) {
    const suggest = repairDuration(place.value);
    report(
      place,
      "not-a-duration",
      `\`${key}\` is a number and a unit, ms, s, m, h or d; here stands ${describe(place.value)}.`,
      { suggest },
    );
  } else if (duration === 0 && !mayBeZero) {
    report(place, "zero-duration", `\`${key}\` cannot be zero.`);
  }
}

const units = [
  ["d", /^d/],
  ["h", /^h/],
  ["ms", /^m(s|illi)/],
  ["m", /^m/],
  ["s", /^s/],
] as const;

/** `10` was meant as `10s`, `5 minutes` as `5m`, `1h30m` as `90m`, `PT5M` as `5m`. */
function repairDuration(value: unknown): readonly string[] {
  if (typeof value === "number" && value >= 0) return [`${value}s`];
  const text = typeof value === "string" ? value.trim().toLowerCase().replace(/^p?t?/, "") : "";
  if (/^\d+$/.test(text)) return [`${text}s`];
  if (!/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/.test(text)) return [];
  const parts = [...text.matchAll(/([\d.]+)\s*([a-z]+)/g)].map(([, amount, word = ""]) => {
    const unit = units.find(([, pattern]) => pattern.test(word))?.[0];
    return parseDuration(`${amount}${unit}`) ?? Number.NaN;
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  return Number.isNaN(total) ? [] : [print(total)];
}

function print(milliseconds: number): string {
  const unit = (["d", "h", "m", "s"] as const).find(
    (each) => milliseconds % (parseDuration(`1${each}`) ?? 1) === 0,
  );
  return unit ? `${milliseconds / (parseDuration(`1${unit}`) ?? 1)}${unit}` : `${milliseconds}ms`;
}
