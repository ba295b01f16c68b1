import { crc32, deflateRawSync } from 'node:zlib';

/** A member to be written; the overrides make archives that lie. */
export interface MadeMember {
  readonly name: string;
  readonly data: Buffer | string;
  /** 0 stored, 8 deflated, 93 zstd (one frame of raw blocks). Default 8. */
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  readonly flags?: number;
  /** Bytes in the archive in place of what the method gives. */
  readonly raw?: Buffer;
  /** Points the directory at this earlier offset instead of the member's own. */
  readonly offset?: number;
}

export function makeZip(members: readonly MadeMember[], entryCount = members.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const data = Buffer.from(member.data as string);
    const method = member.method ?? 8;
    const raw = member.raw ?? (method === 8 ? deflateRawSync(data) : method === 93 ? zstdFrame(blocksOf(data)) : data);
    const name = Buffer.from(member.name);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(0x800 | (member.flags ?? 0), 2);
    fixed.writeUInt16LE(method, 4);
    fixed.writeUInt32LE(member.crc ?? crc32(data), 10);
    fixed.writeUInt32LE(member.compressedSize ?? raw.length, 14);
    fixed.writeUInt32LE(member.size ?? data.length, 18);
    fixed.writeUInt16LE(name.length, 22);
    parts.push(signed(0x04034b50, fixed), name, raw);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(member.offset ?? at, 10);
    directory.push(signed(0x02014b50, Buffer.concat([Buffer.from([20, 0]), fixed])), tail, name);
    at += 30 + name.length + raw.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entryCount, 4);
  end.writeUInt16LE(entryCount, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, signed(0x06054b50, end)]);
}

function signed(signature: number, rest: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);
  return Buffer.concat([head, rest]);
}

/** A zstd frame of uncompressed blocks. `window` is the descriptor byte (exponent << 3); default 1 MiB. */
export function zstdFrame(blocks: readonly Buffer[], window = 10 << 3): Buffer {
  const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, window]);
  const body = blocks.flatMap((block, at) => {
    const header = Buffer.alloc(3);
    header.writeUIntLE((block.length << 3) | (at === blocks.length - 1 ? 1 : 0), 0, 3);
    return [header, block];
  });
  return Buffer.concat([head, ...body]);
}

/** A small Inspect log as an archive. */
export function inspectMembers(samples = 3): MadeMember[] {
  const header = {
    version: 2,
    status: 'success',
    eval: { task: 't', model: 'm/m' },
    results: { total_samples: samples, completed_samples: samples, scores: [{ name: 'match', metrics: {} }] },
  };
  return [
    ...Array.from({ length: samples }, (_, i) => ({
      name: `samples/${i + 1}_epoch_1.json`,
      data: JSON.stringify({ id: i + 1, epoch: 1, scores: { match: { value: i % 2 === 0 ? 'C' : 'I' } } }),
    })),
    { name: 'header.json', data: JSON.stringify(header) },
  ];
}

/** Pieces no larger than a zstd block may be. */
function blocksOf(data: Buffer): Buffer[] {
  const count = Math.max(1, Math.ceil(data.length / 131_072));
  return Array.from({ length: count }, (_, i) => data.subarray(i * 131_072, (i + 1) * 131_072));
}

/**
 * An archive that is little but its directory: so many members of no bytes under names of eight digits. Its end says, in the
 * fields of 64 bits, that there are `claimed`.
 */
export function emptyMembers(count: number, claimed = count): Buffer {
  const headers = Buffer.alloc(38 * count);
  const directory = Buffer.alloc(54 * count);
  for (let i = 0; i < count; i++) {
    const name = String(i).padStart(8, '0');
    headers.writeUInt32LE(0x04034b50, i * 38);
    headers.writeUInt16LE(8, i * 38 + 26);
    headers.write(name, i * 38 + 30, 'latin1');
    directory.writeUInt32LE(0x02014b50, i * 54);
    directory.writeUInt16LE(8, i * 54 + 28);
    directory.writeUInt32LE(i * 38, i * 54 + 42);
    directory.write(name, i * 54 + 46, 'latin1');
  }
  return Buffer.concat([headers, directory, ...zip64End(headers.length, directory.length, claimed)]);
}

/** The same archive with its end in the form of 64 bits, whose fields may lie. */
export function asZip64(zip: Buffer, lies: { readonly entries?: bigint; readonly start?: bigint } = {}): Buffer {
  const end = zip.subarray(zip.length - 22);
  const start = end.readUInt32LE(16);
  const body = zip.subarray(0, zip.length - 22);
  const [record, locator, rest] = zip64End(start, end.readUInt32LE(12), end.readUInt16LE(10));
  if (lies.entries !== undefined) record!.writeBigUInt64LE(lies.entries, 32);
  if (lies.start !== undefined) record!.writeBigUInt64LE(lies.start, 48);
  return Buffer.concat([body, record!, locator!, rest!]);
}

function zip64End(start: number, bytes: number, entries: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50);
  record.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(entries), at);
  record.writeBigUInt64LE(BigInt(bytes), 40);
  record.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(start + bytes), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return [record, locator, end];
}
