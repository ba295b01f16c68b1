import { describe, expect, it } from 'vitest';
import type { Element, Evidence, Opinion, Quantity } from '../../case/index.js';
import { readRequest, redact, renderHtml, renderMarkdown } from '../index.js';
import { everyMeasure, everySection, inputFor } from '../report.testing.js';

const input = inputFor(everySection, everyMeasure);
const { case: of, assessment } = input;

function redacted(...words: string[]) {
  const read = readRequest(words, of);
  if (!read.ok) throw new Error(`${read.unknown} is unknown`);
  return redact(input, read.request);
}

/** Every byte that anybody could be given, as plain text. */
function everythingOf(from: ReturnType<typeof redact>): string {
  const { case: shown, ...rest } = from;
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  const html = renderHtml(from).replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
  const markdown = renderMarkdown(from).replace(/\\(.)/g, '$1');
  return [html, markdown, JSON.stringify(rest), JSON.stringify({ ...shown, origin: undefined })].join('\n');
}

const opinionsOf = ({ doubt, inference, challenge }: Element): readonly Opinion[] =>
  [doubt, inference, challenge?.strength === 1 ? undefined : challenge?.strength].flatMap((one) => one?.opinions ?? []);

const saidBy = {
  element: (one: Element) => [one.text, ...opinionsOf(one).flatMap(({ because }) => because ?? [])],
  evidence: (one: Evidence) => [...one.sources.map(({ path }) => path), one.by ?? ''],
  quantity: (one: Quantity) => [
    one.because ?? '',
    one.definition.kind === 'distribution' ? JSON.stringify(one.definition.distribution) : '',
  ],
};

/** Those of the texts that can be seen, as words of their own. */
function foundIn(everything: string, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => {
    for (let at = everything.indexOf(text); at >= 0; at = everything.indexOf(text, at + 1))
      if (!/\p{L}/u.test(`${everything[at - 1] ?? ''}${everything[at + text.length] ?? ''}`)) return true;
    return false;
  });
}

