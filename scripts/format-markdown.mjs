/** docs/format.md from the JSON Schema of the text of a case: every section, every key, its type and its meaning. */
export function formatMarkdown(schema) {
  const lines = [
    '# The text of a case',
    '',
    'Generated from the schema by `npm run generate`; do not edit. `surety schema` prints the schema itself: point your editor at it for',
    'completion. A case is YAML 1.2, one file or a folder of files whose sections are merged.',
    '',
    schema.description ?? '',
    '',
    '## Sections',
    '',
    '| section | meaning |',
    '|---|---|',
  ];
  const sections = Object.entries(schema.properties);
  for (const [name, part] of sections)
    lines.push(`| ${inner(part) ? `[\`${name}\`](#${anchor(name)})` : `\`${name}\``} | ${cell(meaning(part))} |`);
  for (const [name, part] of sections) {
    const object = inner(part);
    if (object === undefined) continue;
    lines.push('', `## ${name}`, '', meaning(part), '');
    if (keyed(part)) lines.push(`A map from ids to entries with these keys:`, '');
    if (listed(part)) lines.push('A list of entries with these keys:', '');
    lines.push('| key | value | meaning |', '|---|---|---|', ...rows(object, ''));
  }
  return `${lines.join('\n')}\n`;

  function resolve(part) {
    let at = part;
    while (at.$ref !== undefined)
      at = {
        ...at.$ref
          .slice(2)
          .split('/')
          .reduce((node, key) => node[key], schema),
        ...omit(at, '$ref'),
      };
    if (at.allOf?.length === 1) return { ...resolve(at.allOf[0]), ...omit(at, 'allOf') };
    return at;
  }

  function meaning(part) {
    return resolve(part).description ?? '';
  }

  function alternatives(part) {
    const at = resolve(part);
    return (at.anyOf ?? at.oneOf ?? [at]).map(resolve);
  }

  function keyed(part) {
    return alternatives(part).some((one) => typeof one.additionalProperties === 'object');
  }

  function listed(part) {
    return alternatives(part).some((one) => one.items !== undefined);
  }

  /** The object whose keys are worth a table: the section itself, or the entries of its map or list. */
  function inner(part) {
    for (const one of alternatives(part)) {
      if (one.properties !== undefined) return one;
      if (typeof one.additionalProperties === 'object') return inner(one.additionalProperties);
      if (one.items !== undefined) return inner(one.items);
    }
    return undefined;
  }

  function rows(object, prefix) {
    const required = new Set(object.required ?? []);
    return Object.entries(object.properties).flatMap(([key, part]) => {
      const name = `${prefix}${key}`;
      const text = `${meaning(part)}${required.has(key) ? ' Required.' : ''}`;
      const own = `| \`${name}\` | ${cell(typeOf(part))} | ${cell(text)} |`;
      const below = alternatives(part).find((one) => one.properties !== undefined);
      return prefix.split('.').length > 3 || below === undefined ? [own] : [own, ...rows(below, `${name}.`)];
    });
  }

  function typeOf(part) {
    const types = alternatives(part).map((one) => {
      if (one.const !== undefined) return JSON.stringify(one.const);
      if (one.enum !== undefined) return one.enum.map((value) => `\`${value}\``).join(', ');
      if (one.items !== undefined) return `list of ${typeOf(one.items)}`;
      if (typeof one.additionalProperties === 'object') return 'map';
      if (one.type === 'object') return 'map';
      if (one.type === 'string') return one.format === 'date' ? 'date' : 'text';
      if (one.type === 'number' || one.type === 'integer') return range(one);
      return one.type ?? 'anything';
    });
    return [...new Set(types)].join(' or ');
  }
}

function range({ type, minimum, maximum, exclusiveMinimum }) {
  const word = type === 'integer' ? 'whole number' : 'number';
  const safe = (bound) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (safe(minimum) && safe(maximum)) return `${word} from ${minimum} to ${maximum}`;
  if (safe(minimum)) return `${word} from ${minimum}`;
  if (safe(exclusiveMinimum)) return `${word} above ${exclusiveMinimum}`;
  return word;
}

function omit(object, key) {
  const { [key]: _, ...rest } = object;
  return rest;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function anchor(name) {
  return name.toLowerCase();
}
