import { describe, expect, it } from 'vitest';
import { commandOf } from './keys.js';

const press = (key: string, more = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('commandOf', () => {
  it('moves the picture or walks the tree, by where the keyboard stands', () => {
    expect(commandOf(press('ArrowLeft'), 'picture')).toMatchObject({ kind: 'pan' });
    expect(commandOf(press('ArrowLeft'), 'node')).toEqual({ kind: 'fold' });
    expect(commandOf(press('ArrowLeft'), 'controls')).toBeUndefined();
    expect(commandOf(press('ArrowDown', { shiftKey: true }), 'node')).toEqual({ kind: 'step', step: 'next sibling' });
    expect(commandOf(press('Enter'), 'node')).toEqual({ kind: 'open' });
    expect(commandOf(press('Enter'), 'controls')).toBeUndefined();
  });

  it('searches and zooms from anywhere, and leaves the keys of the browser alone', () => {
    expect(commandOf(press('/'), 'controls')).toEqual({ kind: 'search' });
    expect(commandOf(press('+', { shiftKey: true }), 'node')).toEqual({ kind: 'zoom', by: 'in' });
    expect(commandOf(press('0'), 'picture')).toEqual({ kind: 'zoom', by: 'fit' });
    expect(commandOf(press('0', { ctrlKey: true }), 'picture')).toBeUndefined();
    expect(commandOf(press('Tab'), 'node')).toBeUndefined();
  });
});
