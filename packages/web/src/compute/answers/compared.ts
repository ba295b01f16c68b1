import { diffAssessments, diffCases } from '@surety/core/diff';
import { load, wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';

export const compared: Answer<'compared'> = (loaded, { files, evidence }) => {
  const { case: now } = wholeCase(loaded);
  const { asOf, seed } = loaded.input;
  const before = load({ files, evidence, asOf, seed }, 0);
  if (before.case === null) {
    const first = before.findings.find(({ severity }) => severity === 'error');
    const place = first === undefined ? '' : `: ${first.range.file}:${first.range.start.line} ${first.message}`;
    return { kind: 'unreadable', why: `Its text has errors${place}` };
  }
  const diff = diffCases(before.case, now);
  const both = before.assessment === null || loaded.assessment === null;
  return {
    kind: 'compared',
    diff,
    assessment: both ? null : diffAssessments(before.assessment!, loaded.assessment!, diff),
  };
};
