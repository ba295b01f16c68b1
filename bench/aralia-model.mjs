import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the Aralia fault trees are looked for: SURETY_DATA, or beside the repository. */
const folder = resolve(
  fileURLToPath(new URL('../', import.meta.url)),
  process.env.SURETY_DATA ?? '../shared/data',
  'aralia',
);

/** Files of the benchmark by name; none where the data are not there. */
export const araliaFiles = new Map(
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.xml'))
    .map((file) => [file.slice(0, -4), resolve(folder, file)]),
);

/** What SCRAM 0.16.2 answered, by name. */
export function scramAnswers() {
  const [, ...rows] = readFileSync(resolve(folder, 'scram-0.16.2.csv'), 'utf8').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [name, events, gates, probability, cutSets, , , finished] = row.split(',');
      return [name, { events: +events, gates: +gates, probability, cutSets, finished: finished === 'yes' }];
    }),
  );
}

/** A model from a file of the benchmark, which is of one plain form: gates by formula, then events with one number each. */
export function araliaModel(file) {
  const gates = []; // [name, formula]
  const probabilities = new Map();
  const open = []; // formulas and the events around numbers
  let event;
  for (const [, close, tag, rest] of readFileSync(file, 'utf8').matchAll(/<(\/?)([a-zA-Z-]+)([^>]*)>/g)) {
    const attribute = (key) => new RegExp(` ${key}="([^"]*)"`).exec(rest)?.[1];
    if (tag === 'define-basic-event' && close === '') event = attribute('name');
    else if (tag === 'float') probabilities.set(event, Number(attribute('value')));
    else if (tag === 'define-gate' && close === '') open.push({ kind: 'gate', name: attribute('name'), inputs: [] });
    else if (tag === 'define-gate') gates.push(open.pop());
    else if (tag === 'gate' || tag === 'basic-event') open.at(-1).inputs.push(attribute('name'));
    else if (open.length > 0 && close === '') {
      const formula = { kind: tag === 'atleast' ? 'atLeast' : tag, inputs: [] };
      if (tag === 'atleast') formula.k = Number(attribute('min'));
      open.at(-1).inputs.push(formula);
      open.push(formula);
    } else if (open.length > 0) open.pop();
  }
  const events = [...probabilities.keys()];
  const nodeOf = new Map(events.map((name, i) => [name, i]));
  const made = [];
  for (const [i, gate] of gates.entries()) nodeOf.set(gate.name, events.length + i);
  const nodeFor = (formula) => {
    if (typeof formula === 'string') return nodeOf.get(formula);
    const inputs = formula.inputs.map(nodeFor);
    return events.length + gates.length + made.push({ ...formula, inputs }) - 1;
  };
  const own = gates.map(({ inputs: [only] }) =>
    typeof only === 'string' ? { kind: 'or', inputs: [nodeFor(only)] } : { ...only, inputs: only.inputs.map(nodeFor) },
  );
  const used = new Set(own.concat(made).flatMap((gate) => gate.inputs));
  const top = gates.findIndex((_, i) => !used.has(events.length + i));
  return {
    model: { leaves: events.length, gates: [...own, ...made] },
    root: events.length + top,
    events,
    probabilities: Float64Array.from(probabilities.values()),
  };
}
