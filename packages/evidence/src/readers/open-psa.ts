import type { OpenPsaModel } from '@surety/engine/open-psa';
import { plural } from '../text/index.js';
import { trialsBuilder } from '../trials/index.js';
import { eachXml, xmlProblem } from './each-xml.js';
import { type Reader, readerLabel, readFailed } from './reader.js';
import { xmlRoot } from './xml-root.js';

/** Fault trees in the Open-PSA Model Exchange Format: a model, and no trials. */
export const openPsaReader: Reader = {
  name: 'open-psa',
  version: 2,
  expects: 'a fault tree in Open-PSA MEF (XML)',
  title: 'Open-PSA fault trees',
  reads:
    '`opsa-mef` in one file: gates of any connectives, basic and house events, parameters, expressions and distributions, common-cause groups, components with private names; event trees are read, and not measured',
  docs: {
    row: 'none: the source is a model. `measure: { kind: fault tree }` computes the probability of `top`',
    flags: 'none',
    group: 'none',
    claims: 'nothing',
    skips:
      'functions of external libraries that nothing uses; substitutions, alignments, included files and whatever else could change a probability are refused',
  },
  sniff: (head) => xmlRoot(head) === 'opsa-mef',
  async read(source, { limits }) {
    const { openPsaParser, topGates } = await import('@surety/engine/open-psa');
    const parser = openPsaParser({ definitions: limits.rows, nodes: limits.rows * 4 });
    const problem = await eachXml(source, limits, parser.handlers());
    if (problem !== undefined) return readFailed(openPsaReader, problem);
    const read = parser.model();
    if (!read.ok) return readFailed(openPsaReader, xmlProblem(read.problem, source.path));
    const tree = read.value;
    const [name, ...others] = tree.containers.filter(({ kind }) => kind === 'fault-tree').map((one) => one.name);
    return {
      ok: true,
      log: {
        reader: readerLabel(openPsaReader),
        trials: trialsBuilder(limits).finish(),
        faultTree: tree,
        claimed: { metrics: [] },
        ...(name === undefined || others.length > 0 ? {} : { task: name }),
        models: [],
        status: 'unstated',
        notes: notesOf(tree, topGates(tree)),
      },
    };
  },
};

const mostNamed = 8;

function notesOf(tree: OpenPsaModel, tops: readonly string[]): string[] {
  const { gates, events, houses, skipped } = tree;
  const without = [...events.values()].filter(
    ({ expression, group }) => expression === undefined && group === undefined,
  ).length;
  return [
    `a fault tree of ${plural(gates.size, 'gate')}, ${plural(events.size, 'basic event')} and ${plural(houses.size, 'house event')}; it holds no trials`,
    `top gates: ${tops.slice(0, mostNamed).join(', ')}${tops.length > mostNamed ? ', …' : tops.length === 0 ? 'none' : ''}`,
    ...(without === 0 ? [] : [`basic events without a probability: ${without}`]),
    ...[...skipped].map(([element, count]) => `elements <${element}> that were passed over: ${count}`),
  ];
}
