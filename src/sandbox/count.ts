/** How many calls or jobs something is for. None at all is a slip, and would be taken for one. */
export function checkCount(name: string, count: number): void {
  if (count >= 1) return;
  throw new RangeError(`\`${name}\` is a number of 1 or more, and not ${count}.`);
}
