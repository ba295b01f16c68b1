/** Texts that are the given ones with a few bytes flipped, deleted, doubled or put in; the same ones every time. */
export function* mutations(texts: readonly string[], count: number, seed: number): Generator<string> {
  const random = numbers(seed);
  for (let i = 0; i < count; i += 1) {
    let text = texts[random(texts.length)]!;
    // Large texts are cut to a window, so that a slip is not lost in what is fine.
    if (text.length > 3000 && random(4) > 0) {
      const from = text.lastIndexOf('\n', random(text.length)) + 1;
      text = text.slice(from, from + 200 + random(1500));
    }
    for (let steps = 1 + random(3); steps > 0; steps -= 1) text = mutated(text, random);
    yield text;
  }
}

const specials = [
  ...[
    '\n',
    ' ',
    '  ',
    '\t',
    ': ',
    ' #',
    '- ',
    ', ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '\\',
  ],
  ...[
    '---\n',
    '...\n',
    '<<: ',
    '\r',
    '\r\n',
    '\uFEFF',
    '\0',
    '\u0085',
    '\u2028',
    '😀',
    '\ud800',
    'null',
    '~',
    'yes',
    '1_000',
    '.inf',
    '5%',
  ],
  ...['\n  ', '\n\n', '\n# x\n', ': |\n  ', ': >-\n', '__proto__: x\n', 'constructor: x\n', '[[[[', '{{{{', ']]', '}}'],
];

function mutated(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + 1 + random(random(3) === 0 ? 60 : 4));
  switch (random(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random(7))) + text.slice(at + 1);
    case 3: {
      const from = random(text.length + 1);
      return text.slice(0, at) + text.slice(from, from + random(80)) + text.slice(at);
    }
    default:
      return text.slice(0, at) + specials[random(specials.length)]! + text.slice(random(2) === 0 ? at : end);
  }
}

/** Whole numbers below a bound, from a seed (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
