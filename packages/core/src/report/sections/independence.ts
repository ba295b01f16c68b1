import type { Element } from '../../case/index.js';
import { formatProbability } from '../../doubt/index.js';
import { type Block, badge, type Cell, cell, cellOf, faint, type Line, paragraph, soft, table } from '../document.js';
import { elementLink, elementLinks, leafLink, type View } from '../view.js';
import { sentence } from '../words.js';

/** What is claimed, declared or left open about failing together. */
export function independence(view: View): readonly Block[] {
  return [...legs(view), ...groups(view), soft(underAll)];
}

const underAll =
  'Where all of several parts must hold and nothing is declared, they are taken to fail independently of each other. Failures that come together ' +
  'only make such a claim likelier to hold; failures that shut each other out would make it a little less likely.';

function legs(view: View): Block[] {
  const choices = view.case.elements.filter(
    ({ combine, supportedBy }) => combine.kind !== 'all' && supportedBy.length > 1,
  );
  if (choices.length === 0) return [paragraph('Nowhere is one of several legs said to be enough.')];
  const order: Record<Element['legs']['kind'], number> = { independent: 0, beta: 1, undeclared: 2 };
  const sorted = [...choices].sort((a, b) => order[a.legs.kind] - order[b.legs.kind]);
  return [
    table('Where fewer than all legs are enough', ['Claim', 'Legs', 'What is declared', 'Why'], sorted, (element) => ({
      cells: [
        cellOf([[elementLink(view, element.id)], [faint(element.text)]]),
        cellOf([
          [
            element.combine.kind === 'atLeast'
              ? `at least ${element.combine.k} of ${element.supportedBy.length}`
              : 'any of',
          ],
          elementLinks(
            view,
            element.supportedBy.map(({ to }) => to),
          ),
        ]),
        declaredCell(view, element),
        cell(because(element)),
      ],
    })),
  ];
}

function declaredCell(view: View, { legs: { kind, ...rest } }: Element): Cell {
  if (kind === 'independent') return cellOf([[badge('open', 'independent')], ['full credit for every leg']]);
  if (kind === 'undeclared')
    return cellOf([[badge('plain', 'nothing')], ['no credit for more than the legs that are needed']]);
  const beta = 'beta' in rest && view.numbers ? ` of probability ${formatProbability(rest.beta)}` : '';
  return cellOf([[badge('plain', 'common cause')], [`one${beta} takes all legs at once`]]);
}

function because({ legs: of }: Element): string {
  if (of.kind === 'undeclared') return '–';
  return of.because === undefined ? 'No reason is given.' : sentence(of.because);
}

function groups(view: View): Block[] {
  const found = new Map(
    view.assessment.outcomes.flatMap(({ groups: some }) => some.map((group) => [group.name, group] as const)),
  );
  const bearing = new Map<string, string[]>();
  for (const { id, groups: some } of view.assessment.outcomes)
    for (const { name } of some) bearing.set(name, [...(bearing.get(name) ?? []), id]);
  if (found.size === 0) return [paragraph('No common cause spans the case.')];
  return [
    table(
      'Common causes that span the case',
      ['Common cause', 'Leaves that share it', 'Found or declared', 'Why'],
      [...found.values()],
      (group) => ({
        cells: [
          cellOf([
            [{ kind: 'strong', text: group.name }],
            [faint(`bears on ${(bearing.get(group.name) ?? []).join(', ')}`)],
          ]),
          cellOf([group.members.flatMap((leaf, at): Line => [...(at === 0 ? [] : [', ']), leafLink(view, leaf)])]),
          cellOf([
            [
              group.automatic ? 'found by Surety' : 'declared',
              ...(view.numbers ? [`, β = ${formatProbability(group.beta)}`] : []),
            ],
            ...(group.inForce || !view.numbers ? [] : [[faint('not counted, as it would lower the doubt')]]),
          ]),
          cell(group.because === undefined ? 'No reason is given.' : sentence(group.because)),
        ],
      }),
    ),
  ];
}
