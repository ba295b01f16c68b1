import type { Example } from './example.js';
import { manualOf } from './manual.js';
import { type RuleCode, ruleGroups, rules } from './registry.js';
import type { Rule } from './rule.js';

/** The manual’s page about the rules, made from the registry: the same bytes every time. */
export function rulesMarkdown(): string {
  const sections = ruleGroups.flatMap(({ title, rules: members }) => [`## ${title}`, ...members.map(section)]);
  return `${[...head(), ...sections].join('\n\n')}\n`;
}

function head(): string[] {
  const rows = rules.map((rule) => `| [\`${rule.code}\`](#${rule.code}) | ${severityOf(rule)} | ${rule.title} |`);
  return [
    '# Rules',
    'What `surety check` looks for in a case whose text could be read. Each rule has a stable code, by which a waiver names it. While a *fatal* finding stands the argument has no meaning, and nothing is computed.',
    ['| rule | severity | what it finds |', '| --- | --- | --- |', ...rows].join('\n'),
  ];
}

function severityOf(rule: Rule): string {
  return rule.fatal ? `${rule.severity}, fatal` : rule.severity;
}

function section(rule: Rule<RuleCode>): string {
  const { why, passes, fails } = manualOf(rule.code);
  return [
    `### ${rule.code}`,
    `**${rule.title}** (${severityOf(rule)}). ${why}`,
    `Found${day(fails)} in`,
    yaml(fails),
    fails.findings.map((finding) => `- ${finding}`).join('\n'),
    `Not found${day(passes)} in`,
    yaml(passes),
  ].join('\n\n');
}

function day({ asOf }: Example): string {
  return asOf === undefined ? '' : ` as of ${asOf}`;
}

function yaml({ text, files, measures }: Example): string {
  const blocks = [block('yaml', text)];
  for (const [path, more] of Object.entries(files ?? {})) blocks.push(`with the file \`${path}\``, block('yaml', more));
  if (measures !== undefined)
    blocks.push('and what was read of its evidence', block('json', JSON.stringify(measures, null, 2)));
  return blocks.join('\n\n');
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
