const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

/** How much a source may cost before it is refused. All sizes are in bytes. */
export interface Limits {
  /** Size of one source file. */
  readonly fileBytes: number;
  /** Members of an archive. */
  readonly members: number;
  /** Expanded size of all members that are read from one archive. */
  readonly expandedBytes: number;
  /** Expanded size of a member over its size in the archive, once it has grown past `ratioFloor`. */
  readonly ratio: number;
  readonly ratioFloor: number;
  /** Back-reference window that a zstd member may ask for. */
  readonly zstdWindow: number;
  /** Nesting of JSON values. */
  readonly jsonDepth: number;
  /** One text that is kept from a JSON value. */
  readonly jsonText: number;
  /** All that is kept from one JSON value: a header, or one sample. */
  readonly jsonKept: number;
  /** Rows (one per sample and epoch) of one source. */
  readonly rows: number;
  /** Scorers and fields of one source. */
  readonly columns: number;
  /** Rows times columns: what trials take in memory, whatever the size of the source. */
  readonly cells: number;
  /** One line of JSON Lines, or one CSV record. */
  readonly lineBytes: number;
}

export const defaultLimits: Limits = {
  fileBytes: 2 * GiB,
  members: 500_000,
  expandedBytes: 16 * GiB,
  ratio: 1000,
  ratioFloor: 16 * MiB,
  zstdWindow: 128 * MiB,
  jsonDepth: 500,
  jsonText: MiB,
  jsonKept: 16 * MiB,
  rows: 5_000_000,
  columns: 1000,
  cells: 100_000_000,
  lineBytes: 16 * MiB,
};

/** `12 MiB`, `1.5 GiB`, `700 bytes`. */
export function showBytes(bytes: number): string {
  const [size, unit] =
    bytes >= GiB ? [GiB, 'GiB'] : bytes >= MiB ? [MiB, 'MiB'] : bytes >= 1024 ? [1024, 'KiB'] : [1, 'bytes'];
  return `${Number((bytes / size).toFixed(1))} ${unit}`;
}
