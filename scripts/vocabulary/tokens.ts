/** `exportJob_ID` is `["export", "job", "id"]`. */
export function tokensOf(text: string): readonly string[] {
  const words = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}

/** The same name in another spelling: `export_job_id`, `exportJobId`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** `batches` is `batch`, `queries` is `query`, `analyses` is `analysis`, `jobs` is `job`, `status` stays. */
export function singular(word: string): string {
  if (/(ss|us|is|news)$/.test(word)) return word;
  if (/lyses$/.test(word)) return `${word.slice(0, -2)}is`;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|us|zz)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}
