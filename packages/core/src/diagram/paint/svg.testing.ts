/** Checks an SVG as a browser would have to read it, far more strictly: what is wrong with it, or nothing. */
const allowed = new Set('svg title desc style rect g a path circle text'.split(' '));
const attributes = /^(?: [a-zA-Z-]+="[^"<>]*")*$/;
const bareAmpersand = /&(?!(?:amp|lt|gt|quot|#39);)/;
const number = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

export function faultsOf(svg: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const markup = svg.replace(/<style>[^<]*<\/style>/g, '');
  for (const [, close, name = '', rest = '', text = ''] of markup.matchAll(/<(\/?)([^\s/>]*)([^>]*)>([^<]*)/g)) {
    const own = rest.replace(/\/$/, '');
    if (!allowed.has(name)) faults.push(`element ${name}`);
    if (!attributes.test(own)) faults.push(`attributes of ${name}: ${own}`);
    if (/ (?:on[a-z]+|style|xlink:href|src)=/i.test(own)) faults.push(`forbidden attribute of ${name}: ${own}`);
    if (bareAmpersand.test(own) || bareAmpersand.test(text)) faults.push(`bare & in ${name}: ${own} ${text}`);
    if (text.includes('>')) faults.push(`bare > after ${name}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
    if (/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/.test(own + text))
      faults.push(`control character in ${name}`);
    for (const [, key = '', value = ''] of own.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) {
      if (/^(?:d|x|y|cx|cy|r|rx|width|height|transform|viewBox)$/.test(key)) {
        for (const [found] of value.matchAll(number))
          if (!/^-?\d+(?:\.\d)?$/.test(found)) faults.push(`${key}="${value}"`);
        if (/NaN|Infinity|undefined/.test(value)) faults.push(`${key}="${value}"`);
      }
      if (key === 'id') {
        if (ids.has(value) || /\s/.test(value)) faults.push(`id ${value}`);
        ids.add(value);
      }
    }
    if (close === '/') {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> closes <${last}>`);
    } else if (!rest.endsWith('/')) open.push(name);
  }
  if (open.length > 0) faults.push(`never closed: ${open.join(' ')}`);
  const used = svg.match(/url\((?!data:font\/woff2;base64,)|@import/g);
  if (used !== null) faults.push(`something is fetched: ${used.join(' ')}`);
  return faults;
}

/** What is left when the tags go: the words in reading order. */
export function wordsOf(svg: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return svg
    .replace(/<style>[^<]*<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
