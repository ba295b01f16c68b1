import type { Diagnostic } from '@surety/core/case';
import { placeInRoot } from '../render/place.js';
import { clean, counted } from '../render/text.js';
import { type CheckCode, checkCodes } from './check-codes.js';
import { type Checked, fails } from './checked.js';

/**
 * JUnit's XML, which most CI systems show as a list of tests: a suite for each group of rules, a test for each rule.
 * A test fails where findings count for `--fail-on`, and is skipped where all are waived, or where the text has errors
 * so that the rule did not see the whole case. Other findings are its output.
 */
export function toJunit(checked: Checked): string {
  const { findings, text, asOf } = checked;
  const byCode = new Map<string, Diagnostic[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  const codes = checkCodes();
  const groups = [...new Set(codes.map(({ group }) => group))];
  const suites = groups.map((group) => {
    const cases = codes
      .filter((one) => one.group === group)
      .map((one) => testOf(one, byCode.get(one.code) ?? [], checked));
    return { group, cases };
  });
  const all = suites.flatMap(({ cases }) => cases);
  const properties = [
    ['case', text.case?.id ?? '–'],
    ['content hash', text.case?.contentHash ?? '–'],
    ['as of', asOf],
  ] as const;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="surety check" ${totals(all)} time="0">`,
    ...suites.flatMap(({ group, cases }) => [
      `  <testsuite name="${attribute(group)}" ${totals(cases)} errors="0" time="0">`,
      '    <properties>',
      ...properties.map(([name, value]) => `      <property name="${name}" value="${attribute(value)}"/>`),
      '    </properties>',
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Test {
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

function totals(tests: readonly Test[]): string {
  const count = (state: Test['state']) => tests.filter((one) => one.state === state).length;
  return `tests="${tests.length}" failures="${count('failed')}" skipped="${count('skipped')}"`;
}

function testOf({ code, title, group, rule }: CheckCode, findings: readonly Diagnostic[], checked: Checked): Test {
  const failing = findings.filter((finding) => fails(finding, checked.failOn));
  const others = findings.filter((finding) => !failing.includes(finding));
  const [first] = [...failing, ...others];
  const at = first === undefined ? '' : ` file="${attribute(first.range.file)}" line="${first.range.start.line}"`;
  const unread = rule !== undefined && checked.text.case === null;
  const waived = others.length > 0 && others.every((finding) => finding.waived !== undefined);
  const state = failing.length > 0 ? 'failed' : unread || waived ? 'skipped' : 'passed';
  const body = [
    ...(state === 'failed' ? [failure(failing)] : []),
    ...(state === 'skipped' ? [`      <skipped message="${waived ? 'waived' : 'the text has errors'}"/>`] : []),
    ...(others.length > 0 ? [`      <system-out>${linesOf(others)}</system-out>`] : []),
  ];
  const open = `    <testcase name="${attribute(`${code}: ${title}`)}" classname="${attribute(`surety.${group}`)}"${at} time="0"`;
  return { state, xml: body.length === 0 ? `${open}/>` : [`${open}>`, ...body, '    </testcase>'].join('\n') };
}

function failure(findings: readonly Diagnostic[]): string {
  const [first] = findings;
  const message = `${first!.message}${findings.length > 1 ? ` (${counted(findings.length, 'finding')})` : ''}`;
  return `      <failure type="${first!.severity}" message="${attribute(message)}">${linesOf(findings)}</failure>`;
}

function linesOf(findings: readonly Diagnostic[]): string {
  return findings
    .map(({ severity, message, hint, range, waived }) => {
      const until = waived === undefined ? '' : ` [waived until ${waived.until}]`;
      const line = `${placeInRoot(range)} ${severity} ${message}${until}`;
      return content(hint === undefined ? line : `${line} (hint: ${hint})`);
    })
    .join('\n');
}

/** Text of somebody else's as XML: without control characters and without what is no character of XML. */
function content(text: string): string {
  return (
    clean(text)
      // Halves of surrogate pairs, and two numbers that are no characters of XML.
      .replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;');
}
