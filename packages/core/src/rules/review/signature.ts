import { rule } from '../rule.js';
import { inside } from '../words.js';

export const signOffUnsigned = rule({
  code: 'signoff-unsigned',
  title: 'Sign-off whose signature does not hold',
  severity: 'error',
  why: 'The case pins keys that sign-offs are signed with, or the record names a signature. A record that has none, or one that does not hold, is a line in a text that anybody can write: it counts as missing.',
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
