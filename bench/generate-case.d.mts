/** Generates a large case, as text. */
export function generateCase(of: {
  readonly elements: number;
  readonly seed?: number;
  readonly quantities?: number;
  readonly anywhere?: boolean;
}): string;
