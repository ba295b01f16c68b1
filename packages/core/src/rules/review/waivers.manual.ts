import { example, failing, type RuleManuals } from '../example.js';

const undeveloped = `
argument:
  G1: { text: The agent is contained, undeveloped: true }
waivers:
`;

export const waiversManual = {
  'unknown-rule': {
    why: 'A waiver with a mistyped rule waives nothing, and the finding that it was meant for goes on failing the build.',
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: undevelopped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:13 There is no rule undevelopped'],
    ),
  },
  'unknown-waived': {
    why: 'A waiver at a mistyped id waives nothing, and the finding that it was meant for goes on failing the build.',
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: undeveloped, at: G11, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:30 The waiver is at G11, and nothing in the case has that name'],
    ),
  },
  'waiver-incomplete': {
    why: 'A waiver accepts a known fault for a while: somebody accepts it, for a reason, until a day. Without the day it would be for ever, so it silences nothing.',
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(`${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs }\n`, [
      '6:5 The waiver of undeveloped does not state `until` and `by`, so it silences nothing',
    ]),
  },
  'waiver-expired': {
    why: 'The fault was accepted until a day that is over. Either it was mended, and the waiver can go, or it was forgotten.',
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      { asOf: '2027-01-31' },
    ),
    fails: failing(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:72 The waiver of undeveloped at G1 expired on 2027-01-31'],
      { asOf: '2027-02-01' },
    ),
  },
  'waiver-unused': {
    why: 'What it waived is no longer there. Left standing, it would silence the next fault of the same kind before anyone has seen it.',
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: no-support, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:5 The waiver of no-support at G1 matches no finding'],
    ),
  },
} satisfies RuleManuals;
