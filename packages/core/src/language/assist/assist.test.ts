import { describe, expect, it } from 'vitest';
import { openDocument } from '../document.js';
import { completionsAt, keyMeaningAt, namePlaces } from './index.js';

const text = `surety: 1
case: { id: c, title: A case, status: draft }
outcomes:
  breach: { text: It breaks, claim: G1 }
system:
  coder: { kind: model }
argument:
  G1:
    text: It holds
    supportedBy: [G2, Sn1]
  G2:
    text: It cannot
    category: inability
    undeveloped: true
  Sn1: { text: A test, evidence: test-1 }
evidence:
  test-1: { source: log.json }
`;

/** Completions at the place of `|`. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const document = openDocument('case.yaml', marked.replace('|', ''));
  return completionsAt([document], 'case.yaml', offset);
}

function texts(marked: string): readonly string[] {
  return at(marked)?.items.map((item) => item.text) ?? [];
}

describe('completions', () => {
  it('are names of elements in a list that is still open', () => {
    expect(texts(text.replace('[G2, Sn1]', '[G2, |'))).toEqual(['G1', 'G2', 'Sn1']);
  });

  it('replace the word that is begun', () => {
    const marked = text.replace('[G2, Sn1]', '[G2, Sn|]');
    expect(at(marked)).toMatchObject({ start: marked.indexOf('Sn|'), end: marked.indexOf('|') });
  });

  it('are the values that the format lists', () => {
    expect(texts(text.replace('inability', '|'))).toEqual(['inability', 'control', 'trustworthiness', 'deference']);
    expect(texts(text.replace('status: draft', 'status: |'))).toContain('in review');
  });

  it('are keys that the map does not have yet, with what they mean', () => {
    const marked = text.replace('    undeveloped: true\n', '    |\n');
    const keys = at(marked)?.items ?? [];
    expect(keys.map((item) => item.text)).toContain('undeveloped');
    expect(keys.map((item) => item.text)).not.toContain('text');
    expect(keys.find((item) => item.text === 'undeveloped')?.about).toBeTruthy();
  });

  it('are names of the kind that is meant', () => {
    expect(texts(text.replace('claim: G1', 'claim: |'))).toEqual(['G1', 'G2', 'Sn1']);
    expect(texts(text.replace('evidence: test-1 }\n', 'evidence: | }\n'))).toEqual(['test-1']);
    expect(texts(text.replace('    category: inability', '    subsystem: |'))).toEqual(['coder']);
  });

  it('are sections at the top, and nothing within words of a person', () => {
    expect(texts(`${text}\n|`)).toContain('quantities');
    expect(texts(text.replace('It cannot', 'It can|not at all'))).toEqual([]);
    expect(texts(text.replace('surety: 1', 'surety: 1 # |'))).toEqual([]);
  });
});

describe('names', () => {
  const document = openDocument('case.yaml', text);
  const places = namePlaces([document]);

  it('stand where the text has them, with where their thing stands', () => {
    for (const { start, end, name } of places) expect(text.slice(start, end)).toBe(name);
    const claim = places.find(({ start }) => text.slice(start - 7, start) === 'claim: ');
    expect(claim).toMatchObject({ kind: 'element', name: 'G1', defines: false });
    expect(places[claim!.definition!]).toMatchObject({ name: 'G1', defines: true });
    expect(text.slice(places[claim!.definition!]!.start).startsWith('G1:')).toBe(true);
  });

  it('say what a key means', () => {
    expect(keyMeaningAt(document, text.indexOf('category') + 3)).toMatchObject({ key: 'category' });
    expect(keyMeaningAt(document, text.indexOf('It holds') + 3)).toBeUndefined();
  });
});
