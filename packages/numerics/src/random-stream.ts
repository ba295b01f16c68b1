const TWO_TO_MINUS_52 = 2.220446049250313e-16;

/** An endless sequence of independent random numbers. Each call moves it on. */
export interface RandomStream {
  /** Uniform in the open interval (0, 1): an odd multiple of 2^−53. */
  next(): number;
  /** Uniform over the 32-bit unsigned integers. */
  bits(): number;
  /**
   * Uniform over 0 … n−1, without bias.
   *
   * @param n integer in [1, 2^32]
   * @throws RangeError for any other n.
   */
  int(n: number): number;
}

/**
 * The random stream of a seed and a path of keys. The same arguments give the same numbers on every platform; different
 * arguments (also `1` and `'1'`, or `'a', 'b'` and `'ab'`) give independent streams.
 *
 * The generator is xoshiro128** (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators"), its state the
 * 128-bit MurmurHash3 of the words of seed and keys. 32-bit integer operations only.
 *
 * @param seed any string, or any number but `NaN`
 * @throws RangeError if a number is `NaN`.
 */
export function stream(seed: number | string, ...keys: readonly (number | string)[]): RandomStream {
  let [s0, s1, s2, s3] = streamState(seed, ...keys);

  function bits(): number {
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  function next(): number {
    const high = bits();
    return (high * 1048576 + (bits() >>> 12) + 0.5) * TWO_TO_MINUS_52;
  }

  function int(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 4294967296) throw new RangeError(`int(n) needs 1 <= n <= 2^32, not ${n}`);
    // Drop the lowest 2^32 mod n values, so that each remainder is equally likely.
    const dropped = 4294967296 % n;
    let value = bits();
    while (value < dropped) value = bits();
    return value % n;
  }

  return { next, bits, int };
}

/** The state in which a stream begins: four words, not all 0. */
export function streamState(
  seed: number | string,
  ...keys: readonly (number | string)[]
): readonly [number, number, number, number] {
  const [s0, s1, s2, s3] = hashWords(wordsOf([seed, ...keys]));
  return [(s0 | s1 | s2 | s3) === 0 ? 1 : s0, s1, s2, s3];
}

/** Each value as a tag and its words, so that different lists never give the same words. */
function wordsOf(values: readonly (number | string)[]): number[] {
  const words: number[] = [];
  for (const value of values) {
    if (typeof value === 'string') {
      words.push(0x53747269, value.length);
      for (let i = 0; i < value.length; i += 2) {
        words.push(value.charCodeAt(i) | (i + 1 < value.length ? value.charCodeAt(i + 1) << 16 : 0));
      }
    } else {
      if (Number.isNaN(value)) throw new RangeError('a seed or key is NaN');
      view.setFloat64(0, value === 0 ? 0 : value);
      words.push(0x4e756d62, view.getInt32(0), view.getInt32(4));
    }
  }
  return words;
}

const view = new DataView(new ArrayBuffer(8));

/** MurmurHash3 (Appleby 2011, public domain), the x86 variant of 128 bits, over whole words. */
function hashWords(words: readonly number[]): [number, number, number, number] {
  const h: [number, number, number, number] = [0, 0, 0, 0];
  const multipliers = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93, 0x239b961b];
  const rotations = [15, 16, 17, 18];
  const mixes = [19, 17, 15, 13];
  const sums = [0x561ccd1b, 0x0bcaa747, 0x96cd1c35, 0x32ac3b17];
  const blocks = Math.ceil(words.length / 4);
  for (let block = 0; block < blocks; block++) {
    for (let lane = 0; lane < 4; lane++) {
      let k = Math.imul(words[block * 4 + lane] ?? 0, multipliers[lane]);
      k = rotate(k, rotations[lane]);
      h[lane] ^= Math.imul(k, multipliers[lane + 1]);
      h[lane] = rotate(h[lane], mixes[lane]);
      h[lane] = (h[lane] + h[(lane + 1) % 4]) | 0;
      h[lane] = (Math.imul(h[lane], 5) + sums[lane]) | 0;
    }
  }
  for (let lane = 0; lane < 4; lane++) h[lane] ^= words.length * 4;
  addAcross(h);
  for (let lane = 0; lane < 4; lane++) h[lane] = avalanche(h[lane]);
  addAcross(h);
  return h;
}

function addAcross(h: [number, number, number, number]): void {
  h[0] = (h[0] + h[1] + h[2] + h[3]) | 0;
  h[1] = (h[1] + h[0]) | 0;
  h[2] = (h[2] + h[0]) | 0;
  h[3] = (h[3] + h[0]) | 0;
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function avalanche(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
