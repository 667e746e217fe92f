/** What `suggest` marks a job with that may be none: `# check: …`, above its `x-polling`. */
export const doubtOfJob = "whether this is a job at all";

/** The names of the jobs in an overlay whose mark nobody has taken away. */
export function doubtfulJobs(overlay: string): readonly string[] {
  return Array.from(overlay.matchAll(marked), ([, name = ""]) => name);
}

const marked = new RegExp(`^ *# check: ${doubtOfJob}.*\\r?\\n *x-polling:\\r?\\n *job: *"?([^\\s"]+)`, "gm");
