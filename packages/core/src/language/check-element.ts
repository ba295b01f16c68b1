import type { ElementType } from '../case/index.js';
import type { ElementText } from '../schema/index.js';
import { list } from './one-or-more.js';
import { report, type Source } from './source.js';
import { type Entry, entryOf, type MapNode, type Span, type TextNode } from './tree.js';

/** Keys that only challenges have. */
export const ofChallenges = ['challenges', 'status', 'strength', 'blocking', 'answeredBy', 'raisedBy', 'date'] as const;

const keysOfChallenges: ReadonlySet<string> = new Set(ofChallenges);

/**
 * What keys of one element say against each other. What concerns several elements is for the rules. Nothing is known of
 * `open` keys: a blank of a pattern stands there, and so what needs them is not held to lack them.
 */
export function checkElement(
  source: Source,
  id: string,
  type: ElementType,
  text: ElementText,
  node: MapNode,
  open: ReadonlySet<string>,
): void {
  // No functions are made here: every element comes by, and hardly any has a fault.
  const children = list(text.supportedBy).length;

  if (type === 'challenge') {
    if (text.status === 'answered' && isMissing(text, 'answeredBy', open)) {
      report(
        source,
        'answered-without-answer',
        valueAt(node, 'status'),
        `The challenge \`${id}\` is answered, but by nothing.`,
        {
          hint: 'Add `answeredBy` with the goal that answers it.',
        },
      );
    }
  } else {
    // What no key says, nothing has to be looked for.
    const names = node.entries.some(isOfChallenges) ? ofChallenges : [];
    for (const name of names) {
      if (text[name] === undefined) continue;
      report(
        source,
        'misplaced-key',
        keyOf(node, name),
        `\`${name}\` belongs to challenges, and \`${id}\` is a ${type}.`,
        {
          hint: type === 'goal' ? 'Say `type: challenge` if it is one.' : undefined,
        },
      );
    }
  }
  if (typeof text.combine === 'object' && (text.combine.atLeast < 1 || text.combine.atLeast > mostChildren(text))) {
    const { atLeast } = text.combine;
    const message = `\`atLeast: ${atLeast}\` of \`${id}\` is not from 1 to the number of its children, ${children}.`;
    report(source, 'at-least-range', valueAt(node, 'combine'), message);
  }
  if (text.dependence !== undefined && (text.combine === 'all' || isMissing(text, 'combine', open))) {
    report(
      source,
      'dependence-under-all',
      keyOf(node, 'dependence'),
      `\`${id}\` states the dependence of legs, but combines \`all\`.`,
      {
        hint: 'Add `combine: any` if one leg is enough; else remove it, or use the section `dependence`.',
      },
    );
  }
  if (text.doubt !== undefined && children > 0) {
    report(
      source,
      'doubt-and-support',
      keyOf(node, 'doubt'),
      `\`${id}\` has both a stated doubt and support; expected one of them.`,
      {
        hint: 'A doubt about the step from the support to the claim is `inference`.',
      },
    );
  }
  if (text.doubt !== undefined && text.requires !== undefined) {
    report(
      source,
      'two-sources',
      keyOf(node, 'doubt'),
      `\`${id}\` has both a stated doubt and a requirement on evidence; expected one of them.`,
    );
  }
  if (text.requires !== undefined && isMissing(text, 'evidence', open)) {
    report(
      source,
      'requires-without-evidence',
      keyOf(node, 'requires'),
      `\`${id}\` requires something of evidence, but names none.`,
      {
        hint: 'Add `evidence` with its name.',
      },
    );
  }
}

function isOfChallenges({ key }: Entry): boolean {
  return keysOfChallenges.has(key);
}

function isMissing(text: ElementText, name: 'answeredBy' | 'combine' | 'evidence', open: ReadonlySet<string>): boolean {
  return text[name] === undefined && !open.has(name);
}

function keyOf(node: MapNode, name: string): Span {
  const { keyStart: start, keyEnd: end } = entryOf(node, name)!;
  return { start, end };
}

function valueAt(node: MapNode, name: string): TextNode {
  return entryOf(node, name)!.value;
}

/** An edge of a pattern with a multiplicity stands for any number of them. */
function mostChildren({ supportedBy }: ElementText): number {
  const edges = list(supportedBy);
  const several = edges.some(
    (one) => typeof one === 'object' && 'multiplicity' in one && one.multiplicity !== undefined,
  );
  return several ? Number.POSITIVE_INFINITY : edges.length;
}
