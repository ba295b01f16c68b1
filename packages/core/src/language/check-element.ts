import type { ElementType } from '../case/index.js';
import type { ElementText } from '../schema/index.js';
import { list } from './one-or-more.js';
import { report, type Source } from './source.js';
import { entryOf, type MapNode } from './tree.js';

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
  const isMissing = (name: 'answeredBy' | 'combine' | 'evidence') => text[name] === undefined && !open.has(name);
  const key = (name: string) => {
    const entry = entryOf(node, name)!;
    return { start: entry.keyStart, end: entry.keyEnd };
  };
  const value = (name: string) => entryOf(node, name)!.value;
  const children = list(text.supportedBy).length;

  if (type === 'challenge') {
    if (text.status === 'answered' && isMissing('answeredBy')) {
      report(
        source,
        'answered-without-answer',
        value('status'),
        `The challenge \`${id}\` is answered, but by nothing.`,
        {
          hint: 'Add `answeredBy` with the goal that answers it.',
        },
      );
    }
  } else {
    // What no key says, nothing has to be looked for.
    const names = node.entries.some((entry) => keysOfChallenges.has(entry.key)) ? ofChallenges : [];
    for (const name of names) {
      if (text[name] === undefined) continue;
      report(source, 'misplaced-key', key(name), `\`${name}\` belongs to challenges, and \`${id}\` is a ${type}.`, {
        hint: type === 'goal' ? 'Say `type: challenge` if it is one.' : undefined,
      });
    }
  }
  if (typeof text.combine === 'object' && (text.combine.atLeast < 1 || text.combine.atLeast > mostChildren(text))) {
    const { atLeast } = text.combine;
    const message = `\`atLeast: ${atLeast}\` of \`${id}\` is not from 1 to the number of its children, ${children}.`;
    report(source, 'at-least-range', value('combine'), message);
  }
  if (text.dependence !== undefined && (text.combine === 'all' || isMissing('combine'))) {
    report(
      source,
      'dependence-under-all',
      key('dependence'),
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
      key('doubt'),
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
      key('doubt'),
      `\`${id}\` has both a stated doubt and a requirement on evidence; expected one of them.`,
    );
  }
  if (text.requires !== undefined && isMissing('evidence')) {
    report(
      source,
      'requires-without-evidence',
      key('requires'),
      `\`${id}\` requires something of evidence, but names none.`,
      {
        hint: 'Add `evidence` with its name.',
      },
    );
  }
}

/** An edge of a pattern with a multiplicity stands for any number of them. */
function mostChildren({ supportedBy }: ElementText): number {
  const edges = list(supportedBy);
  const several = edges.some(
    (one) => typeof one === 'object' && 'multiplicity' in one && one.multiplicity !== undefined,
  );
  return several ? Number.POSITIVE_INFINITY : edges.length;
}
