import { lookup } from '@surety/core/case';
import { parse } from '@surety/core/language';
import { commandOf } from '@surety/viewer';
import { expect, it } from 'vitest';
import { actionOfKey, actions, doubtOf, whyNot } from './actions.js';

const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

it('gives each key one meaning, apart from those of the diagram', () => {
  const keys = actions.flatMap((action) => action.keys as readonly string[]);
  expect(new Set(keys).size).toBe(keys.length);
  for (const chord of keys) {
    const [key, altKey] = [chord.replace('Alt+', ''), chord.startsWith('Alt+')];
    expect(actionOfKey(pressed(key, { altKey }))).toBe(
      actions.find((one) => (one.keys as readonly string[]).includes(chord))!.id,
    );
    expect(commandOf(pressed(key, { altKey }), 'node'), chord).toBeUndefined();
    expect(['.', 'f', 'F', 'g']).not.toContain(key);
  }
  expect(actionOfKey(pressed('a', { ctrlKey: true }))).toBeUndefined();
  expect(actionOfKey(pressed('ArrowUp'))).toBeUndefined();
});

it('says why an action makes no sense at an element', () => {
  const text = `surety: 1
case: { id: c, title: C, status: draft }
argument:
  G1: { text: Top, supportedBy: [Sn1] }
  Sn1: { text: Log, evidence: e, requires: { rate: "<= 0.1" } }
  D1: { text: Old, challenges: Sn1, status: answered, answeredBy: G2 }
  G2: { text: Run again, undeveloped: true }
`;
  const look = lookup(parse([{ path: 'case.yaml', text }]).case!);
  const why = (id: string) =>
    Object.fromEntries(actions.map(({ id: action }) => [action, whyNot(action, look.element(id)!, look)]));
  expect(why('G1')).toMatchObject({ add: undefined, move: 'nothing refers to it', undeveloped: 'it is developed' });
  expect(why('Sn1')).toMatchObject({ add: 'nothing stands below a solution', move: undefined, text: undefined });
  expect(why('Sn1').doubt).toBe('it follows from evidence');
  expect(why('G2')).toMatchObject({
    move: 'it answers D1, and stands under nothing else',
    disconnect: 'it answers D1, and stands under nothing else',
    doubt: undefined,
  });
  expect(why('D1').move).toBe('it challenges Sn1');
  expect(['G1', 'G2', 'D1'].map((id) => doubtOf(look.element(id)!))).toEqual(['inference', 'doubt', 'strength']);
});
