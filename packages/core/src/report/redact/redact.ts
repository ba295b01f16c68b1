import { type Diagnostic, lookup } from '../../case/index.js';
import type { ReportInput } from '../input.js';
import { digestsOf, reasonsOf } from './digests.js';
import { namesIn, pseudonymsFor } from './names.js';
import { planOf, type RedactionPlan } from './plan.js';
import { redactAssessment } from './redact-assessment.js';
import { type Marker, redactCase, withoutWords } from './redact-case.js';
import type { RedactionRequest } from './request.js';
import { type Scrub, withheldWord } from './scrub.js';
import { idsOf, scrubFor } from './scrub-for.js';
import { withheldOf } from './withheld-of.js';

/**
 * What a report is made from, without what is withheld: done once, before anything is written, so that no section, format
 * or attribute can show it. The verdicts and the numbers of the outcomes stay. The hash of the case and its sign-offs are
 * those of the unredacted case.
 */
export function redact(input: ReportInput, request: RedactionRequest): ReportInput {
  // Numbers of a few leaves could give away a withheld one, and what was computed about the whole names its parts; the
  // picture of the system is drawn from what is left.
  const { macrosystem: _, horizons: __, advice: ___, chain: ____, ...kept } = input;
  const { case: of, assessment, findings, coverage, signOffs } = kept;
  const plan = planOf(lookup(of), assessment, request);
  const names = plan.people ? namesIn(of, signOffs) : [];
  const pseudonyms = pseudonymsFor(names);
  const digests = digestsOf(of, plan);
  const marker: Marker = (kind, id) => {
    const because = reasonsOf(plan, kind).get(id);
    const digest = digests.get(`${kind} ${id}`) ?? '';
    return `[withheld${because === undefined ? '' : `: ${because}`}, ${digest}]`;
  };
  const emptied = redactCase(of, plan, marker, pseudonyms.of);
  const ids = idsOf(of);
  const scrub = scrubFor(of, emptied, plan, names, ids);
  const open = <T>(value: T) => mapTexts(value, (text) => (ids.has(text) ? text : scrub.literal(text)));
  return {
    ...kept,
    case: open(emptied),
    assessment: open(redactAssessment(assessment, plan, scrub, pseudonyms.of)),
    findings: findings.map((finding) => redactFinding(finding, scrub, plan, pseudonyms.of)),
    coverage: open(coverage),
    signOffs: open({
      given: signOffs.given.map((one) => redactSignOff(one, plan, pseudonyms.of)),
      required: signOffs.required.map((one) => ({
        ...one,
        by: one.by.map((by) => redactSignOff(by, plan, pseudonyms.of)),
      })),
    }),
    ...(input.samples === undefined ? {} : { samples: open(withoutEvidence(input.samples, plan)) }),
    withheld: withheldOf(input, plan, digests, pseudonyms.count),
  };
}

/** What was picked from withheld evidence is withheld with it. */
function withoutEvidence(
  samples: NonNullable<ReportInput['samples']>,
  { evidence }: RedactionPlan,
): NonNullable<ReportInput['samples']> {
  return Object.fromEntries(Object.entries(samples).filter(([id]) => !evidence.has(id)));
}

type Given = ReportInput['signOffs']['given'][number];

function redactSignOff(given: Given, plan: RedactionPlan, name: (text: string) => string): Given {
  const { statement, signature, check, ...signOff } = given.signOff;
  // What was found of a signature names the signer, files and commits.
  const closed = plan.people || plan.sources;
  return {
    ...given,
    ...(given.unsigned === undefined ? {} : { unsigned: closed ? withheldWord : given.unsigned }),
    signOff: {
      ...signOff,
      ...(signature === undefined ? {} : { signature: plan.sources ? withheldWord : signature }),
      ...(check === undefined ? {} : { check: closed ? withoutWords(check) : check }),
      ...(plan.people ? { who: name(signOff.who) } : {}),
      ...(statement === undefined ? {} : { statement: plan.sources ? withheldWord : statement }),
    },
  };
}

function redactFinding(
  { fix: _, draft: __, related, hint, waived, ...finding }: Diagnostic,
  { derived }: Scrub,
  { people }: RedactionPlan,
  name: (text: string) => string,
): Diagnostic {
  return {
    ...finding,
    message: derived(finding.message),
    ...(hint === undefined ? {} : { hint: derived(hint) }),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, message: derived(one.message) })) }),
    ...(waived === undefined
      ? {}
      : {
          waived: {
            ...waived,
            ...(waived.by === undefined || !people ? {} : { by: name(waived.by) }),
            ...(waived.because === undefined ? {} : { because: derived(waived.because) }),
          },
        }),
  };
}

/** The data with each of its texts changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, item]) => [name, name === 'origin' ? item : walk(item)]));
  };
  return walk(value) as T;
}
