import { type ElementId, endsBeforeWindow } from '../../case/index.js';
import type { Anchor, Line, Tone } from '../line.js';
import type { SectionName } from '../readings.js';
import { anchorOf, elementLink, leafLink, type View } from '../view.js';
import { rolesOf } from './roles.js';

/** A kind of hole, and where it was found. */
export interface OpenPoint {
  readonly kind: string;
  readonly tone: Tone;
  /** What it is about: ids where they are elements, evidence or outcomes, words otherwise. */
  readonly items: readonly string[];
  /** The section that tells more. */
  readonly section: SectionName;
}

/** Everything that an assessor should not have to look for. Kinds of which there is none are given too, with no item. */
export function openPointsOf(view: View): readonly OpenPoint[] {
  return [...argumentPoints(view), ...evidencePoints(view), ...settingPoints(view), ...reviewPoints(view)];
}

function argumentPoints(view: View): readonly OpenPoint[] {
  const { case: of, assessment } = view;
  const ids = (test: (element: (typeof of.elements)[number]) => boolean) =>
    of.elements.filter(test).map(({ id }) => id);
  const challenged = (status: string) => ids(({ challenge }) => challenge?.status === status);
  return [
    point('Open challenges', 'bad', challenged('open'), 'challenges'),
    point('Accepted challenges', 'bad', challenged('accepted'), 'challenges'),
    point(
      'Undeveloped claims',
      'bad',
      ids(({ undeveloped }) => undeveloped),
      'argument',
    ),
    point(
      'Placeholders that were not filled in',
      'bad',
      ids(({ uninstantiated }) => uninstantiated),
      'argument',
    ),
    point('Steps that nobody assessed', 'bad', unassessedIn(assessment.outcomes), 'unassessed'),
    point(
      'Legs that are claimed to fail independently',
      'open',
      ids(({ legs }) => legs.kind === 'independent'),
      'independence',
    ),
    point('Claims past the limit up to which they hold', 'bad', limitsPassed(view), 'conditions'),
  ];
}

/** Steps of all arguments without an assessment, each once. */
export function unassessedIn(outcomes: View['assessment']['outcomes']): readonly ElementId[] {
  return [...new Set(outcomes.flatMap(({ unassessed }) => unassessed))];
}

function limitsPassed({ assessment }: View): readonly ElementId[] {
  return [...new Set(assessment.leaves.flatMap(({ kind, element }) => (kind === 'limit' ? [element] : [])))];
}

function evidencePoints({ assessment, case: of }: View): readonly OpenPoint[] {
  const inState = (...states: readonly string[]) =>
    assessment.evidence.filter((one) => one.states.some(({ state }) => states.includes(state))).map(({ id }) => id);
  const { decision } = of;
  const inside = of.evidence.filter(({ expires }) => endsBeforeWindow(expires, decision?.window));
  return [
    point(
      'Evidence that is stale, altered, missing or about another model',
      'bad',
      inState('stale', 'altered', 'missing', 'about another model', 'unverified'),
      'evidence',
    ),
    point('Evidence that was not read again here', 'open', inState('locked'), 'evidence'),
    point(
      'Evidence that expires before the window ends',
      'open',
      inside.map(({ id }) => id),
      'conditions',
    ),
  ];
}

function settingPoints({ case: of, coverage, index }: View): readonly OpenPoint[] {
  const assumptions = of.elements.filter(({ type }) => type === 'assumption');
  const watched = new Set(of.indicators.flatMap(({ tests }) => tests ?? []));
  const unwatched = assumptions.filter(({ id, indicator }) => indicator === undefined && !watched.has(id));
  const holes = [
    ...coverage.subsystems.flatMap(({ subsystem, outcome, state }) =>
      state.kind === 'hole' ? [`${subsystem} × ${outcome}`] : [],
    ),
    ...coverage.interactions.flatMap(({ kind, outcome, state }) =>
      state.kind === 'hole' ? [`${kind} × ${outcome}`] : [],
    ),
  ];
  const unapproved = of.outcomes.filter(({ threshold }) => threshold === undefined || threshold.approved === undefined);
  const oneSided = of.outcomes.filter(({ id }) => !of.riskCases.some(({ outcome }) => outcome === id));
  return [
    point(
      'Assumptions that nobody answers for',
      'open',
      assumptions.flatMap(({ id, owner }) => (owner === undefined ? [id] : [])),
      'assumptions',
    ),
    point(
      'Assumptions that nothing watches',
      'open',
      unwatched.map(({ id }) => id),
      'assumptions',
    ),
    point('Questions of coverage that are neither argued nor dismissed', 'bad', holes, 'coverage'),
    point(
      'Outcomes without an approved threshold',
      'open',
      unapproved.map(({ id }) => id),
      'six-steps',
    ),
    point(
      'Outcomes without an argument of the other side',
      'open',
      oneSided.filter(({ id }) => index.outcome(id) !== undefined).map(({ id }) => id),
      'risk-cases',
    ),
  ];
}

function reviewPoints(view: View): readonly OpenPoint[] {
  const roles = rolesOf(view.signOffs);
  const inState = (state: string) => roles.filter((one) => one.state === state).map(({ role }) => role);
  const findings = (severity: string) =>
    view.findings.filter((one) => one.severity === severity && one.waived === undefined).map(({ code }) => code);
  return [
    point('Required sign-offs that are missing', 'open', inState('missing'), 'sign-offs'),
    point('Required sign-offs that are of an earlier content', 'bad', inState('stale'), 'sign-offs'),
    point('Assessors who sign their own work', 'bad', inState('not independent'), 'sign-offs'),
    point('Findings: errors', 'bad', findings('error'), 'findings'),
    point('Findings: warnings', 'open', findings('warning'), 'findings'),
    point(
      'Findings that are waived',
      'plain',
      view.findings.filter(({ waived }) => waived !== undefined).map(({ code }) => code),
      'findings',
    ),
  ];
}

function point(kind: string, tone: Tone, items: readonly string[], section: SectionName): OpenPoint {
  return { kind, tone, items, section };
}

/** An item as a link, where it names something that has a place in the report. */
export function itemLine(view: View, item: string): Line {
  if (view.index.element(item) !== undefined) return [elementLink(view, item)];
  if (view.leaf(item) !== undefined) return [leafLink(view, item)];
  const anchor: Anchor | undefined =
    view.index.evidence(item) !== undefined
      ? anchorOf.evidence(item)
      : view.index.outcome(item) !== undefined
        ? anchorOf.outcome(item)
        : undefined;
  return anchor === undefined ? [item] : [{ kind: 'link', to: anchor, text: item }];
}
