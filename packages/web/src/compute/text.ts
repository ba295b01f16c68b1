/** Text that is to be read: saved or not. */
export interface Text {
  readonly path: string;
  readonly text: string;
}
