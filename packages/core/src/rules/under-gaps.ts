import type { Gaps, Origin } from '../case/index.js';
import type { RuleCode } from './registry.js';
import type { RuleFinding } from './rule.js';

/**
 * What must have been read for a rule to be right where it misses something: sections, or `links` for all that leads to
 * elements. Rules that are listed with nothing miss names only, which are known even where what has them was not read;
 * of a file that was not read at all nothing is known, so none of these can speak then. Rules that are not listed find
 * fault with what stands there.
 */
const misses: Partial<Record<RuleCode, readonly string[]>> = {
  'stray-root': ['links', 'outcomes', 'riskCases', 'evidence', 'patterns', 'chain', 'module'],
  unreachable: ['links', 'outcomes', 'riskCases', 'evidence', 'patterns', 'chain', 'module'],
  'several-tops': ['links', 'module'],
  'top-not-goal': ['links', 'module'],
  'no-support': ['module'],
  undeveloped: ['module'],
  'no-doubt-stated': ['evidence'],
  'unknown-element': ['patterns'],
  'unknown-link': ['patterns', 'module'],
  'claim-point-place': ['patterns', 'module'],
  'unknown-claim-point': ['links', 'patterns'],
  'unknown-subsystem': [],
  'unknown-outcome': [],
  'unknown-evidence': [],
  'unknown-indicator': [],
  'unknown-pattern': [],
  'unknown-module': ['module'],
  'extends-unknown': ['module'],
  'contract-idle': ['module'],
  uninstantiated: ['patterns'],
  'pattern-reference': ['patterns'],
  'pattern-top': ['patterns'],
  'unused-pattern': ['elements', 'patterns'],
  'challenge-without-target': ['links', 'patterns'],
  'defeated-unchallenged': ['links', 'patterns'],
  'defeated-link-missing': ['module'],
  'claim-point-unargued': ['links', 'patterns'],
  'no-scope': ['decision', 'system'],
  'indicator-missing': ['indicators'],
  'indicator-tests-nothing': ['elements', 'patterns'],
  'no-outcomes': ['outcomes'],
  'no-assumptions': ['elements'],
  'risk-case-missing': ['riskCases'],
  'no-budget': ['case'],
  'policy-budget': ['case'],
  'policy-severity': ['policy'],
  'subsystem-not-covered': ['elements', 'links', 'outcomes', 'dismissed', 'patterns', 'module'],
  'interaction-not-covered': ['interactions'],
  'nothing-to-cover': ['outcomes', 'system'],
  'interaction-not-counted': ['elements', 'links', 'quantities', 'patterns', 'module'],
  'argued-elsewhere': ['links', 'outcomes', 'patterns', 'module'],
  'worksheet-dismissed': ['elements', 'links', 'outcomes', 'patterns', 'module'],
  'worksheet-elsewhere': ['links', 'outcomes', 'patterns', 'module'],
  'argued-by-undeveloped': ['elements', 'links', 'outcomes', 'interactions', 'patterns', 'module'],
  'trusted-monitor-unargued': ['elements', 'links', 'outcomes', 'patterns', 'module'],
  'supporting-block-alone': ['elements', 'links', 'outcomes', 'patterns', 'module'],
  'no-axis-value': ['system', 'decision'],
  'evidence-unused': ['elements', 'quantities', 'patterns'],
  'evidence-other-model': ['system'],
  'evidence-ran-another': ['system'],
  'event-not-element': ['elements', 'links'],
  'audit-fraction': ['system'],
  'rate-is-not-event': ['links'],
  'unknown-quantity': ['decision', 'system'],
  'unit-mismatch': ['quantities'],
  'doubt-unit': ['quantities'],
  'unknown-member': ['patterns'],
  'one-mind': ['elements', 'patterns'],
  'inference-required': ['policy', 'case'],
  'inference-unassessed': ['policy', 'case'],
  'independent-legs-share-origin': ['links', 'dependence', 'patterns'],
  'not-quantified': ['elements', 'patterns'],
  'signoff-missing': ['review'],
  'signoff-listed': ['any'],
  'signoff-stale': ['any'],
  'signoff-unknown-element': ['patterns'],
  'signoff-no-digest': ['any'],
  'signoff-date': ['review'],
  'signed-twice': ['review'],
  'assessor-is-author': ['review', 'case'],
  'unknown-waived': [],
  'waiver-unused': ['any'],
};

/** Findings of a case that was not read whole, without those that only echo what is missing. */
export function withoutEchoes(
  findings: readonly RuleFinding<RuleCode>[],
  gaps: Gaps,
): readonly RuleFinding<RuleCode>[] {
  if (gaps.places.length === 0 && gaps.sections.size === 0 && !gaps.files) return findings;
  const lost = new Set(gaps.sections);
  if (gaps.links) lost.add('links');
  if (['argument', 'assumptions', 'riskCases'].some((section) => lost.has(section))) lost.add('elements');
  lost.add('any');
  const places = new Set(gaps.places.map(placeKey));
  const isEcho = (finding: RuleFinding<RuleCode>): boolean => {
    const missed = misses[finding.code];
    if (missed !== undefined && (gaps.files || missed.some((one) => lost.has(one)))) return true;
    return namesLost(finding, gaps.names) || standsIn(finding.at, places);
  };
  return findings.filter((finding) => !isEcho(finding));
}

function namesLost({ element, message }: RuleFinding, names: ReadonlySet<string>): boolean {
  if (element !== undefined && names.has(element)) return true;
  // What a message names may stand at the end of a sentence, or be a part of an element.
  return message
    .split(/[^\p{L}\p{N}_.@-]+/u)
    .some((word) => names.has(word) || partsOf(word).some((part) => names.has(part)));
}

function partsOf(word: string): readonly string[] {
  return word.includes('.') ? [word.replace(/\.+$/, ''), word.slice(0, word.lastIndexOf('.'))] : [];
}

/** Whether a place is one of these or inside of one. */
function standsIn({ file, path }: Origin, places: ReadonlySet<string>): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    if (places.has(placeKey({ file, path: path.slice(0, length) }))) return true;
  }
  return false;
}

function placeKey({ file, path }: Origin): string {
  return [file, ...path].join('\n');
}
