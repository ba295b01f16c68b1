import { aType } from '../../case/index.js';
import { typeByPrefix } from '../../language/index.js';
import { rule } from '../rule.js';

export const prefixAndType = rule({
  code: 'prefix-and-type',
  title: 'Id whose prefix says another type',
  severity: 'info',
  check: ({ case: of }) =>
    of.elements.flatMap((element) => {
      const local = element.instance?.of ?? element.id.replace(/@.*$/u, '');
      const said = /^[A-Z]+[a-z]?(?=\d|[-_]|$)/u.test(local) ? typeByPrefix(local) : undefined;
      if (said === undefined || said === element.type) return [];
      return [
        {
          message: `${element.id} is ${aType(element.type)}, and its id begins as that of ${aType(said)} does`,
          at: element.origin,
          atKey: true,
          element: element.id,
        },
      ];
    }),
});
