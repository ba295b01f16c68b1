/** A stream that text is written to. */
export interface Output {
  write(text: string): void;
  /** Someone looks at it: colour and progress make sense. */
  readonly isTTY: boolean;
  /** Width of the terminal, where there is one. */
  readonly columns?: number | undefined;
}

/** Everything that a command knows of the world outside its arguments and the files they name. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  /** Asks the person at the terminal, and gives the answer; absent where nobody is there to ask. */
  readonly ask?: (question: string) => Promise<string>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today in UTC, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Ends a command that would go on for ever, such as `--watch`. */
  readonly signal: AbortSignal;
}
