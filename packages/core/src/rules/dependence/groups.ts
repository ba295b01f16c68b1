import type { DependenceGroup, Origin } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside } from '../words.js';

export const groupTooSmall = rule({
  code: 'group-too-small',
  title: 'Dependence group with fewer than two members',
  severity: 'error',
  check: ({ case: of }) =>
    of.dependence
      .filter(({ members }) => new Set(members.map(({ leaf }) => leaf)).size < 2)
      .map(({ name, members, origin }) => ({
        message: `Group “${name}” has ${members.length === 0 ? 'no member' : `only the member ${members[0]?.leaf}`}; expected two or more`,
        at: inside(origin, 'members'),
      })),
});

export const groupsOverlap = rule({
  code: 'groups-overlap',
  title: 'Two dependence groups that share a leaf',
  severity: 'error',
  fatal: true,
  check: ({ case: of }) => {
    const home = new Map<string, { readonly group: DependenceGroup; readonly at: Origin }>();
    return of.dependence.flatMap((group) =>
      group.members.flatMap(({ leaf, origin }): Found[] => {
        const other = home.get(leaf);
        if (other === undefined) home.set(leaf, { group, at: origin });
        if (other === undefined || other.group === group) return [];
        return [
          {
            message: `${leaf} is a member of “${other.group.name}” and of “${group.name}”; a leaf is in at most one group`,
            at: origin,
            hint: 'Join the two groups into one.',
            related: [{ message: `It is a member of “${other.group.name}” here`, at: other.at }],
          },
        ];
      }),
    );
  },
});

export const groupSharesEvidence = rule({
  code: 'group-shares-evidence',
  title: 'Declared group whose members share evidence',
  severity: 'warning',
  check: (context) => context.case.dependence.flatMap((group) => sharing(group, context)),
});

function sharing({ name, members, beta }: DependenceGroup, { lookup }: RuleContext): Found[] {
  if (beta >= 1) return [];
  const first = new Map<string, string>();
  return members.flatMap(({ leaf, origin }): Found[] => {
    const evidence = lookup.element(leaf)?.evidence;
    const other = evidence === undefined ? undefined : first.get(evidence);
    if (evidence !== undefined && other === undefined) first.set(evidence, leaf);
    if (other === undefined || other === leaf) return [];
    return [
      {
        message: `Group “${name}” has β = ${beta}, but ${other} and ${leaf} rest on the same evidence ${evidence}`,
        at: origin,
        hint: 'Without the group their β would be 1.',
      },
    ];
  });
}

export const dependenceUnreasoned = rule({
  code: 'dependence-unreasoned',
  title: 'Common cause without a reason',
  severity: 'warning',
  check: ({ case: of }) => [
    ...of.dependence
      .filter((group) => group.beta > 0 && !group.because?.trim())
      .map((group) => ({
        message: `Group “${group.name}” states β = ${group.beta} and no reason`,
        at: group.origin,
        hint: 'Add `because`.',
      })),
    ...of.elements.flatMap(({ id, legs, origin }) =>
      legs.kind === 'beta' && legs.beta > 0 && !legs.because?.trim()
        ? [
            {
              message: `The legs of ${id} have β = ${legs.beta} and no reason`,
              at: inside(origin, 'dependence'),
              element: id,
              hint: 'Add `because`.',
            },
          ]
        : [],
    ),
  ],
});
