/** What `suggest` marks a job with that may be none: `# check: …`, above its `x-polling`. */
export const doubtOfJob = "whether this is a job at all";

/** The marks of `suggest` in an overlay that nobody has taken away, by the jobs that they are of. */
export interface MarkedJobs {
  /** These may be none. */
  readonly doubtful: readonly string[];
  /** Of these, something has to be looked up. */
  readonly unchecked: readonly string[];
}

export function markedJobs(overlay: string): MarkedJobs {
  const jobs = overlay.split(/^ *- target:/m).flatMap((action) => {
    const name = /^ *x-polling:\r?\n(?: *#.*\r?\n)* *job: *"?([^\s"]+)/m.exec(action)?.[1];
    const marks = action.match(/^ *# check: .*$/gm) ?? [];
    return name === undefined || marks.length === 0 ? [] : [{ name, marks }];
  });
  const isDoubtful = ({ marks }: (typeof jobs)[number]): boolean =>
    marks.some((mark) => mark.includes(doubtOfJob));
  return {
    doubtful: jobs.filter(isDoubtful).map(({ name }) => name),
    unchecked: jobs.filter((job) => !isDoubtful(job)).map(({ name }) => name),
  };
}
