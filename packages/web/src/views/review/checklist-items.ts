import type { Case, Diagnostic } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import type { SignOffs } from '@surety/core/signoff';
import type { LoggedChallenge, Steps } from '@surety/core/steps';
import { type Place, placeOfStep } from '../../trace/index.js';
import { forWords, roleStates } from './roles.js';

/** Something that an assessor has to look at, and where it stands. */
export interface Item {
  /** The same for the same thing said of the same place: another text is another item. */
  readonly key: string;
  readonly text: string;
  readonly place: Place;
}

export interface Group {
  readonly title: string;
  /** Why it is looked at. */
  readonly why: string;
  readonly items: readonly Item[];
}

export interface ChecklistFrom {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly steps: Steps;
  readonly challenges: readonly LoggedChallenge[];
  readonly signOffs: SignOffs;
}

/** What this case asks an assessor to look at; groups of which it has nothing are left out. */
export function checklistOf(from: ChecklistFrom): readonly Group[] {
  const groups = [
    ...stepGroups(from),
    challengeGroup(from),
    unassessedGroup(from),
    blockedGroup(from),
    proxyGroup(from),
    roleGroup(from),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** Findings that groups of their own tell more of. */
const toldBelow = /^(?:challenge-open|signoff-(?:missing|listed|stale))$/;

function stepGroups({ steps: { steps, elsewhere } }: ChecklistFrom): readonly Group[] {
  const open = (findings: readonly Diagnostic[]) => findings.filter(({ waived }) => waived === undefined);
  return [
    ...steps.map(
      ({ number, title, missing }): Group => ({
        title: `Step ${number}: ${title.value}`,
        why: 'What the rules miss of this step.',
        items: open(missing).map((finding) => findingItem(finding, placeOfStep(number))),
      }),
    ),
    {
      title: 'Findings about no step',
      why: 'What the rules found besides.',
      items: open(elsewhere)
        .filter(({ code }) => !toldBelow.test(code))
        .map((finding) => findingItem(finding)),
    },
  ];
}

function findingItem(finding: Diagnostic, step?: Place): Item {
  const { code, message, element, range } = finding;
  const place: Place =
    element !== undefined
      ? { view: 'argument', params: { at: element } }
      : (step ?? { view: 'text', params: { file: range.file } });
  return item(`${code}`, message, place);
}

function challengeGroup({ challenges }: ChecklistFrom): Group {
  return {
    title: 'Challenges that are not answered',
    why: 'What somebody holds against the case, and nobody met.',
    items: challenges
      .filter(({ status }) => status !== 'answered')
      .map(({ id, text, status }) =>
        item(`challenge ${id}`, `${id} (${status}): ${text}`, {
          view: 'review',
          params: { part: 'challenges', at: id },
        }),
      ),
  };
}

function unassessedGroup({ of, assessment }: ChecklistFrom): Group {
  const ids = [...new Set(assessment.outcomes.flatMap(({ unassessed }) => unassessed))];
  const textOf = (id: string) => of.elements.find((one) => one.id === id)?.text ?? '';
  return {
    title: 'Inference steps that nobody assessed',
    why: 'Each verdict holds only if these steps are sound.',
    items: ids.map((id) => item(`inference ${id}`, `${id}: ${textOf(id)}`, { view: 'argument', params: { at: id } })),
  };
}

function blockedGroup({ assessment }: ChecklistFrom): Group {
  return {
    title: 'Evidence that may not be relied on, or was not read here',
    why: 'It counts as nothing, or is taken from the lock file.',
    items: assessment.evidence.flatMap(({ id, states }) =>
      states
        .filter(({ state }) => state !== 'fresh')
        .map(({ state, text }) => item(`evidence ${id} ${state}`, text, { view: 'evidence', params: { at: id } })),
    ),
  };
}

function proxyGroup({ assessment }: ChecklistFrom): Group {
  return {
    title: 'Steps from trials to harm',
    why: 'No number covers them: is what was measured what matters?',
    items: assessment.evidence.flatMap(({ id, unproved }) =>
      unproved
        .filter(({ code }) => code === 'proxy')
        .map(({ text }) => item(`proxy ${id}`, text, { view: 'evidence', params: { at: id } })),
    ),
  };
}

function roleGroup({ signOffs: { required } }: ChecklistFrom): Group {
  return {
    title: 'Sign-offs that are required',
    why: 'Who has to stand for it, and does not yet.',
    items: roleStates(required)
      .filter(({ state }) => state !== 'signed')
      .map((one) =>
        item(`role ${one.role}`, `${one.role}, for ${forWords(one)}: ${one.state}`, {
          view: 'review',
          params: { part: 'sign-off' },
        }),
      ),
  };
}

function item(name: string, text: string, place: Place): Item {
  return { key: `${name}: ${text}`, text, place };
}
