import { describe, expect, it } from 'vitest';
import { assessText, blockingCodes, textOf } from './text.testing.js';

describe('risk case', () => {
  const both = (risk: string) =>
    `${textOf('G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.001 }')}riskCases:
  o:
    claim: R1
    argument:
      R1: { text: It happens, supportedBy: [Sn7], inference: 0 }
      Sn7: { text: Attack shown, doubt: ${risk} }
`;
  it('contradicts where its lower bound is above the number of the verdict', () => {
    const assessment = assessText(both('0.9'));
    expect(assessment.riskCases).toMatchObject([
      { lowerBound: expect.closeTo(0.1, 12), contradiction: 'declared number', contradictsIndependence: false },
    ]);
    expect(blockingCodes(assessment.outcomes[0] ?? { reasons: [] })).toEqual(['contradiction']);
  });
  it('does not where it leaves room', () => {
    const assessment = assessText(both('0.9995'));
    expect(assessment.riskCases[0]?.contradiction).toBe('none');
    expect(assessment.outcomes[0]?.verdict).toBe('supported');
  });
});
