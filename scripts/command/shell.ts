/** What a command needs of the place where it runs, so that a test can stand in for a terminal. */
export interface Shell {
  /** Paths are read and shown as seen from here. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Somebody watches standard error, and what was written there can be taken back. */
  readonly isWatched: boolean;
  /** Ends what would go on for ever. */
  readonly signal: AbortSignal;
  /** To standard output: results. */
  print(text: string): void;
  /** To standard error: everything else. */
  warn(text: string): void;
}
