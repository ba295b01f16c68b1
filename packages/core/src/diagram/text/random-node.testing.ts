import fc from 'fast-check';
import type { Mark, SceneNode, Shape } from '../types.js';

export const shapes: readonly Shape[] = [
  'goal',
  'strategy',
  'solution',
  'context',
  'assumption',
  'justification',
  'counter-goal',
  'counter-solution',
  'challenge',
  'module',
  'contract',
  'choice',
];
const marks: readonly Mark[] = ['undeveloped', 'uninstantiated', 'to be supported by contract', 'public', 'defeated'];
const tones = ['good', 'bad', 'open', 'plain'] as const;

/** Words of many scripts, and things that are no words. */
const words = (
  'the agent does not exfiltrate weights in window i W evaluation 1e-4 (p-value) "quoted" naïve Änderung Łódź İstanbul ñandú ' +
  'безопасность модели щит Ασφάλεια φόβος Tiếng Việt Ẁide հայերեն שלום עולם مرحبا بالعالم नमस्ते दुनिया สวัสดีชาวโลก 模型权重 安全ケース ' +
  '안전성 😀 👩‍👩‍👧‍👦 ❤️ ∀ε>0 ⟨x⟩ → ½ … — €5 %20 sha256:6b1f0c77d3a94e1b8f7c5a2e9d6043b1 https://example.org/a/b?c=d ' +
  'Donaudampfschifffahrtsgesellschaftskapitän e\u0301\u0323x ﷺ \u200f \u00ad a\u00a0b'
).split(' ');

export const randomText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 24 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((all) => all.join('\n')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom(...words), { minLength: 60, maxLength: 120 }).map((all) => all.join(' ')),
  },
);
const shortText = fc.oneof(fc.constantFrom('G1', 'Sn12', 'A-vault', 'CG3'), fc.constantFrom(...words), randomText);

export const randomNode: fc.Arbitrary<SceneNode> = fc.record(
  {
    id: fc.string({ maxLength: 8 }),
    shape: fc.constantFrom(...shapes),
    name: shortText,
    text: randomText,
    away: fc.option(shortText, { nil: undefined, freq: 4 }),
    marks: fc.subarray([...marks], { maxLength: 3 }),
    category: fc.option(fc.constantFrom('inability', 'control', 'trustworthiness', 'deference'), { nil: undefined }),
    tags: fc.array(fc.record({ text: shortText, tone: fc.constantFrom(...tones) }), { maxLength: 4 }),
    doubt: fc.option(
      fc.record({
        text: shortText,
        level: fc.double({ min: -1, max: 2, noNaN: true }),
        tone: fc.constantFrom(...tones),
      }),
      {
        nil: undefined,
      },
    ),
    claimPoints: fc.array(shortText, { maxLength: 2 }),
    pointedOut: fc.boolean(),
    faint: fc.boolean(),
    change: fc.option(fc.constantFrom('added', 'removed', 'moved', 'changed'), { nil: undefined }),
    hidden: fc.constantFrom(0, 0, 0, 7, 1200),
  },
  { noNullPrototype: true },
);
