import type { AttestationCheck, AttestationFault, CountedResult } from '@surety/core/case';
import { sortedJson } from '../canonical/index.js';
import type { JsonObject, JsonValue } from '../json/index.js';
import { fault } from './fault.js';
import { predicateTypes } from './predicates.js';
import type { Statement } from './statement.js';

/** What a statement has to be about: one piece of evidence, as the case states it and as its sources are. */
export interface Expected {
  readonly case: string;
  readonly evidence: string;
  readonly measure: string;
  readonly collected?: string;
  /** As read now, or as locked. */
  readonly sources: readonly { readonly path: string; readonly digest: string }[];
  /** Those are all sources that the case names: of one that is not known nothing can be said. */
  readonly whole: boolean;
  /** They were read here; else what was counted is what the lock file says. */
  readonly readHere: boolean;
  /** Trials that the case cites: they may be subjects, and need not be, since their sources are. */
  readonly trials: readonly string[];
  /** What was counted, and by which reader; absent where nothing was. */
  readonly counted?: { readonly reader: string; readonly results: readonly CountedResult[] };
}

/** Everything in which a statement is not about what it is cited for. */
export function checkStatement(
  statement: Statement,
  expected: Expected,
): Pick<AttestationCheck, 'says' | 'result' | 'faults'> {
  const { predicateType, predicate } = statement;
  const faults = subjectFaults(statement, expected);
  if (predicateType === predicateTypes.evidence)
    return {
      says: 'evidence',
      faults: [...faults, ...strangers(statement, expected), ...evidenceFaults(predicate, expected)],
    };
  if (predicateType === predicateTypes.testResult) {
    const { result } = predicate;
    return {
      says: 'test result',
      ...(isTestResult(result) ? { result } : {}),
      faults: [...faults, ...testResultFaults(predicate), ...unsignedCounts(expected)],
    };
  }
  return {
    faults: [
      ...faults,
      fault(
        'malformed',
        `its predicate is ${predicateType}; understood are ${predicateTypes.evidence} and ${predicateTypes.testResult}`,
      ),
    ],
  };
}

function subjectFaults({ subjects }: Statement, { sources, whole }: Expected): AttestationFault[] {
  const digests = new Set(subjects.map(({ digest }) => digest));
  return [
    ...(whole ? [] : [fault('not checked', 'a source is not here and not locked, so its subjects cannot be compared')]),
    ...sources
      .filter(({ digest }) => !digests.has(digest))
      .map(({ path, digest }) => fault('subject', `${path} (${digest}) is none of its subjects`)),
  ];
}

/** What was counted over more sources is not what is cited here. */
function strangers({ subjects }: Statement, { sources, trials, whole }: Expected): AttestationFault[] {
  if (!whole) return [];
  const known = new Set([...sources.map(({ digest }) => digest), ...trials]);
  return subjects
    .filter(({ digest }) => !known.has(digest))
    .map(({ name, digest }) => fault('subject', `its subject ${name} (${digest}) is no source of this evidence`));
}

function evidenceFaults(predicate: JsonObject, expected: Expected): AttestationFault[] {
  const { measure, collected, reader, results } = predicate;
  const faults: AttestationFault[] = [];
  if (predicate.case !== expected.case)
    faults.push(fault('replayed', `it is about the case ${shown(predicate.case)}, not ${expected.case}`));
  if (predicate.evidence !== expected.evidence)
    faults.push(fault('replayed', `it is about the evidence ${shown(predicate.evidence)}, not ${expected.evidence}`));
  if (measure !== expected.measure)
    faults.push(fault('replayed', `it is about another measure than the case now states (${shown(measure)})`));
  if (collected !== expected.collected)
    faults.push(
      fault(
        'collected',
        `it says that the evidence was collected on ${shown(collected)}, the case says ${shown(expected.collected)}`,
      ),
    );
  if (typeof reader !== 'string' || !Array.isArray(results)) {
    faults.push(fault('malformed', 'its predicate names no reader and no results'));
    return faults;
  }
  // What another version of a reader counted may honestly differ; it is not what is counted here either way.
  if (expected.counted !== undefined && sortedJson(results) !== sortedJson(expected.counted.results))
    faults.push(
      fault(
        'counts',
        reader === expected.counted.reader
          ? 'it holds other counts than the source gives'
          : `it holds other counts than the source gives (counted by ${shown(reader)}, here by ${expected.counted.reader})`,
      ),
    );
  return faults;
}

function testResultFaults({ result, configuration, url, ...tests }: JsonObject): AttestationFault[] {
  const lists = [tests.passedTests, tests.warnedTests, tests.failedTests];
  const fits =
    isTestResult(result) &&
    Array.isArray(configuration) &&
    (url === undefined || typeof url === 'string') &&
    lists.every((list) => list === undefined || (Array.isArray(list) && list.every((one) => typeof one === 'string')));
  return fits ? [] : [fault('malformed', 'its predicate is no test result: result, configuration, lists of tests')];
}

function isTestResult(value: JsonValue | undefined): value is 'PASSED' | 'WARNED' | 'FAILED' {
  return value === 'PASSED' || value === 'WARNED' || value === 'FAILED';
}

/** A test result is about the bytes of the sources, and whoever writes the lock file may write any counts beside their digests. */
function unsignedCounts({ whole, readHere }: Expected): AttestationFault[] {
  if (!whole || readHere) return [];
  const why = 'a source is not here, and a test result holds no counts: nobody signed those of the lock file';
  return [fault('not checked', why)];
}

const longest = 200;

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, longest);
}
