import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.js';
import { lookup } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { check } from '../rules/index.js';
import { after, type Files, made, read, refusal } from './texts.testing.js';

const files: Files = {
  'case.yaml': `surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1, threshold: { probability: 0.1, per: window } } }
system: { coder: { kind: model } }
argument:
  G1: { text: No record leaks, supportedBy: [S1], inContextOf: [C1] }
  S1: { text: By part, supportedBy: [G2, G3] }
  # What sessions keep.
  G2:
    text: Sessions keep nothing # at all
    supportedBy: [Sn1, Sn2]
    inContextOf: [A1]
    inference: 0.02
  Sn1: { text: Tests, doubt: 0.01 }

  Sn2:
    text: |
      Reports
      of it
    doubt: 0.03
  G3: { text: Nobody looks, doubt: 0.04 }
  C1: { text: What a record is }
  D1: { text: Tests are old, challenges: G2 -> Sn1, strength: 0.5, answeredBy: G4 }
  G4: { text: They are new, doubt: 0.2 }
assumptions:
  A1: { text: Nobody asks, doubt: 0.05 }
interactions:
  - { kind: collusion, outcome: leak, arguedBy: G2 } # see there
dependence:
  - { name: tests, members: [Sn1, G3, G2.inference], beta: 0.1, because: one team }
waivers:
  - { rule: undeveloped, at: G2 -> Sn1, because: G2 stays, by: Ada, until: 2027-01-01 }
`,
};

/** The numbers of a case, which no name is part of. */
function numbers(of: Case) {
  const { outcomes } = assess(of, {}, { asOf: '2026-11-23' });
  return outcomes.map(({ doubt }) => doubt);
}

describe('a subtree split out', () => {
  const split = made(files, {
    kind: 'splitOut',
    element: 'G2',
    file: 'sessions.yaml',
    module: 'sessions',
    brief: 'What sessions keep',
  });
  const now = after(files, split);

  it('moves line by line, and what stays names the module', () => {
    expect(split.what).toBe('Split G2 and 5 elements below it out as the module sessions');
    expect(split.created).toEqual(['sessions.yaml']);
    expect(now['sessions.yaml']).toBe(`module:
  name: sessions
  brief: What sessions keep
assumptions:
  A1: { text: Nobody asks, doubt: 0.05 }
argument:
  # What sessions keep.
  G2:
    text: Sessions keep nothing # at all
    supportedBy: [Sn1, Sn2]
    inContextOf: [A1]
    inference: 0.02
    public: true
  Sn1: { text: Tests, doubt: 0.01 }
  Sn2:
    text: |
      Reports
      of it
    doubt: 0.03
  D1: { text: Tests are old, challenges: G2 -> Sn1, strength: 0.5, answeredBy: G4 }
  G4: { text: They are new, doubt: 0.2 }
`);
    expect(now['case.yaml']).toBe(`surety: 1
case: { id: tiny, title: A tiny case }
outcomes: { leak: { text: A record leaks, claim: G1, threshold: { probability: 0.1, per: window } } }
system: { coder: { kind: model } }
argument:
  G1: { text: No record leaks, supportedBy: [S1], inContextOf: [C1] }
  S1: { text: By part, supportedBy: [G2@sessions, G3] }

  G3: { text: Nobody looks, doubt: 0.04 }
  C1: { text: What a record is }
assumptions: {}
interactions:
  - { kind: collusion, outcome: leak, arguedBy: G2@sessions } # see there
dependence:
  - { name: tests, members: [Sn1@sessions, G3, G2@sessions.inference], beta: 0.1, because: one team }
waivers:
  - { rule: undeveloped, at: G2@sessions -> Sn1@sessions, because: G2 stays, by: Ada, until: 2027-01-01 }
`);
  });

  it('is worth the same', () => {
    const before = read(files).case;
    expect(numbers(split.parsed.case!)).toEqual(numbers(before));
    const codes = (of: Case) =>
      check({ case: of, lookup: lookup(of), asOf: '2026-11-23' })
        .map(({ code }) => code)
        .toSorted();
    expect(codes(split.parsed.case!)).toEqual(codes(before));
  });

  it('keeps CRLF', () => {
    const crlf = { 'case.yaml': files['case.yaml']!.replaceAll('\n', '\r\n') };
    const { changed } = made(crlf, {
      kind: 'splitOut',
      element: 'G2',
      file: 'sessions.yaml',
      module: 'sessions',
      brief: 'What sessions keep',
    });
    expect(changed.get('sessions.yaml')).toBe(now['sessions.yaml']!.replaceAll('\n', '\r\n'));
    expect(changed.get('case.yaml')).toBe(now['case.yaml']!.replaceAll('\n', '\r\n'));
  });

  it.each([
    ['S1', 'part.yaml', 'part', 'S1 is a strategy, and what a module offers is a goal'],
    ['G2', '../part.yaml', 'part', '“../part.yaml” is no file that a case is read from'],
    ['G2', 'case.yaml', 'part', 'there is a file case.yaml already'],
    ['G2', 'part.yaml', 'a part', '“a part” is no name of a module'],
  ])('%s into %s as %s is refused', (element, file, module, reason) => {
    expect(refusal(files, { kind: 'splitOut', element, file, module })).toMatchObject({ reason });
  });

  it.each(['why?.yaml', 'aux.yaml', '.x.yaml', 'PART.YAML', 'a/.yaml', 'part '])(
    'into %j is refused, since no server would put it there',
    (file) => {
      const reason = `“${file}” is no file that a case is read from`;
      expect(refusal(files, { kind: 'splitOut', element: 'G2', file, module: 'part' })).toMatchObject({ reason });
    },
  );

  it('is refused where it shares what no module could name', () => {
    const shared = { 'case.yaml': files['case.yaml']!.replace('doubt: 0.04', 'doubt: 0.04, inContextOf: [A1]') };
    expect(refusal(shared, { kind: 'splitOut', element: 'G2', file: 'part.yaml', module: 'part' }).reason).toBe(
      'G2 refers to A1, which others use too, and which stands in no module that could be named',
    );
  });

  it('leaves modules as they are in a case of modules', () => {
    const folder = new URL('../../../../examples/modules/', import.meta.url);
    const modules = Object.fromEntries(
      readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]),
    );
    const parted = made(modules, { kind: 'splitOut', element: 'G3@agent', file: 'network/ways.yaml', module: 'ways' });
    expect(numbers(parted.parsed.case!)).toEqual(numbers(read(modules).case));
    expect(parted.select).toBe('G3@ways');
    expect(parted.changed.get('agent.yaml')).toContain('uses: [watchdog.yaml, gateway.yaml, network/ways.yaml] }');
    expect(parted.changed.get('agent.yaml')).toContain('supportedBy: [G2, G3@ways, G1@watchdog]');
  });
});
