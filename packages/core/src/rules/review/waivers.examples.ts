import { example, failing, type RuleExamples } from '../example.js';

const undeveloped = `
argument:
  G1: { text: The agent is contained, undeveloped: true }
waivers:
`;

export const waiversExamples = {
  'unknown-rule': {
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: undevelopped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:13 There is no rule undevelopped'],
    ),
  },
  'unknown-waived': {
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: undeveloped, at: G11, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:30 The waiver is at G11, and nothing in the case has that name'],
    ),
  },
  'waiver-incomplete': {
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(`${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs }\n`, [
      '6:5 The waiver of undeveloped does not state `until` and `by`, so it silences nothing',
    ]),
  },
  'waiver-expired': {
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
    passes: example(
      `${undeveloped}  - { rule: undeveloped, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
    ),
    fails: failing(
      `${undeveloped}  - { rule: no-support, at: G1, because: Study runs, by: anna, until: 2027-01-31 }\n`,
      ['6:5 The waiver of no-support at G1 matches no finding'],
    ),
  },
} satisfies RuleExamples;
