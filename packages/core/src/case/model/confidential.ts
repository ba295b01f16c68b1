/** Marked as not for every reader: a redacted report withholds it. */
export interface Confidential {
  readonly because?: string;
  /** With everything that it rests on. */
  readonly subtree: boolean;
}
