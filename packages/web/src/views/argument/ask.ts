import type { Case } from '@surety/core/case';
import { modulesOf, type View } from '@surety/core/diagram';
import type { Assessment, CutSetAssessment } from '@surety/core/doubt';
import type { DiagramAsk } from '../../compute/questions.js';

/** What of the address says what is drawn: `in` a view, below `root`, with a `set` pointed out, without `doubts`. */
export type AskParams = Readonly<Partial<Record<'in' | 'root' | 'set' | 'doubts', string>>>;

const views: Readonly<Record<string, (name: string) => View>> = {
  module: (module) => ({ module }),
  pattern: (pattern) => ({ pattern }),
};

/** The view that the address names: `architecture`, `module:NAME`, `pattern:NAME`, or else the whole argument. */
export function viewOf(name: string | undefined): View {
  if (name === 'architecture') return 'architecture';
  const [, kind, rest] = /^(module|pattern):(.+)$/.exec(name ?? '') ?? [];
  return kind === undefined ? 'complete' : views[kind]!(rest!);
}

/** What is asked of the worker. A root or a set that is not there is left out, so that something is drawn all the same. */
export function askOf(params: AskParams, of: Case, assessment: Assessment | null): DiagramAsk {
  const { root, doubts } = params;
  const has = root !== undefined && (of.elements.some(({ id }) => id === root) || modulesOf(of).includes(root));
  return {
    view: viewOf(params.in),
    ...(has ? { root } : {}),
    ...setOf(params.set, assessment),
    doubts: doubts !== 'off',
  };
}

function setOf(name: string | undefined, assessment: Assessment | null): Pick<DiagramAsk, 'cutSet' | 'pathSet'> {
  const at = name?.lastIndexOf(':') ?? -1;
  if (name === undefined || at < 0) return {};
  const [outcome, which] = [name.slice(0, at), name.slice(at + 1)];
  const assessed = assessment?.outcomes.find(({ id }) => id === outcome);
  if (assessed === undefined) return {};
  if (which === 'path') return assessed.pathSet.length > 0 ? { pathSet: outcome } : {};
  const rank = Number(which);
  return assessed.cutSets?.top[rank - 1] === undefined ? {} : { cutSet: { outcome, rank } };
}

export interface SetChoice {
  /** As the address has it: `O1:2`, `O1:path`. */
  readonly name: string;
  readonly outcome: string;
  readonly kind: 'path' | 'cut';
  readonly rank: number;
  readonly set: CutSetAssessment;
}

/** Sets beyond this rank are looked up where all are listed. */
const mostSets = 20;

/** The sets that can be pointed out, outcome by outcome: what carries the claim by itself, then cut sets, the likeliest first. */
export function setChoices(assessment: Assessment | null): readonly SetChoice[] {
  return (assessment?.outcomes ?? []).flatMap(({ id: outcome, pathSet, cutSets }): SetChoice[] => [
    ...(pathSet.length === 0
      ? []
      : [{ name: `${outcome}:path`, outcome, kind: 'path' as const, rank: 0, set: { elements: pathSet } }]),
    ...(cutSets?.top ?? []).slice(0, mostSets).map((set, at) => ({
      name: `${outcome}:${at + 1}`,
      outcome,
      kind: 'cut' as const,
      rank: at + 1,
      set,
    })),
  ]);
}

export interface ViewChoice {
  /** As the address has it; undefined: the whole argument. */
  readonly name: string | undefined;
  readonly title: string;
}

/** The views of a case: modules only where it has some, patterns as they are written. */
export function viewChoices(of: Case): readonly ViewChoice[] {
  const modules = modulesOf(of);
  return [
    { name: undefined, title: 'Whole argument' },
    ...(modules.length === 0 ? [] : [{ name: 'architecture', title: 'Modules and what they rest on' }]),
    ...modules.map((name) => ({ name: `module:${name}`, title: `Module ${name}` })),
    ...of.patterns.map(({ id }) => ({ name: `pattern:${id}`, title: `Pattern ${id}` })),
  ];
}

/** The first parents of an element up to a top, the top first; safe in circles. */
export function pathTo(parentOf: (id: string) => string | undefined, id: string): readonly string[] {
  const path: string[] = [];
  for (let at = parentOf(id); at !== undefined && !path.includes(at) && at !== id; at = parentOf(at)) path.unshift(at);
  return path;
}
