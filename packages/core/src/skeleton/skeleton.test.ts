import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../catalogue/index.js';
import { type Parsed, parse } from '../language/index.js';
import { diagnose } from '../rules/index.js';
import { addBlock, blockPattern, removeSubtree, yamlOf } from './index.js';
import { type Files, layouts, randomLayout } from './layouts.testing.js';

function read(files: Files): Parsed & { readonly case: NonNullable<Parsed['case']> } {
  const parsed = parse(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  return parsed as Parsed & { readonly case: NonNullable<Parsed['case']> };
}

function after(files: Files, changed: ReadonlyMap<string, string>): Files {
  return { ...files, ...Object.fromEntries(changed) };
}

function add(files: Files, block: string, more: { under?: string; challenges?: boolean; date?: string } = {}) {
  const { case: of, documents } = read(files);
  const added = addBlock(of, documents, builtInCatalogue, { block, subsystem: 'coder', outcome: 'leak', ...more });
  if (!added.ok) throw new Error(added.reason);
  return { ...added, files: after(files, added.changed) };
}

function remove(files: Files, id: string): Files {
  const { case: of, documents } = read(files);
  const removed = removeSubtree(of, documents, id);
  if (!removed.ok) throw new Error(removed.reason);
  return after(files, removed.changed);
}

const blocks = builtInCatalogue.blocks.map(({ id }) => id);

describe('a building block', () => {
  describe.each(Object.entries(layouts))('in a case with %s', (_, files) => {
    it.each(blocks)('%s adds, removes and re-adds to the same bytes', (block) => {
      const once = add(files, block, { challenges: true });
      expect(once.files).not.toEqual(files);
      const without = remove(once.files, once.added[0]!);
      expect(without).toEqual(files);
      expect(add(without, block, { challenges: true }).files).toEqual(once.files);
    });
  });

  it('keeps every byte that it does not add, whatever the text looks like', () => {
    fc.assert(
      fc.property(randomLayout, fc.constantFrom(...blocks), fc.boolean(), ({ files, under }, block, challenges) => {
        const once = add(files, block, { under, challenges });
        expect(read(once.files).case.elements.length).toBeGreaterThan(read(files).case.elements.length + 2);
        const without = remove(once.files, once.added[0]!);
        expect(without).toEqual(files);
        expect(add(without, block, { under, challenges }).files).toEqual(once.files);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('leaves findings about its holes only', () => {
    const expected = new Set(['undeveloped', 'uninstantiated', 'challenge-open', 'argued-by-undeveloped']);
    const codes = (files: Files) => {
      const { case: of, ranges } = read(files);
      return diagnose(of, ranges, { asOf: '2026-11-23', measures: {} }).map(
        ({ code, element }) => `${code} ${element}`,
      );
    };
    const before = new Set(codes(layouts.comments));
    for (const block of builtInCatalogue.blocks.filter(({ role }) => role.value === 'primary')) {
      const found = codes(add(layouts.comments, block.id, { challenges: true, date: '2026-11-20' }).files);
      const added = found.filter((one) => !before.has(one)).map((one) => one.split(' ')[0]!);
      expect(
        added.filter((code) => !expected.has(code)),
        block.id,
      ).toEqual([]);
    }
  });

  it('is instantiated from a pattern that the language reads, with every hole and every defeater', () => {
    for (const block of builtInCatalogue.blocks) {
      const text = yamlOf({
        surety: 1,
        case: { id: 'x', title: 'x' },
        patterns: { [block.id]: blockPattern(block, { challenges: true }) },
      });
      const { case: of } = read({ 'case.yaml': text });
      const [pattern] = of.patterns;
      expect(Object.keys(pattern!.parameters)).toEqual([
        'system',
        'outcome',
        ...block.parameters.map(({ name }) => name),
      ]);
      expect(pattern!.elements).toHaveLength(2 + block.subclaims.length + block.defeaters.length);
      const { case: filled } = read(add(layouts.flow, block.id, { challenges: true }).files);
      expect(filled.elements.filter(({ challenge }) => challenge?.status === 'open')).toHaveLength(
        block.defeaters.length,
      );
    }
  });

  it('fills in the only watcher, and marks what nobody gave a value', () => {
    const { files, open } = add(layouts.comments, 'monitoring');
    expect(open).toEqual(['budget']);
    const { case: of } = read(files);
    const byId = new Map(of.elements.map((one) => [one.id, one]));
    expect(byId.get('G-monitoring')).toMatchObject({
      category: 'control',
      subsystem: 'coder',
      outcome: 'leak',
      assumes: [
        { subsystem: 'coder', trust: 'untrustworthy' },
        { subsystem: 'watchdog', trust: 'trusted' },
      ],
    });
    expect(byId.get('G-monitoring-trusted')).toMatchObject({
      category: 'trustworthiness',
      subsystem: 'watchdog',
      undeveloped: true,
      uninstantiated: false,
    });
    expect(byId.get('G-monitoring-redteam')).toMatchObject({ undeveloped: true, uninstantiated: true });
  });

  it('speaks of a subsystem and an outcome in words, and names them by their ids', () => {
    const files = {
      'case.yaml': layouts['an empty list']['case.yaml']
        .replaceAll('coder', 'refund-agent')
        .replaceAll('leak', 'data-leak'),
    };
    const written = (values?: Readonly<Record<string, string>>) => {
      const { case: of, documents } = read(files);
      const request = { block: 'monitoring', subsystem: 'refund-agent', outcome: 'data-leak' };
      const added = addBlock(of, documents, builtInCatalogue, {
        ...request,
        ...(values === undefined ? {} : { values }),
      });
      if (!added.ok) throw new Error(added.reason);
      return added.changed.get('case.yaml')!.split('G-monitoring:\n')[1]!;
    };
    const keys = '    category: control\n    subsystem: refund-agent\n    outcome: data-leak\n';
    expect(written()).toContain(
      `    text: An attempt of refund agent at data leak is caught by watchdog and stopped before it completes\n${keys}`,
    );
    const own = written({ system: 'the support agent', outcome: 'a leak' });
    expect(own).toContain(
      `    text: An attempt of the support agent at a leak is caught by watchdog and stopped before it completes\n${keys}`,
    );
    expect(own).toContain('    assumes: { refund-agent: untrustworthy, watchdog: trusted }\n');
  });

  it('stands in the module of what it supports', () => {
    const files = {
      'case.yaml': layouts.comments['case.yaml'].replace('supportedBy: [G2]', 'supportedBy: [G2, G1@part]'),
      'part.yaml':
        'module: { name: part }\nargument:\n  G1: { text: The part holds, public: true, supportedBy: G2 }\n  G2: { text: Tested, undeveloped: true }\n',
    };
    const once = add(files, 'testbeds', { under: 'G1@part' });
    expect([once.file, once.top]).toEqual(['part.yaml', 'G-testbeds@part']);
    expect(remove(once.files, once.top)).toEqual(files);
  });

  it('finds ids that are free', () => {
    const once = add(layouts.comments, 'testbeds');
    const twice = add(once.files, 'testbeds');
    expect(twice.added[0]).toBe('G-testbeds-2');
    expect(remove(twice.files, 'G-testbeds-2')).toEqual(once.files);
  });
});

describe('what supports a claim already', () => {
  const argument = (text: string): Files => ({
    'case.yaml': `${layouts['an empty list']['case.yaml'].split('argument:')[0]}argument:\n${text}`,
  });

  it.each([
    'supportedBy: G2',
    'subsystem: coder',
    'supportedBy: []',
    'supportedBy: { id: G3, text: Tested, undeveloped: true }',
  ])('stands as it stood after two blocks came and went: %s', (says) => {
    const files = argument(`  G1: { text: Safe, ${says} }\n  G2: { text: Tested, undeveloped: true }\n`);
    const one = add(files, 'testbeds', { under: 'G1' });
    const two = add(one.files, 'monitoring', { under: 'G1' });
    expect(remove(two.files, two.added[0]!)).toEqual(one.files);
    expect(remove(one.files, one.added[0]!)).toEqual(files);
  });

  it('is not taken for room that was made when a person takes it out', () => {
    const gone = (support: string) =>
      remove(
        argument(
          `  G1: { text: Safe, supportedBy: ${support} }\n  G2: { text: Tested, undeveloped: true }\n  G3: { text: Watched, undeveloped: true }\n`,
        ),
        'G3',
      )['case.yaml']!.match(/ {2}G1: .*/)![0];
    expect(gone('[G2, G3]')).toBe('  G1: { text: Safe, supportedBy: [G2] }');
    expect(gone('[G3, G2]')).toBe('  G1: { text: Safe, supportedBy: [G2] }');
    expect(gone('["G3", G2]')).toBe('  G1: { text: Safe, supportedBy: [G2] }');
    expect(gone('[G3]')).toBe('  G1: { text: Safe, undeveloped: true }');
    expect(gone('G3')).toBe('  G1: { text: Safe, undeveloped: true }');
    expect(gone('G3, undeveloped: false')).toBe('  G1: { text: Safe, undeveloped: true }');
  });

  it('may be written in a claim of its own, at any depth, and in a risk case', () => {
    const files = argument(
      `  G1:
    text: Safe
    supportedBy:
      id: G2
      text: Tested
      supportedBy: { id: G3, text: Twice, supportedBy: [] }
riskCases:
  leak: { claim: R1, argument: { R1: { text: A record leaks } } }
`,
    );
    for (const under of ['G1', 'G2', 'G3', 'R1']) {
      const once = add(files, 'testbeds', { under });
      expect(
        read(once.files)
          .case.elements.find(({ id }) => id === under)!
          .supportedBy.at(-1)!.to,
      ).toBe(once.added[0]);
      const without = remove(once.files, once.added[0]!);
      expect(without, under).toEqual(files);
      expect(add(without, 'testbeds', { under }).files).toEqual(once.files);
    }
  });

  it('leaves its lists from the inside out', () => {
    const files = argument(
      '  G1: { text: Safe, supportedBy: { id: G2, text: Tested, supportedBy: G3 } }\n  G3: { text: Twice, undeveloped: true }\n',
    );
    const within = add(files, 'testbeds', { under: 'G2' });
    const twice = within.files['case.yaml']!.replace('supportedBy: { id', 'supportedBy: [{ id').replace(
      /("\] \})( \})/,
      `$1, "${within.added[0]}"]$2`,
    );
    expect(remove({ 'case.yaml': twice }, within.added[0]!)).toEqual(files);
  });

  it.each([
    ['undeveloped: True', 'the mark of G1 is not written `undeveloped: true`'],
    ['undeveloped: true, supportedBy: []', 'G1 is marked undeveloped and has support'],
    [
      '? supportedBy : G2',
      'case.yaml cannot be changed: argument.G1.supportedBy is written in a way that only a person can change',
    ],
  ])('%s could not be given back, and is refused', (says, reason) => {
    const { case: of, documents } = read(
      argument(`  G1: { text: Safe, ${says} }\n  G2: { text: Tested, undeveloped: true }\n`),
    );
    const request = { block: 'testbeds', subsystem: 'coder', outcome: 'leak' };
    expect(addBlock(of, documents, builtInCatalogue, request)).toMatchObject({ ok: false, reason });
  });
});

describe('what cannot be added', () => {
  const { case: of, documents } = read(layouts.comments);
  const request = { block: 'monitoring', subsystem: 'coder', outcome: 'leak' };
  it.each([
    [{ block: 'monitorin' }, 'there is no building block “monitorin”', 'Did you mean monitoring?'],
    [{ subsystem: 'codr' }, 'there is no subsystem “codr”', 'Did you mean coder?'],
    [{ outcome: 'leek' }, 'there is no outcome “leek”', 'Did you mean leak?'],
    [{ under: 'S9' }, 'there is no element “S9”', 'Did you mean S1?'],
    [{ under: 'C1' }, 'C1 is a context, which nothing supports', 'Name a goal or a strategy.'],
    [{ values: { budgt: '2 %' } }, 'there is no parameter of monitoring “budgt”', 'Did you mean budget?'],
    [{ values: { monitor: 'watchdo' } }, 'there is no subsystem “watchdo”', 'Did you mean watchdog?'],
    [
      { values: { budget: ' ' } },
      'the parameter budget is given nothing',
      'What share of the actions is audited? For example: 2 %.',
    ],
    [{ stem: 'a b' }, '“a b” is no part of an id', 'Letters, digits, _ and - are.'],
    [{ under: 'Sn1' }, 'Sn1 is a solution, which nothing supports', 'Name a goal or a strategy.'],
  ])('%j', (change, reason, hint) => {
    expect(addBlock(of, documents, builtInCatalogue, { ...request, ...change })).toEqual({ ok: false, reason, hint });
  });

  it('an id that is taken', () => {
    const once = add(layouts.comments, 'monitoring');
    const { case: now, documents: texts } = read(once.files);
    expect(addBlock(now, texts, builtInCatalogue, { ...request, stem: 'monitoring' })).toMatchObject({
      ok: false,
      reason: 'G-monitoring exists already',
    });
  });
});

describe('removal', () => {
  it('takes what only the element uses, and every reference to it', () => {
    const files = { 'case.yaml': layouts.comments['case.yaml']! + rest };
    const { case: of, documents } = read(files);
    const removed = removeSubtree(of, documents, 'G2');
    if (!removed.ok) throw new Error(removed.reason);
    expect(removed.removed).toEqual(['G2', 'Sn1']);
    expect(removed.also).toEqual(['interaction collusion × leak', 'group shared tests', 'waiver of undeveloped']);
    const text = removed.changed.get('case.yaml')!;
    expect(text).not.toMatch(/\bG2\b|\bSn1\b/);
    expect(read({ 'case.yaml': text }).case.interactions).toHaveLength(1);
  });

  const argued = (more: string) =>
    read({
      'case.yaml': `surety: 1
case: { id: t, title: T }
outcomes: { leak: { text: A record leaks, claim: G1 } }
${more}`,
    });

  it('leaves no challenge to a link that is gone, and no challenge without its answer', () => {
    const { case: of, documents } = argued(`argument:
  G1: { text: Safe, supportedBy: [G2, G4] }
  G2: { text: Tested, doubt: 0.01 }
  G4: { text: Watched, doubt: 0.01 }
  D1: { text: The tests are old, challenges: G1 -> G2, answeredBy: G3 }
  G3: { text: They are new, doubt: 0.01 }
`);
    const removed = removeSubtree(of, documents, 'G2');
    expect(removed).toMatchObject({ ok: true, removed: ['G2', 'D1', 'G3'] });
    expect(removeSubtree(of, documents, 'G3')).toMatchObject({
      ok: false,
      reason: 'G3 cannot go: it answers the challenge D1',
    });
  });

  it('leaves the chain of cases, whose claim is no part of the text', () => {
    const { case: of, documents } = argued(`chain: { previous: ../before, claim: G1 }
argument:
  G1: { text: Safe, supportedBy: [S1, G2] }
  S1: { type: strategy, text: By the generation before, supportedBy: [G1@previous] }
  G2: { text: Tested, doubt: 0.01 }
`);
    const removed = removeSubtree(of, documents, 'S1');
    if (!removed.ok) throw new Error(removed.reason);
    expect(removed.removed).toEqual(['S1']);
    expect(removed.changed.get('case.yaml')).toContain('chain: { previous: ../before, claim: G1 }\n');
    expect(removeSubtree(of, documents, 'G1@previous')).toMatchObject({
      ok: false,
      reason: 'G1@previous stands in another case, which the chain cites',
    });
  });

  it.each([
    ['G1', 'G1 cannot go: G1 is the claim of outcome leak'],
    ['G9', 'there is no element “G9”'],
  ])('%s is refused', (id, reason) => {
    const { case: of, documents } = read(layouts.comments);
    expect(removeSubtree(of, documents, id)).toMatchObject({ ok: false, reason });
  });
});

const rest = `
interactions:
  - { kind: collusion, outcome: leak, arguedBy: G2 } # behind
  # between
  - { kind: cascade, outcome: leak, dismissed: No channel }
dependence:
  - { name: shared tests, members: [Sn1, G2.inference], beta: 0.1, because: One team }
waivers:
  - { rule: undeveloped, at: G2, because: Soon, by: Ada, until: 2027-01-01 }
`;
