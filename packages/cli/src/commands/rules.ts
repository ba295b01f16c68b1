import type { Define } from '../command.js';
import { type ExitCode, exitCode } from '../exit-code.js';
import { examples, jsonOption } from '../options.js';
import { unknownName } from '../refuse.js';
import { severityPaint } from '../render/style.js';
import { table } from '../render/table.js';
import { wrap } from '../render/text.js';
import type { Session } from '../session.js';

interface Options {
  readonly json?: boolean;
}

export const define: Define = (command, act) => {
  command
    .argument('[CODE]', 'code of a finding, to explain it')
    .addOption(jsonOption('the rules', 'rules'))
    .action(act(showRules));
  examples(command, 'surety rules', 'surety rules rate-is-not-event');
};

async function showRules(session: Session, code: string | undefined, options: Options): Promise<ExitCode> {
  const [{ manualOf, ruleGroups, rules, ruleOf }, { textCodes }] = await Promise.all([
    import('@surety/core/rules'),
    import('@surety/core/language'),
  ]);
  const texts = Object.entries(textCodes).map(([name, { severity, meaning }]) => ({
    code: name,
    severity,
    title: meaning,
  }));
  const entries = [
    ...texts.map((text) => ({ ...text, group: 'Text', fatal: text.severity === 'error' })),
    ...ruleGroups.flatMap(({ title: group, rules: members }) =>
      members.map(({ code: own, severity, title, fatal }) => ({
        code: own,
        severity,
        title,
        group,
        fatal: fatal === true,
        why: manualOf(own).why,
      })),
    ),
  ];
  if (code !== undefined && !entries.some((entry) => entry.code === code)) {
    return unknownName(
      session,
      'rule',
      code,
      entries.map((entry) => entry.code),
    );
  }
  if (options.json === true) {
    const shown = entries.filter((entry) => code === undefined || entry.code === code);
    session.print(JSON.stringify({ format: 'surety-rules/1', rules: shown }, null, 2));
    return exitCode.good;
  }
  const rule = code === undefined ? undefined : ruleOf(code);
  if (rule !== undefined) session.print(explained({ ...rule, ...manualOf(rule.code) }, session));
  else if (code !== undefined) session.print(textCode(entries.find((entry) => entry.code === code)!, session));
  else session.print(listing(entries, [...ruleGroups.map(({ title }) => title), 'Text'], session));
  if (code === undefined && !session.quiet)
    session.print(
      `\n${rules.length} rules, and ${texts.length} codes of the text itself. surety rules CODE explains a rule.`,
    );
  return exitCode.good;
}

interface Entry {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly group: string;
  readonly fatal: boolean;
}

function listing(entries: readonly Entry[], groups: readonly string[], { style }: Session): string {
  return groups
    .map((group) => {
      const rows = entries
        .filter((entry) => entry.group === group)
        .map(({ code, severity, title }) => [code, severity, title]);
      return [style.bold(group), ...table([{ title: '' }, { title: '' }, { title: '' }], rows, '  ')].join('\n');
    })
    .join('\n\n');
}

function textCode({ code, severity, title }: Entry, { style, width }: Session): string {
  return [`${style.bold(code)} (${severityPaint(style, severity)(severity)})`, '', wrap(title, width)].join('\n');
}

interface Explained {
  readonly code: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly why: string;
  readonly fatal?: true;
  readonly passes: { readonly text: string };
  readonly fails: { readonly text: string; readonly findings: readonly string[] };
}

function explained({ code, title, severity, why, fatal, passes, fails }: Explained, { style, width }: Session): string {
  const kind = severityPaint(style, severity)(severity);
  return [
    `${style.bold(code)} (${kind}${fatal === true ? ', fatal: nothing is computed while it stands' : ''})`,
    '',
    wrap(`${title}. ${why}`, width),
    '',
    style.bold('Found in'),
    indented(fails.text),
    ...fails.findings.map((finding) => wrap(finding, width, '  > ', '    ')),
    '',
    style.bold('Not found in'),
    indented(passes.text),
  ].join('\n');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
