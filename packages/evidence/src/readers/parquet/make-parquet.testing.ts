/** Values of Thrift's compact protocol, as far as Parquet needs them. */
type Thrift =
  | { readonly int: bigint | number; readonly long?: boolean }
  | { readonly text: string | Buffer }
  | { readonly list: readonly Thrift[]; readonly claims?: number }
  | { readonly struct: readonly (readonly [field: number, value: Thrift])[] }
  | { readonly raw: Buffer; readonly type: number };

export const int = (value: number | bigint): Thrift => ({ int: value });
export const long = (value: number | bigint): Thrift => ({ int: value, long: true });
export const text = (value: string | Buffer): Thrift => ({ text: value });
export const list = (items: readonly Thrift[], claims?: number): Thrift => ({
  list: items,
  ...(claims === undefined ? {} : { claims }),
});
export const struct = (...fields: readonly (readonly [number, Thrift])[]): Thrift => ({ struct: fields });

export function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(left & 127n) | (left > 127n ? 128 : 0));
    left >>= 7n;
  } while (left > 0n);
  return Buffer.from(bytes);
}

const zigzag = (value: bigint) => (value << 1n) ^ (value >> 63n);

function typeOf(value: Thrift): number {
  if ('int' in value) return value.long === true ? 6 : 5;
  if ('text' in value) return 8;
  if ('list' in value) return 9;
  return 'struct' in value ? 12 : value.type;
}

export function thrift(value: Thrift): Buffer {
  if ('int' in value) return varint(zigzag(BigInt(value.int)));
  if ('text' in value) {
    const bytes = Buffer.from(value.text as string);
    return Buffer.concat([varint(BigInt(bytes.length)), bytes]);
  }
  if ('list' in value) {
    const [first] = value.list;
    const head = Buffer.from([0xf0 | (first === undefined ? 12 : typeOf(first))]);
    return Buffer.concat([head, varint(BigInt(value.claims ?? value.list.length)), ...value.list.map(thrift)]);
  }
  if ('raw' in value) return value.raw;
  const fields = value.struct.flatMap(([field, item]) => [
    Buffer.from([typeOf(item)]),
    varint(zigzag(BigInt(field))),
    thrift(item),
  ]);
  return Buffer.concat([...fields, Buffer.from([0])]);
}

/** A file of pages, whatever they are, under a footer. */
export function parquetFile(pages: Buffer, footer: Buffer, claims = footer.length): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(claims);
  return Buffer.concat([Buffer.from('PAR1'), pages, footer, length, Buffer.from('PAR1')]);
}

/** Numbers of types, codecs and encodings in the format. */
export const type = { boolean: 0, int32: 1, int64: 2, double: 5, bytes: 6 } as const;
export const codec = { none: 0, snappy: 1, gzip: 2, brotli: 4, zstd: 6 } as const;
export const encoding = { plain: 0, delta: 5, deltaLength: 6, dictionary: 8 } as const;

export interface Page {
  readonly data: Buffer;
  readonly values: number;
  readonly encoding?: number;
  readonly dictionary?: boolean;
  /** What the header says of the page expanded, and as stored. */
  readonly expanded?: number;
  readonly stored?: number;
}

export function pageOf({ data, values, encoding: how = encoding.plain, ...more }: Page): Buffer {
  const header = thrift(
    struct(
      [1, int(more.dictionary === true ? 2 : 0)],
      [2, int(more.expanded ?? data.length)],
      [3, int(more.stored ?? data.length)],
      more.dictionary === true
        ? [7, struct([1, int(values)], [2, int(how)])]
        : [5, struct([1, int(values)], [2, int(how)], [3, int(3)], [4, int(3)])],
    ),
  );
  return Buffer.concat([header, data]);
}

export interface Table {
  readonly type: number;
  readonly codec?: number;
  readonly rows: number | bigint;
  readonly pages: readonly Page[];
  /** What the footer says in place of the truth. */
  readonly lies?: {
    readonly rows?: number | bigint;
    readonly groupRows?: number | bigint;
    readonly values?: number | bigint;
    readonly start?: number | bigint;
    readonly size?: number | bigint;
    readonly groups?: number;
    readonly children?: number;
    readonly type?: number;
  };
}

/** A file of one required column `a` in one row group, repeated where `lies.groups` says so. */
export function tableOf({ type: of, codec: by = codec.none, rows, pages, lies = {} }: Table): Buffer {
  const body = Buffer.concat(pages.map(pageOf));
  const groupRows = lies.groupRows ?? rows;
  const meta = struct(
    [1, int(lies.type ?? of)],
    [2, list([int(0)])],
    [3, list([text('a')])],
    [4, int(by)],
    [5, long(lies.values ?? groupRows)],
    [6, long(body.length)],
    [7, long(lies.size ?? body.length)],
    [9, long(lies.start ?? 4)],
  );
  const group = struct([1, list([struct([2, long(4)], [3, meta])])], [2, long(body.length)], [3, long(groupRows)]);
  const footer = struct(
    [1, int(2)],
    [
      2,
      list([
        struct([4, text('root')], [5, int(lies.children ?? 1)]),
        struct([1, int(of)], [3, int(0)], [4, text('a')]),
      ]),
    ],
    [3, long(lies.rows ?? rows)],
    [4, list(Array.from({ length: lies.groups ?? 1 }, () => group))],
  );
  return parquetFile(body, thrift(footer));
}
