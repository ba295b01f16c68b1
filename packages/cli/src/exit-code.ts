/** What the command says to its caller by its exit code. */
export const exitCode = {
  /** Every outcome is supported; for `check`, no finding at or above `--fail-on`. */
  good: 0,
  /** Any other verdict, or a finding at or above `--fail-on`. */
  bad: 1,
  /** The input could not be used, and nothing is said about it. */
  unusable: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
