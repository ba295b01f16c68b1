/** A test of every ending that vitest tells apart; see ../make-fixtures.sh. */
import { describe, expect, test } from 'vitest';

describe('group', () => {
  test('passes', () => expect(1).toBe(1));
  test('fails with <markup> & "quotes"', () => expect('<a>').toBe(']]>'));
  test.skip('is skipped', () => {});
  test.todo('is to be written');
  describe('inner', () => test('passes', () => {}));
});

test('passes when tried again', { retry: 2 }, ({ task }) => expect(task.result.retryCount).toBe(1));
