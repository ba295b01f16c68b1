/** Cuts the text of a log off where its samples begin, and closes it there. */
export interface HeaderCut {
  /** The part of a chunk that belongs to the header. */
  write(chunk: Buffer): Buffer;
  /** Whether the samples have begun, so that nothing more needs to be read. */
  done(): boolean;
}

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
/** Where one of these does not stand before the samples, the log is not in the order that Inspect writes. */
const before: readonly string[] = ['version', 'status', 'eval', 'plan', 'stats'];
/** In place of the samples. */
const nothing = Buffer.from(' null}');
const longestKey = 16;

/**
 * Every version of Inspect writes the fields of the header before `samples`, and its own header-only mode relies on
 * that. A log in another order, as other tools may rewrite it, is passed on whole: whoever parses it skips the samples.
 */
export function headerCut(): HeaderCut {
  const seen = new Set<string>();
  let depth = 0;
  let inText = false;
  let escaped = false;
  /** Whether a text at depth 1 would be a key, and the last one that was, as far as it is kept. */
  let atKey = false;
  let key = '';
  let state: 'header' | 'done' | 'whole' = 'header';

  /** Whether the value of `samples` starts behind this byte. */
  function takes(byte: number): boolean {
    if (inText) {
      if (escaped) escaped = false;
      else if (byte === backslash) {
        escaped = true;
        // No key of a log is written with an escape, so that one which is must not look like one.
        if (atKey) key += '\\';
      } else if (byte === quote) inText = false;
      else if (atKey && key.length < longestKey) key += String.fromCharCode(byte);
    } else if (byte === quote) {
      inText = true;
      if (atKey) key = '';
    } else if (byte === 123 || byte === 91) {
      depth += 1;
      atKey = depth === 1;
    } else if (byte === 125 || byte === 93) {
      depth -= 1;
    } else if (depth === 1 && byte === comma) {
      atKey = true;
    } else if (depth === 1 && byte === colon && atKey) {
      atKey = false;
      seen.add(key);
      return key === 'samples';
    }
    return false;
  }

  return {
    done: () => state === 'done',
    write(chunk) {
      if (state !== 'header') return chunk;
      for (let i = 0; i < chunk.length; i++) {
        if (!takes(chunk[i]!)) continue;
        state = before.every((name) => seen.has(name)) ? 'done' : 'whole';
        return state === 'done' ? Buffer.concat([chunk.subarray(0, i + 1), nothing]) : chunk;
      }
      return chunk;
    },
  };
}
