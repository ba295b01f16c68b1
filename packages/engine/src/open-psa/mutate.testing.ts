/** Numbers from 0 to below 1 that follow from the seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const values = [
  '',
  '0',
  '1',
  '-1',
  '1e-400',
  '1e400',
  'NaN',
  '99999999999',
  'true',
  'top',
  'x'.repeat(200_000),
  '__proto__',
  'constructor',
  'a.b.c',
];
const tokens = [
  '<',
  '>',
  '/>',
  '"',
  '&',
  '&x;',
  '<!DOCTYPE a>',
  '<![CDATA[',
  '<!--',
  '\u0000',
  '<not>',
  '</not>',
  '<and>',
];

/** A text with one to five changes of elements, attributes or characters, which follow from the numbers given. */
export function mutateXml(text: string, other: string, random: () => number): string {
  const pick = (below: number) => Math.floor(random() * below);
  const one = <T>(list: readonly T[]): T | undefined => list[pick(list.length)];
  const tags = (of: string) => [...of.matchAll(/<[^<>]*>/g)].map((found) => ({ at: found.index, text: found[0] }));
  let result = text;
  for (let changes = 1 + pick(5); changes > 0; changes--) {
    const all = tags(result);
    const tag = one(all);
    const from = tag?.at ?? 0;
    const to = from + (tag?.text.length ?? 0);
    const put = (piece: string) => result.slice(0, from) + piece + result.slice(to);
    switch (pick(12)) {
      case 0:
        result = put('');
        break;
      case 1:
        result = put(`${tag?.text}${tag?.text}`);
        break;
      case 2:
        result = put(one(tags(other))?.text ?? '');
        break;
      case 3:
        result = put((tag?.text ?? '').replace(/"[^"]*"/, () => `"${one(values)}"`));
        break;
      case 4: {
        // The value of another attribute of the text: references that cross, cycles, names that are taken.
        const taken = one([...result.matchAll(/"([^"]{0,60})"/g)])?.[1] ?? '';
        result = put((tag?.text ?? '').replace(/"[^"]*"/, () => `"${taken}"`));
        break;
      }
      case 5:
        result = put((tag?.text ?? '').replace(/ [a-z-]+="[^"]*"/, ''));
        break;
      case 6: {
        const name = /^<\/?([\w-]+)/.exec(one(all)?.text ?? '')?.[1] ?? 'and';
        result = put((tag?.text ?? '').replace(/[\w-]+/, name));
        break;
      }
      case 7: {
        // A stretch of elements once more, elsewhere.
        const end = one(all)?.at ?? 0;
        result = result.slice(0, from) + result.slice(Math.min(from, end), Math.max(from, end)) + result.slice(from);
        break;
      }
      case 8:
        result = result.slice(0, pick(result.length));
        break;
      case 9: {
        const at = pick(result.length);
        result = result.slice(0, at) + one(tokens) + result.slice(at);
        break;
      }
      case 10: {
        const at = pick(result.length);
        result = result.slice(0, at) + String.fromCharCode(pick(256)) + result.slice(at + 1);
        break;
      }
      default:
        result = result.replace(/\d+(?:\.\d+)?/g, (number) => (random() < 0.05 ? one(values)! : number));
    }
    if (result.length > 2_000_000) result = result.slice(0, 2_000_000);
  }
  return result;
}
