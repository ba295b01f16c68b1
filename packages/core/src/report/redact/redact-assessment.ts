import type { CitedTrial } from '../../case/index.js';
import type { Assessment, EvidenceAssessment, LeafAssessment, OutcomeAssessment } from '../../doubt/index.js';
import type { RedactionPlan } from './plan.js';
import { type Scrub, withheldWord } from './scrub.js';

/**
 * The assessment without the numbers that follow from what is withheld. Verdicts and the numbers of outcomes stay;
 * importance of withheld leaves is left out, since their doubts could be worked out from it.
 */
export function redactAssessment(
  assessment: Assessment,
  plan: RedactionPlan,
  { derived }: Scrub,
  name: (text: string) => string,
): Assessment {
  const { leaves, onTheWay, quantities } = plan;
  const isOpen = (leaf: string) => !leaves.has(leaf);
  return {
    ...assessment,
    outcomes: assessment.outcomes.map((outcome): OutcomeAssessment => {
      const { cutSets } = outcome;
      return {
        ...outcome,
        ...(cutSets === undefined
          ? {}
          : {
              cutSets: {
                ...cutSets,
                top: cutSets.top.map((set) => (set.elements.every(isOpen) ? set : { elements: set.elements })),
              },
            }),
        importance: outcome.importance.filter(({ leaf }) => isOpen(leaf)),
        tornado: outcome.tornado.filter(({ input }) =>
          input.kind === 'leaf' ? isOpen(input.leaf) : !quantities.has(input.name),
        ),
        wouldChange: outcome.wouldChange.map((change) => {
          if (change.leaf === undefined || isOpen(change.leaf)) return { ...change, text: derived(change.text) };
          const { to, ...rest } = change;
          return { ...rest, text: derived(change.text) };
        }),
        reasons: outcome.reasons.map((reason) => ({ ...reason, text: derived(reason.text) })),
        // Why leaves fail together says much of what they are.
        groups: outcome.groups.map(({ because, ...group }) => ({
          ...group,
          ...(because === undefined ? {} : { because: group.members.every(isOpen) ? derived(because) : withheldWord }),
        })),
        notes: outcome.notes.map((note) => ({ ...note, text: derived(note.text) })),
      };
    }),
    elements: assessment.elements.map(({ doubt, ...element }) =>
      doubt === undefined || onTheWay.has(element.id) ? element : { ...element, doubt },
    ),
    leaves: assessment.leaves.map((leaf) => redactLeaf(leaf, plan, name)),
    quantities: assessment.quantities.map((one) =>
      quantities.has(one.name) ? { name: one.name, blockedBy: one.blockedBy } : one,
    ),
    evidence: assessment.evidence.map((one) => redactEvidence(one, plan, derived)),
    riskCases: assessment.riskCases.filter(({ claim }) => !onTheWay.has(claim)),
    notes: assessment.notes.map((note) => ({ ...note, text: derived(note.text) })),
  };
}

function redactLeaf(leaf: LeafAssessment, plan: RedactionPlan, name: (text: string) => string): LeafAssessment {
  const by = plan.people ? leaf.by.map(name) : leaf.by;
  if (!plan.leaves.has(leaf.id)) return { ...leaf, by };
  const { id, element, kind, source, sameAs, evidence, quantities } = leaf;
  return {
    id,
    element,
    kind,
    source,
    sameAs,
    by: plan.elements.has(element) ? [] : by,
    because: [],
    evidence,
    quantities,
  };
}

/** Its digest stays, so that whoever has the log can tell which one is meant; which sample it is does not. */
function withheldTrial({ digest }: CitedTrial): CitedTrial {
  return { digest, sample: withheldWord, epoch: 1 };
}

function redactEvidence(
  { id, states, digests, reader, counts, ways, interval, models, unproved, cited, notes }: EvidenceAssessment,
  plan: RedactionPlan,
  derived: (text: string) => string,
): EvidenceAssessment {
  if (plan.evidence.has(id))
    return {
      id,
      digests,
      notes: [],
      models: [],
      unproved: [],
      cited: cited.map(withheldTrial),
      states: states.map(({ state }) => ({ state, text: withheldWord })),
    };
  return {
    id,
    digests,
    ...(reader === undefined ? {} : { reader }),
    ...(counts === undefined ? {} : { counts }),
    ...(ways === undefined ? {} : { ways }),
    ...(interval === undefined ? {} : { interval }),
    models: models.map(derived),
    states: states.map(({ state, text }) => ({ state, text: derived(text) })),
    unproved: unproved.map(({ text, ...more }) => ({ ...more, text: derived(text) })),
    cited,
    notes: notes.map(derived),
  };
}
