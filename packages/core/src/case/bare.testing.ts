import type { Case, Element, ElementType } from './model/index.js';

/** A case in which nothing stands, with what the test adds. */
export function bareCase(more: Partial<Case> = {}): Case {
  return {
    id: 'test',
    title: 'Test',
    status: 'draft',
    policy: { inference: 'listed', absentEvidence: 'locked' },
    outcomes: [],
    system: [],
    elements: [],
    riskCases: [],
    quantities: [],
    evidence: [],
    interactions: [],
    dismissed: [],
    dependence: [],
    indicators: [],
    waivers: [],
    review: { required: [], signoffs: [] },
    modules: [],
    patterns: [],
    fmea: [],
    contentHash: '',
    bare: false,
    origin: { file: 'case.yaml', path: [] },
    ...more,
  };
}

/** An element of which nothing is said but its id and type. */
export function bareElement(id: string, type: ElementType, more: Partial<Element> = {}): Element {
  return {
    id,
    type,
    text: id,
    public: false,
    supportedBy: [],
    inContextOf: [],
    combine: { kind: 'all' },
    legs: { kind: 'undeclared' },
    undeveloped: false,
    uninstantiated: false,
    assumes: [],
    holdsUntil: [],
    claimPoints: [],
    classes: [],
    layers: {},
    defeated: false,
    defeatedRelation: [],
    ...(type === 'challenge' ? { form: 'challenge' } : {}),
    origin: { file: 'case.yaml', path: ['argument', id] },
    ...more,
  };
}
