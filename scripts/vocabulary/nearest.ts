/**
 * The candidate a person most likely meant by `word`, or `undefined` when none is near enough to say so: `most` letters away.
 */
export function nearest(word: string, candidates: readonly string[], most = 4): string | undefined {
  const ranked = [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: distance(plain(word), plain(candidate)) }))
    .filter(({ candidate, edits }) => edits <= Math.min(most, 0.4 * Math.max(word.length, candidate.length)))
    // Of two that are equally near, a word cut short is the likelier slip.
    .sort(
      (a, b) =>
        a.edits - b.edits || Number(b.candidate.startsWith(word)) - Number(a.candidate.startsWith(word)),
    );
  return ranked[0]?.candidate;
}

/** `job_id`, `jobId` and `Job-Id` are one word in three spellings. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/g, "") || word;
}

/** Damerau-Levenshtein: how many letters to insert, delete, change, or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swap));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
