import type { GivenSignOff, RequiredSignOff } from '../../signoff/index.js';
import { type Block, badge, type Cell, cell, cellOf, code, type Line, paragraph, table } from '../document.js';
import { signOffWords } from '../points/roles.js';
import { elementLink, type View } from '../view.js';
import { listed } from '../words.js';

/** Who has to sign, who did, and whether what they signed is what stands here. */
export function signOffs(view: View): readonly Block[] {
  const { required, given } = view.signOffs;
  if (required.length === 0 && given.length === 0) return [paragraph('No sign-off is required, and none was given.')];
  return [
    ...(required.length === 0 ? [paragraph('No sign-off is required.')] : [requiredTable(required)]),
    ...(given.length === 0 ? [paragraph('Nobody signed yet.')] : [givenTable(view, given)]),
  ];
}

function requiredTable(required: readonly RequiredSignOff[]): Block {
  return table('Sign-offs that are required', ['Role', 'For', 'State', 'Signed by'], merged(required), (one) => {
    const [tone, words] = signOffWords[one.state];
    return {
      cells: [cell(one.role), cell(listed(one.outcomes)), cell(badge(tone, words)), cell(listed(one.who) || 'nobody')],
    };
  });
}

/** One row where a role stands the same for several outcomes. */
function merged(required: readonly RequiredSignOff[]) {
  const rows = new Map<
    string,
    { role: string; state: RequiredSignOff['state']; who: readonly string[]; outcomes: string[] }
  >();
  for (const { role, outcome = 'the case', state, by } of required) {
    const who = [...new Set(by.map(({ signOff }) => signOff.who))];
    const key = JSON.stringify([role, state, who]);
    const row = rows.get(key) ?? { role, state, who, outcomes: [] };
    row.outcomes.push(outcome);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function givenTable(view: View, given: readonly GivenSignOff[]): Block {
  return table('Sign-offs that were given', ['Signed by', 'What was signed', 'State', 'Statement'], given, (one) => ({
    cells: [
      cellOf([[{ kind: 'strong', text: one.signOff.who }], [one.signOff.role], [one.signOff.date ?? 'no date']]),
      cellOf(
        one.signOff.element === undefined
          ? [['the whole case']]
          : [[elementLink(view, one.signOff.element)], ['and all that it rests on']],
      ),
      stateCell(one),
      cell(one.signOff.statement ?? '–'),
    ],
  }));
}

const states: Record<GivenSignOff['state'], Cell['lines'][number]> = {
  current: [badge('good', 'of this content')],
  stale: [badge('bad', 'of an earlier content')],
  gone: [badge('bad', 'of something that is no longer there')],
};

function stateCell({ state, signOff, now, ownWork, unsigned }: GivenSignOff): Cell {
  const lines: Line[] = [states[state]];
  if (ownWork.length > 0) lines.push([badge('bad', 'own work'), ` ${listed(ownWork.map(({ what }) => what))}`]);
  if (unsigned !== undefined) lines.push([badge('bad', 'signature'), ` does not hold: ${unsigned}`]);
  else if (signOff.check?.kind === 'verified') lines.push([badge('good', 'signature'), ` by ${signOff.check.by}`]);
  if (state !== 'current') {
    lines.push(['signed ', code(signOff.of)]);
    if (now !== undefined) lines.push(['now ', code(now)]);
  }
  return cellOf(lines);
}
