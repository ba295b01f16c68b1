import { type Example, manualOf, type Rule, type RuleCode } from '@surety/core/rules';
import type { CheckCode } from './check-codes.js';
import type { SarifLevel, SarifRule } from './sarif-log.js';

/** A code of `surety check` as a rule of a SARIF log: what it finds, why that matters, and an example of each kind. */
export function sarifRule({ code, title, group, rule }: CheckCode, level: SarifLevel): SarifRule {
  const sentence = `${title}.`;
  const why = rule === undefined ? sentence : manualOf(rule.code).why;
  return {
    id: code,
    name: nameOf(code),
    shortDescription: { text: sentence },
    fullDescription: { text: why },
    help: {
      text: why,
      markdown: rule === undefined ? sentence : explained(rule),
    },
    defaultConfiguration: { level },
    properties: { tags: [group], ...(rule?.fatal === true ? { fatal: true } : {}) },
  };
}

function explained({ code, title }: Rule<RuleCode>): string {
  const { why, passes, fails } = manualOf(code);
  return [
    `**${title}.** ${why}`,
    'Found in',
    yaml(fails),
    fails.findings.map((finding) => `- ${finding}`).join('\n'),
    'Not found in',
    yaml(passes),
  ].join('\n\n');
}

/** `unknown-element` → `UnknownElement`. */
function nameOf(code: string): string {
  return code
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');
}

function yaml({ text }: Example): string {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
