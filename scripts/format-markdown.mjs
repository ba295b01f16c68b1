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
  // Sections of the same entries (assumptions and argument are both elements) share one table, at the last of them.
  const tableOf = new Map(sections.map(([name, part]) => [inner(part)?.properties, name]));
  for (const [name, part] of sections)
    lines.push(`| ${inner(part) ? `[\`${name}\`](#${anchor(name)})` : `\`${name}\``} | ${cell(meaning(part))} |`);
  for (const [name, part] of sections) {
    const object = inner(part);
    if (object === undefined) continue;
    lines.push('', `## ${name}`, '', meaning(part), '');
    const table = tableOf.get(object.properties);
    if (table !== name) {
      lines.push(`A map from ids to entries with the keys of [\`${table}\`](#${anchor(table)}).`);
      continue;
    }
    if (keyed(part)) lines.push(`A map from ids to entries with these keys:`, '');
    if (listed(part)) lines.push('A list of entries with these keys:', '');
    lines.push('| key | value | meaning |', '|---|---|---|', ...rows(object, '', new Map()));
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
    // Beside properties, `anyOf` only says which of them have to be there.
    if (at.properties !== undefined) return [at];
    const below = at.anyOf ?? at.oneOf;
    return below === undefined ? [at] : below.flatMap(alternatives);
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

  /** The map behind a key, its own or that of the entries of its list; elements in place of an id have a table of their own. */
  function mapOf(part) {
    const all = alternatives(part);
    const maps = all.filter((one) => one.properties !== undefined && one.properties.supportedBy === undefined);
    if (maps.length > 0) return united(maps);
    return all
      .filter(({ items }) => typeof items === 'object')
      .map(({ items }) => mapOf(items))
      .find((one) => one !== undefined);
  }

  /** Maps that may stand in one place, as one: a key of several has the values of all, and is required if it is in each. */
  function united(maps) {
    if (maps.length === 1) return maps[0];
    const keys = [...new Set(maps.flatMap((one) => Object.keys(one.properties)))];
    const properties = keys.map((key) => {
      const parts = maps.flatMap((one) => one.properties[key] ?? []);
      return [key, { anyOf: parts, description: meaning(parts[0]) }];
    });
    const required = keys.filter((key) => maps.every((one) => one.required?.includes(key)));
    return { properties: Object.fromEntries(properties), required };
  }

  /** A map that stands in one table under several keys is written out under the first of them. */
  function rows(object, prefix, seen) {
    const required = new Set(object.required ?? []);
    return Object.entries(object.properties).flatMap(([key, part]) => {
      const name = `${prefix}${key}`;
      const below = prefix.split('.').length > 3 ? undefined : mapOf(part);
      const shape = JSON.stringify(below?.properties);
      const first = below === undefined ? undefined : seen.get(shape);
      const again = first === undefined ? '' : ` Keys as under \`${first}\`.`;
      const text = `${meaning(part)}${required.has(key) ? ' Required.' : ''}${again}`;
      const own = `| \`${name}\` | ${cell(typeOf(part))} | ${cell(text)} |`;
      if (below === undefined || first !== undefined) return [own];
      seen.set(shape, name);
      return [own, ...rows(below, `${name}.`, seen)];
    });
  }

  function typeOf(part) {
    const types = alternatives(part).map((one) => {
      if (one.const !== undefined)
        return typeof one.const === 'string' ? `\`${one.const}\`` : JSON.stringify(one.const);
      if (one.enum !== undefined) return one.enum.map((value) => `\`${value}\``).join(', ');
      if (one.items !== undefined) return `list of ${typeOf(one.items)}`;
      if (typeof one.additionalProperties === 'object') return 'map';
      if (one.type === 'object') return 'map';
      if (one.type === 'string') return one.format === 'date' ? 'date' : 'text';
      if (one.type === 'number' || one.type === 'integer') return range(one);
      return one.type ?? 'anything';
    });
    const isList = (type) => type.startsWith('list of');
    // Lists last: `text or list of text or map` would read as if the map stood alone.
    return [...new Set([...types.filter((type) => !isList(type)), ...types.filter(isList)])].join(' or ');
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
