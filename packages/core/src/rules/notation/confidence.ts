import { rule } from '../rule.js';

export const claimPointUnargued = rule({
  code: 'claim-point-unargued',
  title: 'Assurance claim point that nobody argues',
  severity: 'info',
  check: ({ case: of }) => {
    const argued = new Set(of.elements.flatMap(({ confidence }) => confidence ?? []));
    return of.elements.flatMap((element) =>
      element.claimPoints
        .filter(({ name }) => !argued.has(name))
        .map(({ name, origin }) => ({
          message: `No goal argues the claim point ${name} of ${element.id}`,
          at: origin,
          atKey: true,
          element: element.id,
          hint: `Add a goal with \`confidence: ${name}\`.`,
        })),
    );
  },
});

export const claimPointTwice = rule({
  code: 'claim-point-twice',
  title: 'Assurance claim point of several elements',
  severity: 'warning',
  check: ({ case: of }) => {
    const first = new Map<string, { readonly element: string; readonly at: (typeof of)['origin'] }>();
    return of.elements.flatMap((element) =>
      element.claimPoints.flatMap(({ name, origin }) => {
        const before = first.get(name);
        if (before === undefined) first.set(name, { element: element.id, at: origin });
        if (before === undefined || before.element === element.id) return [];
        return [
          {
            message: `The claim point ${name} stands at ${element.id} and at ${before.element}`,
            at: origin,
            atKey: true,
            element: element.id,
            related: [{ message: `${name} stands at ${before.element} here`, at: before.at }],
          },
        ];
      }),
    );
  },
});
