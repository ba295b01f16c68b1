import type { Case } from '@surety/core/case';
import type { SceneOptions, View } from '@surety/core/diagram';
import type { Assessment } from '@surety/core/doubt';
import { fullId } from '../element-of.js';
import type { ExitCode } from '../exit-code.js';
import { unknownName } from '../refuse.js';
import { counted } from '../render/text.js';
import { type Session, unusable } from '../session.js';
import type { DiagramFlags } from './options.js';

/** Holds every name against the case, and puts the flags into the words of `sceneOf`; an exit code where one is wrong. */
export async function sceneOptions(
  session: Session,
  of: Case,
  assessment: Assessment | undefined,
  given: DiagramFlags,
): Promise<SceneOptions | ExitCode> {
  const flags = inFull(of, given);
  const { layerNames, modulesOf } = await import('@surety/core/diagram');
  const outcomes = of.outcomes.map(({ id }) => id);
  const patterns = of.patterns.map(({ id }) => id);
  const inPattern = of.patterns.find(({ id }) => id === flags.pattern)?.elements;
  const modules = modulesOf(of);
  const isArchitecture = flags.view === 'architecture';
  if (isArchitecture && modules.length === 0) {
    return unusable(session, 'the case has no modules, so it has no architecture');
  }
  const elements = isArchitecture ? modules : (inPattern ?? of.elements).map(({ id }) => id);
  const named: readonly (readonly [what: string, names: readonly (string | undefined)[], known: readonly string[]])[] =
    [
      ['module', [flags.module], modules],
      ['pattern', [flags.pattern], patterns],
      ['outcome', [flags.outcome], outcomes],
      ['risk case', [flags.riskCase], of.riskCases.map(({ outcome }) => outcome)],
      [isArchitecture ? 'module' : 'element', [flags.root, ...(flags.collapse ?? [])], elements],
      ['element or module', flags.mask ?? [], [...elements, ...modules]],
      ['layer', flags.layer ?? [], layerNames(of)],
    ];
  for (const [what, names, known] of named) {
    const all = new Set(known);
    const unknown = names.find((name) => name !== undefined && !all.has(name));
    if (unknown !== undefined) return unknownName(session, what, unknown, known);
  }
  const pointedOut = pointOut(session, assessment, flags);
  if (typeof pointedOut === 'number') return pointedOut;
  const { root, outcome, riskCase, depth, collapse, mask, layer } = flags;
  return defined({
    view: viewOf(flags),
    root,
    outcome,
    riskCase,
    depth,
    collapse,
    mask,
    layers: layer,
    assessment,
    doubts: flags.doubt === true,
    ...pointedOut,
  });
}

/** The flags with ids as they stand in the case; ids in a pattern, and names of modules, are what they are. */
function inFull(of: Case, flags: DiagramFlags): DiagramFlags {
  const { root, collapse } = flags;
  if (flags.pattern !== undefined || flags.view === 'architecture') return flags;
  return {
    ...flags,
    ...(root === undefined ? {} : { root: fullId(of, root) }),
    ...(collapse === undefined ? {} : { collapse: collapse.map((id) => fullId(of, id)) }),
  };
}

function viewOf({ view, module, pattern }: DiagramFlags): View {
  if (module !== undefined) return { module };
  if (pattern !== undefined) return { pattern };
  return view === 'architecture' ? 'architecture' : 'complete';
}

/** The outcome whose cut set or path set is asked for must have one. */
function pointOut(
  session: Session,
  assessment: Assessment | undefined,
  { outcome, cutSet, pathSet }: DiagramFlags,
): Pick<SceneOptions, 'cutSet' | 'pathSet'> | ExitCode {
  if (assessment === undefined || (cutSet === undefined && pathSet !== true)) return {};
  const option = cutSet === undefined ? '--path-set' : '--cut-set';
  const { outcomes } = assessment;
  const one = outcomes.length === 1 ? outcomes[0] : outcomes.find(({ id }) => id === outcome);
  if (one === undefined) {
    const hint = outcomes.length === 0 ? 'The case names none.' : `One of ${outcomes.map(({ id }) => id).join(', ')}.`;
    return unusable(session, `${option} needs --outcome`, hint);
  }
  if (cutSet === undefined) return { pathSet: one.id };
  const listed = one.cutSets?.top.length ?? 0;
  if (cutSet <= listed) return { cutSet: { outcome: one.id, rank: cutSet } };
  const said = listed === 0 ? 'no cut set is' : `only ${counted(listed, 'cut set')} ${listed === 1 ? 'is' : 'are'}`;
  return unusable(session, `there is no cut set ${cutSet}: ${said} listed for ${one.id}`);
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function defined<T extends object>(data: T): Defined<T> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Defined<T>;
}
