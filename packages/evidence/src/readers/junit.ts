import type { XmlElement, XmlProblem } from '@surety/engine/xml';
import type { Problem } from '../problem.js';
import { type Cell, flag, trialsBuilder } from '../trials/index.js';
import { contentProblem, eachXml } from './each-xml.js';
import { type ClaimedMetric, type Reader, readerLabel, readFailed } from './reader.js';
import { shortCell } from './short-cell.js';
import { xmlRoot } from './xml-root.js';

/** How a test case ended; an expected failure is a failure that the test's author knows of. */
type Ending = 'passed' | 'failed' | 'error' | 'skipped' | 'expected failure';

/** Further attempts at one test, as Surefire and others write them beside the last one; each failed. */
const attemptsBefore: ReadonlySet<string> = new Set(['flakyFailure', 'flakyError', 'rerunFailure', 'rerunError']);

interface Suite {
  readonly name: string | undefined;
  readonly timestamp: string | undefined;
}

interface TestCase {
  readonly element: XmlElement;
  ending: Ending;
  before: number;
  readonly properties: (readonly [string, Cell])[];
}

const counted = ['tests', 'failures', 'errors', 'skipped'] as const;
type Counts = Record<(typeof counted)[number], number>;

/** Reports of test runners in the form that JUnit's Ant task made common. There is no standard; what is read is listed. */
export const junitReader: Reader = {
  name: 'junit',
  version: 1,
  expects: 'a JUnit report (XML)',
  title: 'JUnit XML',
  reads:
    '`testsuites`, `testsuite` (nested too) and `testcase` as pytest, vitest, Surefire, Gradle and others write them',
  docs: {
    row: 'one for each test case, by class and name; cases of one name and attempts before the last (`flakyFailure`, `rerunFailure`, …) are epochs of one sample; the score `passed` is true or false',
    flags:
      'error where the case has an `error`, invalid where it was skipped; an expected failure (pytest’s xfail) did not pass',
    group: '`group` is the nearest named suite, `time` its `timestamp`; no model',
    claims: 'tests, failures, errors and skipped, as the outermost suites say',
    skips: 'output, messages and stack traces; properties that are longer than a word',
  },
  sniff(head) {
    const root = xmlRoot(head);
    return root === 'testsuites' || root === 'testsuite';
  },
  async read(source, { limits }) {
    const file = source.path;
    const builder = trialsBuilder(limits);
    const suites: Suite[] = [];
    const epochs = new Map<string, number>();
    const rows: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
    const claimed: Partial<Counts> = {};
    const other = { repeats: 0, expected: 0 };
    let test: TestCase | undefined;
    let added: Problem | undefined;
    /** Whether the outermost element was met, and whether it claims for all suites. */
    let root: 'ahead' | 'claims' | 'claims nothing' = 'ahead';

    const problem = await eachXml(source, limits, { open, close });
    if (added ?? problem) return readFailed(junitReader, (added ?? problem)!);
    const metrics: ClaimedMetric[] = counted.flatMap((name) =>
      claimed[name] === undefined ? [] : [{ scorer: 'suites', name, value: claimed[name] }],
    );
    return {
      ok: true,
      log: {
        reader: readerLabel(junitReader),
        trials: builder.finish(),
        claimed: {
          ...(claimed.tests === undefined ? {} : { total: claimed.tests }),
          metrics,
        },
        models: [],
        status: 'unstated',
        notes: notes(),
      },
    };

    function open(element: XmlElement): XmlProblem | undefined {
      const { name, attributes } = element;
      if (root === 'ahead') {
        root = name === 'testsuite' || attributes.tests !== undefined ? 'claims' : 'claims nothing';
        if (name !== 'testsuites' && name !== 'testsuite')
          return contentProblem(element, `the text begins with <${name.slice(0, 40)}>`, '<testsuites> or <testsuite>');
        return suite(element, true);
      }
      if (test !== undefined) {
        inside(test, element);
        return undefined;
      }
      if (name === 'testsuite') return suite(element, root === 'claims nothing' && suites.length === 1);
      if (name !== 'testcase') return undefined;
      if (attributes.name === undefined)
        return contentProblem(element, 'a test case has no name', 'the attribute `name`');
      test = { element, ending: 'passed', before: 0, properties: [] };
      return undefined;
    }

    /** What the outermost suites claim is added up; inner ones claim parts of the same. */
    function suite(element: XmlElement, outermost: boolean): XmlProblem | undefined {
      const { name, timestamp } = element.attributes;
      suites.push({ name, timestamp });
      return outermost ? claims(element) : undefined;
    }

    function claims(element: XmlElement): XmlProblem | undefined {
      for (const name of counted) {
        const text = element.attributes[name] ?? (name === 'skipped' ? element.attributes.disabled : undefined);
        if (text === undefined || text === '') continue;
        const value = Number(text);
        if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
          return contentProblem(element, `${name} is “${text.slice(0, 40)}”`, 'a whole number from 0');
        claimed[name] = (claimed[name] ?? 0) + value;
      }
      return undefined;
    }

    function inside(of: TestCase, { name, attributes }: XmlElement): void {
      if (name === 'failure') of.ending = of.ending === 'error' ? 'error' : 'failed';
      else if (name === 'error') of.ending = 'error';
      else if (name === 'skipped') of.ending = attributes.type === 'pytest.xfail' ? 'expected failure' : 'skipped';
      else if (attemptsBefore.has(name)) of.before += 1;
      else if (name === 'property' && attributes.name !== undefined) {
        const cell = shortCell(attributes.value);
        // One more than there may be columns is refused when it becomes a row.
        if (cell !== undefined && of.properties.length <= limits.columns)
          of.properties.push([`property.${attributes.name}`, cell]);
      }
    }

    function close(name: string): XmlProblem | undefined {
      if (name === 'testsuite' || name === 'testsuites') suites.pop();
      if (name !== 'testcase' || test === undefined) return undefined;
      const done = test;
      test = undefined;
      added = add(done);
      return added && contentProblem({ line: added.line ?? 1, column: 1 }, added.message, '');
    }

    function add({ element, ending, before, properties }: TestCase): Problem | undefined {
      const { name, classname, time, file: where } = element.attributes;
      const sample = classname === undefined || classname === '' ? name! : `${classname}::${name!}`;
      const [near] = suites.filter((one) => one.name !== undefined && one.name !== '').slice(-1);
      rows.tests += 1;
      if (ending === 'failed') rows.failures += 1;
      if (ending === 'error') rows.errors += 1;
      if (ending === 'skipped' || ending === 'expected failure') rows.skipped += 1;
      if (ending === 'expected failure') other.expected += 1;
      other.repeats += before;
      const seconds = time === undefined || time.trim() === '' ? undefined : Number(time);
      for (const one of [...Array.from({ length: before }, (): Ending => 'failed'), ending]) {
        const epoch = (epochs.get(sample) ?? 0) + 1;
        epochs.set(sample, epoch);
        const refused = builder.add(
          {
            sample,
            epoch,
            flags: one === 'error' ? flag.error : one === 'skipped' ? flag.invalid : 0,
            scores: [['passed', one === 'error' || one === 'skipped' ? undefined : one === 'passed']],
            fields: [
              ['ending', one],
              ...(seconds === undefined || Number.isNaN(seconds) ? [] : [['seconds', seconds] as const]),
              ...(where === undefined ? [] : [['file', where] as const]),
              ...properties,
            ],
            group: near?.name,
            time: suites
              .map((each) => each.timestamp)
              .filter((at) => at !== undefined)
              .at(-1),
          },
          { file, line: element.line },
        );
        if (refused !== undefined) return refused;
      }
      return undefined;
    }

    function notes(): string[] {
      return [
        ...counted.flatMap((name) => {
          const said = claimed[name];
          if (said === undefined || said === rows[name]) return [];
          return [`the suites claim ${said} ${name}, the cases have ${rows[name]}: the cases count`];
        }),
        ...(rows.skipped === other.expected
          ? []
          : [`cases that were skipped and say nothing, marked as invalid: ${rows.skipped - other.expected}`]),
        ...(other.expected === 0 ? [] : [`expected failures, which count as not passed: ${other.expected}`]),
        ...(other.repeats === 0
          ? []
          : [`attempts that failed before the last one of a case, each a row: ${other.repeats}`]),
      ];
    }
  },
};
