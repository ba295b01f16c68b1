import { type Case, grouped } from '@surety/core/case';
import type { Condition } from '@surety/core/steps';
import type { Style } from './style.js';
import { cleaned, listed, wrap } from './text.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

/** The conditions in three lists; what has come about is marked. */
export function renderConditions(conditions: readonly Condition[], of: Case, view: View): string {
  const texts = new Map(of.elements.map(({ id, text, subsystem }) => [id, cleaned({ text, subsystem })]));
  const all = cleaned(conditions);
  const lines = (wanted: readonly Condition[]) =>
    wanted.map((one) => {
      const mark = one.past && one.kind !== 'window begins' ? view.style.red('✗') : '-';
      return wrap(words(one, texts), view.width, `  ${mark} `, '    ');
    });
  const parts: readonly (readonly [string, readonly Condition[], string])[] = [
    ['By date', all.filter((one) => 'date' in one), 'Nothing in the case has a last day.'],
    ['By growth', all.filter(({ kind }) => kind === 'limit'), 'No claim states up to where it holds.'],
    ['By what is seen', all.filter(({ kind }) => kind === 'indicator'), 'No indicator is stated.'],
  ];
  const blocks = parts.map(([title, some, none]) =>
    [view.style.bold(title), ...(some.length === 0 ? [`  ${none}`] : lines(some))].join('\n'),
  );
  return blocks.join('\n\n');
}

type Texts = ReadonlyMap<string, { readonly text: string; readonly subsystem: string | undefined }>;

function words(condition: Condition, texts: Texts): string {
  switch (condition.kind) {
    case 'window begins':
      return `${condition.date}  The deployment window begins.`;
    case 'window ends':
      return `${condition.date}  The deployment window ${condition.past ? 'ended' : 'ends'}: after this day the case claims nothing.`;
    case 'evidence expires':
      return `${condition.date}  Evidence ${condition.what} expires${condition.insideWindow ? ', before the window ends' : ''}: what rests on it counts as failed.`;
    case 'waiver ends':
      return `${condition.date}  The waiver of ${condition.what}${condition.at === undefined ? '' : ` at ${condition.at}`} ends: the finding counts again.`;
    case 'limit': {
      const { element, axis, limit, now, past } = condition;
      const about = axis === 'capability' ? `capability of ${texts.get(element)?.subsystem ?? 'no subsystem'}` : axis;
      const at = now === undefined ? 'the case does not say where it is' : `now ${grouped(now)}`;
      return `${element} holds up to ${about} ${grouped(limit)} (${at}${past ? '; it counts as failed' : ''}): ${texts.get(element)?.text ?? ''}`;
    }
    case 'indicator': {
      const { indicator, tests, source, breach, every } = condition;
      const what = tests.length === 0 ? 'nothing that is named' : listed(tests);
      const seen = [
        source,
        breach === undefined ? undefined : `breached if ${breach}`,
        every === undefined ? undefined : `every ${every}`,
      ];
      return `${indicator} would refute ${what}: ${seen.filter((part) => part !== undefined).join(', ') || 'no source is stated'}`;
    }
  }
}
