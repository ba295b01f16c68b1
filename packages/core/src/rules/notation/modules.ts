import type { Element, Module, ModuleExtension } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { list, named } from '../words.js';

/** Every extension of every module, with the module that states it. */
function extensions({ case: of }: RuleContext): readonly { readonly module: Module; readonly of: ModuleExtension }[] {
  return of.modules.flatMap((module) => module.extends.map((one) => ({ module, of: one })));
}

export const unknownModule = rule({
  code: 'unknown-module',
  title: 'Extension of a module that does not exist',
  severity: 'error',
  check: (context) => {
    const names = [...new Set(context.case.modules.map(({ name }) => name))];
    return extensions(context).flatMap(({ module, of }): Found[] => {
      if (names.includes(of.module)) return [];
      const others = names.filter((name) => name !== module.name);
      const expected = others.length === 0 ? 'the case has no other module' : `expected ${list(others, 'or')}`;
      return [
        {
          message: `Module ${module.name} extends ${of.module}, which is no module of the case; ${expected}`,
          at: of.origin,
          hint: 'Only a file that says `module: { name: … }` can be extended.',
          ...context.facts.didYouMean(of.module, others),
        },
      ];
    });
  },
});

export const extendsUnknown = rule({
  code: 'extends-unknown',
  title: 'Development of an element that is not there',
  severity: 'error',
  fatal: true,
  check: (context) =>
    extensions(context).flatMap(({ module, of }) =>
      of.develops.flatMap(({ element, origin }): Found[] => {
        const found = context.lookup.element(element);
        if (found?.module === of.module || !context.case.modules.some(({ name }) => name === of.module)) return [];
        const own = context.case.elements.filter((one) => one.module === of.module).map(({ id }) => id);
        const where = found === undefined ? 'is no element of the case' : `stands in ${found.module ?? 'no module'}`;
        return [
          {
            message: `Module ${module.name} develops ${element} of ${of.module}, but ${element} ${where}`,
            at: origin,
            ...context.facts.didYouMean(element, own),
          },
        ];
      }),
    ),
});

export const extendsDeveloped = rule({
  code: 'extends-developed',
  title: 'Development of an element that is developed already',
  severity: 'error',
  check: ({ case: of, lookup }) =>
    of.modules.flatMap((module) =>
      module.extends.flatMap(({ develops }) =>
        develops.flatMap(({ element, origin }): Found[] => {
          const found = lookup.element(element);
          const own = found === undefined ? [] : ownSources(found);
          if (found === undefined || own.length === 0) return [];
          return [
            {
              message: `Module ${module.name} develops ${element}, which has ${list(own)} of its own`,
              at: origin,
              element,
              hint: `Cite ${element} instead, or let its module mark it \`undeveloped\`.`,
              related: [{ message: `${element} stands here`, at: found.origin }],
            },
          ];
        }),
      ),
    ),
});

function ownSources(element: Element): readonly string[] {
  return [
    ...(element.supportedBy.some((edge) => edge.developedBy === undefined) ? ['support'] : []),
    ...(element.doubt === undefined ? [] : ['a stated doubt']),
    ...(element.evidence === undefined ? [] : ['evidence']),
  ];
}

export const awayStrategy = rule({
  code: 'away-strategy',
  title: 'Strategy of another module that is cited',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) =>
      element.supportedBy.flatMap((edge): Found[] => {
        const target = lookup.element(edge.to);
        if (target?.type !== 'strategy' || target.module === undefined || target.module === element.module) return [];
        if (edge.developedBy !== undefined) return [];
        return [
          {
            message: `${named(element)} cites the strategy ${edge.to} of module ${target.module}; GSN has no away strategy`,
            at: edge.origin,
            element: element.id,
            hint: `Cite the goal that ${edge.to} argues.`,
          },
        ];
      }),
    ),
});

export const contractNotPublic = rule({
  code: 'contract-not-public',
  title: 'Contract about a goal that its module keeps private',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.modules
      .filter((module) => module.contract)
      .flatMap((module) =>
        module.extends.flatMap(({ develops }) =>
          develops.flatMap(({ element, origin }): Found[] => {
            const found = lookup.element(element);
            if (found === undefined || found.public) return [];
            return [
              {
                message: `Contract ${module.name} develops ${element}, which its module does not make public`,
                at: origin,
                element,
                hint: `Mark ${element} \`public: true\`.`,
                related: [{ message: `${element} stands here`, at: found.origin }],
              },
            ];
          }),
        ),
      ),
});

export const contractEvidence = rule({
  code: 'contract-evidence',
  title: 'Evidence inside a contract',
  severity: 'warning',
  check: ({ case: of }) => {
    const contracts = new Set(of.modules.filter((module) => module.contract).map(({ name }) => name));
    return of.elements
      .filter(({ module, type }) => type === 'solution' && module !== undefined && contracts.has(module))
      .map((element) => ({
        message: `${named(element)} stands in the contract ${element.module}`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Move it into the module that offers it, below a public goal, and cite that.',
      }));
  },
});

export const contractIdle = rule({
  code: 'contract-idle',
  title: 'Contract that connects nothing',
  severity: 'warning',
  check: ({ case: of }) =>
    of.modules
      .filter((module) => module.contract && module.extends.every(({ develops }) => develops.length === 0))
      .map((module) => ({
        message: `Contract ${module.name} develops no goal of another module`,
        at: { file: module.origin.file, path: [...module.origin.path, 'contract'] },
        atKey: true,
        hint: 'Say `extends: [{ module: …, develops: { G1: [S1] } }]`.',
      })),
});
