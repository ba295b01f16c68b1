import type { Case } from '@surety/core/case';
import type { ExplainedLeaf, Explanation } from '../explanation.js';
import type { Source } from '../sources.js';
import { renderDoubts } from './doubts.js';
import { formatDoubt, formatProbability, formatShare } from './numbers.js';
import type { Style } from './style.js';
import { cleaned, counted, listed, wrap } from './text.js';
import { type Words, wordsOf } from './words.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

/** Where the doubt of an element comes from, for people. */
export function renderExplanation(dirty: Explanation, of: Case, view: View): string {
  const { element, doubt, legs, leaves, quantified } = cleaned(dirty);
  const words = wordsOf(of);
  const { style, width } = view;
  const head = wrap(`${style.bold(element.id)} (${element.type}): ${words.element(element.id)}`, width, '', '  ');
  if (leaves.length === 0) return `${head}\n\n${wrap(nothing(element.type), width, '  ')}`;
  const blocks = [head];
  if (doubt !== undefined) blocks.push(renderDoubts(doubt, '  ', style).join('\n'));
  if (!quantified)
    blocks.push(
      wrap('The case is not quantified: these are the leaves that it rests on, without numbers.', width, '  '),
    );
  for (const { element: at, legs: chosen } of legs) {
    blocks.push(
      wrap(
        `Of the legs of ${at}, ${listed(chosen)} ${chosen.length === 1 ? 'is' : 'are'} counted: nothing gives full credit for the others.`,
        width,
        '  ',
      ),
    );
  }
  blocks.push(`  ${style.bold(`From ${counted(leaves.length, 'leaf', 'leaves')}, most telling first`)}`);
  blocks.push(...leaves.slice(0, mostLeaves).map((leaf) => leafBlock(leaf, words, view)));
  if (leaves.length > mostLeaves) blocks.push(`  and ${leaves.length - mostLeaves} more (all of them: --json)`);
  return blocks.join('\n\n');
}

const mostLeaves = 25;

function nothing(type: string): string {
  const silent = type === 'context' || type === 'justification';
  return silent
    ? `A ${type} carries no truth value, so there is nothing to doubt.`
    : 'It rests on no leaf: nothing stated can make it fail.';
}

function leafBlock(leaf: ExplainedLeaf, words: Words, { style, width }: View): string {
  const { id, doubt, share, path, unproved } = leaf;
  const numbers = [
    share === undefined ? '' : `${formatShare(share)} of the doubt`,
    doubt === undefined ? '' : `doubt ${formatDoubt(doubt)}`,
  ];
  const shown = numbers.filter((part) => part !== '').join(', ');
  const lines = [
    wrap(`${style.bold(id)}: ${words.leaf(id)}`, width, '  ', '    '),
    ...(shown === '' ? [] : [`    ${shown}${spreadOf(leaf)}`]),
    wrap(sourceOf(leaf), width, '    '),
    ...leaf.sources.map((source) => wrap(sourceLine(source), width, '    - ', '      ')),
    ...(unproved.length === 0 ? [] : ['    What these numbers do not prove']),
    ...unproved.map((text) => wrap(text, width, '    - ', '      ')),
    ...(path.length < 2 ? [] : [style.dim(wrap(path.join(' > '), width, '    '))]),
  ];
  return lines.join('\n');
}

function spreadOf({ doubt }: ExplainedLeaf): string {
  if (doubt?.p5 === undefined || doubt.p95 === undefined || doubt.p5 === doubt.p95) return '';
  return ` (90 % between ${formatProbability(doubt.p5)} and ${formatProbability(doubt.p95)})`;
}

/** `0.02, by Ada, 2026-11-16: the reason`. */
function sourceLine({ text, by, date, because }: Source): string {
  const said = [text, by === undefined ? '' : `by ${by}`, date ?? ''].filter((part) => part !== '').join(', ');
  return because === undefined ? said : `${said}: ${because}`;
}

function sourceOf(leaf: ExplainedLeaf): string {
  const { source, policy, counts, spread, jeffreys, clipped, sameAs } = leaf;
  const facts = [
    `from ${sourceWords[source]}`,
    spread === undefined
      ? ''
      : `experts from ${formatProbability(spread.lowest)} to ${formatProbability(spread.highest)}`,
    counts === undefined ? '' : `counted ${counts}`,
    policy === undefined ? '' : `counting: ${policy}`,
    jeffreys === undefined ? '' : `Jeffreys posterior ${formatProbability(jeffreys)}`,
    clipped === undefined ? '' : `${formatShare(clipped)} clipped to [0, 1]`,
    sameAs.length === 0 ? '' : `the same variable as ${listed(sameAs)}`,
  ];
  return facts.filter((fact) => fact !== '').join('; ');
}

const sourceWords: Record<ExplainedLeaf['source'], string> = {
  evidence: 'evidence against a requirement',
  elicited: 'elicitation',
  quantity: 'a quantity',
  undeveloped: 'nothing: it is undeveloped, so its doubt is 1',
  'nothing stated': 'nothing: no doubt is stated, so it is 1',
  limit: 'a limit that is passed, so its doubt is 1',
  blocked: 'a source that may not be relied on, so its doubt is 1',
  'no value': 'a quantity that has no value, so its doubt is 1',
};