/** Words of the text that stand nowhere else in the case. */
function ownWords(text: string, rest: readonly string[]): string[] {
  const others = new Set(rest.flatMap((one) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return (text.match(/[\p{L}]{5,}/gu) ?? []).filter((word) => !others.has(word.toLowerCase()));
}

describe.each(of.elements.map((element) => [element.id, element] as const))('element %s withheld', (id, element) => {
  const from = redacted(id);
  const everything = everythingOf(from);

  it('is nowhere to be seen', () => {
    // What the outcomes say openly is no secret.
    const open = new Set(of.outcomes.map(({ text }) => text));
    expect(
      foundIn(
        everything,
        saidBy.element(element).filter((text) => !open.has(text)),
      ),
    ).toEqual([]);
    const rest = of.elements.filter((other) => other !== element).flatMap(saidBy.element);
    const elsewhere = [...rest, JSON.stringify({ ...of, elements: of.elements.map((one) => one.id) })];
    // What the report itself says is not the case's.
    const own = renderHtml(redacted(...of.elements.map((one) => one.id)));
    expect(foundIn(everything, ownWords(element.text, [...elsewhere, own]))).toEqual([]);
  });

  it('does not stand in the case as its text states it either', () => {
    const read = readRequest(['public'], of);
    if (!read.ok) throw new Error('unknown');
    expect(redact({ ...input, case: { ...of, stated: of } }, read.request).case).not.toHaveProperty('stated');
  });

  it('leaves the verdicts, the place in the argument, and a digest', () => {
    expect(from.assessment.outcomes.map(({ verdict, number }) => ({ verdict, number }))).toEqual(
      assessment.outcomes.map(({ verdict, number }) => ({ verdict, number })),
    );
    const shown = from.case.elements.find((one) => one.id === id);
    expect(shown).toMatchObject({ type: element.type, supportedBy: element.supportedBy });
    const item = from.withheld?.items.find((one) => one.id === id);
    expect(item?.digest).toMatch(/^[0-9a-f]{12}$/);
    expect(shown?.text).toContain(item?.digest);
  });

  it('keeps its numbers to itself', () => {
    for (const leaf of from.assessment.leaves) {
      if (leaf.element !== id && !leaf.sameAs.includes(id)) continue;
      expect(Object.keys(leaf)).not.toContain('doubt');
      const { outcomes } = from.assessment;
      expect(outcomes.flatMap(({ importance }) => importance.map((row) => row.leaf))).not.toContain(leaf.id);
      for (const { elements, probability } of outcomes.flatMap(({ cutSets }) => cutSets?.top ?? []))
        if (elements.includes(leaf.id)) expect(probability).toBeUndefined();
    }
  });
});

describe('what is withheld', () => {
  it('is a piece of evidence: its source and what was counted', () => {
    const everything = everythingOf(redacted('tests'));
    const told = ['logs/tests.csv', 'tests.csv', 'leaked >= 1', '1 of 300', 'of 300', '1 row was empty'];
    expect(foundIn(everything, told)).toEqual([]);
    expect(everything).toContain('sha256:1f0e3dc4');
  });

  it('is a quantity: its values and what is computed from it', () => {
    const from = redacted('p_proof');
    const everything = everythingOf(from);
    expect(foundIn(everything, ['By the size of the rule'])).toEqual([]);
    const known = assessment.quantities.find(({ name }) => name === 'p_proof');
    expect(known?.mean).toBeGreaterThan(0);
    expect(JSON.stringify(from)).not.toContain(String(known?.mean));
    expect(from.assessment.outcomes.flatMap(({ tornado }) => tornado)).toEqual([]);
  });

  it('are names, the same name always by the same stand-in', () => {
    const everything = everythingOf(redacted('people'));
    for (const name of ['Ada', 'Ben', 'Cem', 'Dee', 'red-team'])
      expect(everything).not.toMatch(new RegExp(`\\b${name}\\b`));
    expect(everything).toContain('[name 1]');
  });

  it('are sources', () => {
    const everything = everythingOf(redacted('sources'));
    expect(foundIn(everything, ['logs/tests.csv', 'mixed sessions', 'Read in full'])).toEqual([]);
  });

  it('is all that an element rests on', () => {
    const from = redacted('S1+');
    expect(from.withheld?.items.map(({ id }) => id)).toEqual(['S1', 'Sn1', 'Sn2', 'D1', 'G6']);
    expect(from.withheld?.items[1]?.because).toBe('part of S1');
  });

  it('is said in the report, with how much of the doubt runs through it', () => {
    const markdown = renderMarkdown(redacted('Sn9', 'people'));
    expect(markdown).toContain('## 1 What is withheld');
    expect(markdown).toMatch(/This report withholds 1 element and \d+ names/);
    expect(markdown).toContain('loss: 75 to 100\u00a0% of the doubt.');
  });

  it('are the numbers of sets of subsystems, which could give away that of a single leaf', () => {
    expect(input.macrosystem?.outcomes.flatMap(({ sets }) => sets).length).toBeGreaterThan(0);
    expect(redacted('quantities').macrosystem).toBeUndefined();
  });

  it('is nothing where nothing is marked', () => {
    const from = redacted('marked');
    expect(from.withheld?.items).toEqual([]);
    expect(from.case.elements.map(({ text }) => text)).toEqual(of.elements.map(({ text }) => text));
  });

  it('is what the text marks, with its reason', () => {
    const elements = of.elements.map((one) =>
      one.id === 'G5' ? { ...one, confidential: { because: 'names a vendor', subtree: true } } : one,
    );
    const read = readRequest([], of);
    const from = redact({ ...input, case: { ...of, elements } }, read.ok ? read.request : failed());
    expect(from.withheld?.items.map(({ id, because }) => [id, because])).toEqual([
      ['G5', 'names a vendor'],
      ['Sn3', 'names a vendor'],
      ['D2', 'names a vendor'],
    ]);
    expect(from.case.elements.find(({ id }) => id === 'G5')?.text).toMatch(
      /^\[withheld: names a vendor, [0-9a-f]{12}\]$/,
    );
  });

  it('must be named without a slip', () => {
    expect(readRequest(['Sn77'], of)).toMatchObject({ ok: false, unknown: 'Sn77' });
    expect(readRequest(['peopel'], of)).toMatchObject({ ok: false, nearest: 'people' });
  });
});

function failed(): never {
  throw new Error('the request could not be read');
}
