import { rule } from '../rule.js';
import { inside } from '../words.js';

export const signOffUnsigned = rule({
  code: 'signoff-unsigned',
  title: 'Sign-off whose signature does not hold',
  severity: 'error',
  check: ({ facts }) =>
    facts
      .signOffs()
      .given.filter(({ unsigned }) => unsigned !== undefined)
      .map(({ signOff, unsigned }) => ({
        message: `The sign-off of ${signOff.who} as ${signOff.role} does not count: ${unsigned}`,
        at: inside(signOff.origin, signOff.signature === undefined ? 'who' : 'signature'),
        hint: 'Let it be signed with the key that the case pins (`surety sign --key`), or in a signed commit.',
      })),
});
