import type { InteractionKind } from '../../case/index.js';

/**
 * Rows of `interactions:` for one outcome: each kind with the element that argues it, or with the reason to dismiss it, and
 * with the subsystems that it is between where they are told apart.
 */
export function interactions(
  outcome: string,
  by: Readonly<Record<InteractionKind, string>>,
  between: Partial<Readonly<Record<InteractionKind, readonly string[]>>> = {},
): string {
  return Object.entries(by)
    .map(([kind, what]) => {
      const who = between[kind as InteractionKind];
      const among = who === undefined ? '' : `between: [${who.join(', ')}], `;
      const settled = /^[GS]-[\w.-]+$/.test(what) ? `arguedBy: ${what}` : `dismissed: ${JSON.stringify(what)}`;
      return `  - { kind: ${kind}, ${among}outcome: ${outcome}, ${settled} }\n`;
    })
    .join('');
}

/** All kinds of interaction argued by one goal, as long as nobody has told them apart. */
export function together(outcome: string, goal: string): string {
  return interactions(outcome, {
    collusion: goal,
    'correlated failure': goal,
    cascade: goal,
    'monitor subversion': goal,
    'human manipulation': goal,
    'collective strategy': goal,
  });
}

/** Rows of `dismissed:` for one outcome, by subsystem. */
export function dismissed(outcome: string, because: Readonly<Record<string, string>>): string {
  return Object.entries(because)
    .map(
      ([subsystem, why]) => `  - { subsystem: ${subsystem}, outcome: ${outcome}, because: ${JSON.stringify(why)} }\n`,
    )
    .join('');
}

/** What every template begins with. */
export function head(name: string, title: string, source: string, first: string): string {
  return `# ${title}. A sketch after ${source}.
# Every \`undeveloped: true\` is a hole. Fill one in by support (\`supportedBy\`), by evidence, or by a stated doubt, and
# take the mark away. \`surety check\` lists what is left, \`surety add BLOCK\` puts a building block under a claim.
# First: ${first}
surety: 1
case:
  id: ${name}
  title: ${title}
  status: sketch               # draft, once it argues about a real system
  owner: safety-team           # a person or a team that answers for the case
`;
}
