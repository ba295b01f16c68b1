import type { AddEvidence } from '@surety/core/authoring';
import type { MeasureKind } from '@surety/core/case';

type Json = AddEvidence['entry'][string];

/** A value of a measure as a form asks for it. */
export interface MeasureField {
  readonly key: string;
  readonly name: string;
  readonly hint?: string;
  /** How it is read: words as they are; a value may be a word, a number, or true and false. */
  readonly is: 'words' | 'number' | 'value' | 'numbers' | 'list' | 'flag' | readonly string[];
  /** May stay empty. */
  readonly optional?: true;
}

interface MeasureForm {
  readonly title: string;
  readonly fields: readonly MeasureField[];
}

const event: MeasureField = {
  key: 'success',
  name: 'Event to count',
  hint: 'An expression over a trial, such as score >= 1. Without it nothing is counted yet; “surety evidence show FILE” lists what a log holds.',
  is: 'words',
};
const strategy: MeasureField = {
  key: 'strategy',
  name: 'Field of the strategy',
  hint: 'The worst strategy counts.',
  is: 'words',
  optional: true,
};
const time: MeasureField = { key: 'time', name: 'Field of how long it was watched', is: 'words' };

/** What each kind of measure needs to be stated; the rarer options are written in the text. */
export const measureForms: Readonly<Record<MeasureKind, MeasureForm>> = {
  rate: { title: 'Rate of an event', fields: [event, strategy] },
  detection: {
    title: 'Attacks that a monitor misses at an audit budget',
    fields: [
      { key: 'score', name: 'Field of the monitor’s score', is: 'words' },
      { key: 'attack', name: 'Field that says whether it is an attack', is: 'words' },
      { key: 'auditFraction', name: 'Share of the benign that is audited', hint: 'From 0 to 1.', is: 'number' },
      strategy,
    ],
  },
  difference: {
    title: 'Difference of a rate between two arms',
    fields: [
      event,
      { key: 'arm', name: 'Field of the arm', is: 'words' },
      { key: 'treated', name: 'Its value for the treated', is: 'value' },
      { key: 'control', name: 'Its value for the controls', is: 'value' },
      { key: 'paired', name: 'The samples are the same in both arms', is: 'flag', optional: true },
    ],
  },
  mean: {
    title: 'Mean of a score',
    fields: [
      { key: 'value', name: 'The number of a trial', hint: 'A field or an expression, such as score.', is: 'words' },
      { key: 'range', name: 'Its range', hint: 'Known beforehand, such as 0, 1.', is: 'numbers' },
      {
        key: 'clusterBy',
        name: 'Field of the cluster',
        hint: 'Trials that hang together, such as those of a task.',
        is: 'words',
        optional: true,
      },
    ],
  },
  credibility: {
    title: 'Forecasts of an advisor against somebody’s',
    fields: [
      { key: 'forecast', name: 'Field of the advisor’s probability', is: 'words' },
      { key: 'against', name: 'Field of the other’s probability', is: 'words' },
      { key: 'outcome', name: 'Whether the event came', hint: 'A field or an expression.', is: 'words' },
      { key: 'rule', name: 'Scored by', is: ['brier', 'log'] },
      {
        key: 'floor',
        name: 'Floor',
        hint: 'For log: forecasts are held away from 0 and 1.',
        is: 'number',
        optional: true,
      },
    ],
  },
  repeats: {
    title: 'Repeats of a task: all succeed, or any',
    fields: [
      { key: 'success', name: 'A repeat succeeds where', hint: 'An expression over a trial.', is: 'words' },
      { key: 'k', name: 'How many repeats', is: 'number' },
    ],
  },
  hazard: {
    title: 'Events per unit of exposure',
    fields: [
      { key: 'event', name: 'The event came where', hint: 'An expression over a trial.', is: 'words' },
      time,
      { key: 'unit', name: 'Unit of that time', hint: 'Such as hour.', is: 'words' },
    ],
  },
  survival: {
    title: 'Share without the event up to a time',
    fields: [
      { key: 'event', name: 'The event came where', hint: 'An expression over a trial.', is: 'words' },
      time,
      { key: 'at', name: 'Up to the time', hint: 'In the unit of that field.', is: 'number' },
    ],
  },
  tail: {
    title: 'Rare behaviour at the scale of deployment',
    fields: [
      { key: 'elicitation', name: 'Field of the elicitation probability', is: 'words' },
      { key: 'uses', name: 'Queries at deployment', is: 'number' },
    ],
  },
  agreement: {
    title: 'Agreement of graders',
    fields: [{ key: 'graders', name: 'Fields of the grades', hint: 'With commas between: ann, bob.', is: 'list' }],
  },
  'fault tree': {
    title: 'Top event of a fault tree',
    fields: [
      {
        key: 'missionTime',
        name: 'Mission time in hours',
        hint: 'Where events depend on it; those of the deployment window, if empty.',
        is: 'number',
        optional: true,
      },
    ],
  },
};

/** A fault tree is a model without trials; every other kind counts trials, and a log has nothing but those. */
export function kindsFor(isFaultTree: boolean): readonly MeasureKind[] {
  const all = Object.keys(measureForms) as MeasureKind[];
  return all.filter((kind) => (kind === 'fault tree') === isFaultTree);
}

/** Whether a file begins as a fault tree in the Open-PSA format does; some comments may stand before its root. */
export function beginsAsFaultTree(head: string): boolean {
  return /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>)*<opsa-mef[\s/>]/.test(head.replace(/^\uFEFF/, ''));
}

/** The measure as the text states it; undefined where nothing of it was said. What is wrong in it the text's own schema tells. */
export function measureOf(
  kind: MeasureKind,
  values: Readonly<Record<string, string>>,
): AddEvidence['entry'] | undefined {
  const { fields } = measureForms[kind];
  const said = fields.flatMap(({ key, is }): [string, Json][] => {
    const text = values[key]?.trim() ?? '';
    return text === '' ? [] : [[key, readAs(is, text)]];
  });
  // A tree is measured as it is; a choice alone says nothing.
  const means =
    kind === 'fault tree' || said.some(([key]) => !Array.isArray(fields.find((one) => one.key === key)?.is));
  return means ? { kind, ...Object.fromEntries(said) } : undefined;
}

function readAs(is: MeasureField['is'], text: string): Json {
  if (is === 'number') return plainValue(text);
  if (is === 'value') return text === 'true' || text === 'false' ? text === 'true' : plainValue(text);
  if (is === 'flag') return text === 'true';
  if (is !== 'numbers' && is !== 'list') return text;
  const parts = text.split(',').map((part) => part.trim());
  return is === 'list' ? parts : parts.map(plainValue);
}

/** A number where it is one; else the words, which the schema refuses by their place. */
function plainValue(text: string): number | string {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) ? number : text;
}
