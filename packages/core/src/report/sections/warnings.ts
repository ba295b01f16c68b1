import type { LeafSource } from '../../doubt/index.js';
import { type Block, code, type Line, list, paragraph, warning } from '../document.js';
import { linked, type View } from '../view.js';
import { counted, listed, sentence } from '../words.js';

/** What the literature warns of, whatever the case. */
export function warnings(view: View): Block[] {
  // A case that cites no evidence has nothing that could be taken for more than it is.
  const proxy =
    view.case.evidence.length === 0
      ? []
      : [
          warning(
            'Evidence supports a claim about what was tested. The step from there to the harm is a claim of its own, and is assessed on its own.',
          ),
        ];
  if (!view.numbers) return [...proxy, ...caseNotes(view)];
  return [
    warning(
      'A single confidence number is easily implausible. Read the three numbers together, with what they are sensitive to and where they come from.',
    ),
    paragraph(...provenance(view)),
    ...proxy,
    ...caseNotes(view),
  ];
}

function caseNotes(view: View): Block[] {
  const notes = view.assessment.notes.map((note) =>
    linked(view, sentence(note.text), [note.element, evidenceIn(note.text)]),
  );
  return notes.length === 0 ? [] : [paragraph('To be known when reading the numbers:'), list(notes)];
}

const sourceWords: Record<LeafSource, string> = {
  evidence: 'from evidence held against a requirement',
  elicited: 'stated by people',
  quantity: 'computed from quantities',
  undeveloped: 'undeveloped, so counted as certain to fail',
  'nothing stated': 'without any statement, so counted as certain to fail',
  limit: 'past a limit, so counted as certain to fail',
  blocked: 'from evidence that may not be relied on, so counted as certain to fail',
  'no value': 'from a quantity without a value, so counted as certain to fail',
};

/** Where the doubts come from: how many from data, how many from whose judgement. */
function provenance({ assessment: { leaves, case: about } }: View): Line {
  const people = new Map<string, number>();
  const counts = new Map<LeafSource, number>();
  for (const { source, by } of leaves) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
    for (const who of by) people.set(who, (people.get(who) ?? 0) + 1);
  }
  const parts = (Object.keys(sourceWords) as LeafSource[]).flatMap((source) => {
    const count = counts.get(source) ?? 0;
    return count === 0 ? [] : [`${count} ${sourceWords[source]}`];
  });
  const most = [...people].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const who =
    people.size === 0
      ? ''
      : ` The judgements are those of ${counted(people.size, 'person', 'people')}; most from ${listed(most.map(([name, count]) => `${name} (${count})`))}.`;
  return [`Where the ${counted(leaves.length, 'doubt')} of `, code(about.id), ` come from: ${listed(parts)}.${who}`];
}

/** Notes about a piece of evidence begin with it. */
function evidenceIn(text: string): string | undefined {
  return /^Evidence ([^\s:]+)/.exec(text)?.[1];
}
