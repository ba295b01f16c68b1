import type { Step } from './walk.js';

/** What a key asks for. */
export type KeyCommand =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'fold' | 'unfold' | 'open' | 'search' }
  | { readonly kind: 'match'; readonly by: 1 | -1 }
  | { readonly kind: 'zoom'; readonly by: 'in' | 'out' | 'fit' | 'actual' }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Pixels that an arrow key moves the picture. */
const stride = 80;

const anywhere: Readonly<Record<string, KeyCommand>> = {
  '/': { kind: 'search' },
  n: { kind: 'match', by: 1 },
  N: { kind: 'match', by: -1 },
  '+': { kind: 'zoom', by: 'in' },
  '=': { kind: 'zoom', by: 'in' },
  '-': { kind: 'zoom', by: 'out' },
  '−': { kind: 'zoom', by: 'out' },
  '0': { kind: 'zoom', by: 'fit' },
  '1': { kind: 'zoom', by: 'actual' },
};

const onPicture: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: { kind: 'pan', dx: -stride, dy: 0 },
  ArrowRight: { kind: 'pan', dx: stride, dy: 0 },
  ArrowUp: { kind: 'pan', dx: 0, dy: -stride },
  ArrowDown: { kind: 'pan', dx: 0, dy: stride },
};

const onNode: Readonly<Record<string, KeyCommand>> = {
  ArrowLeft: { kind: 'fold' },
  ArrowRight: { kind: 'unfold' },
  ArrowUp: { kind: 'step', step: 'previous' },
  ArrowDown: { kind: 'step', step: 'next' },
  Home: { kind: 'step', step: 'first' },
  End: { kind: 'step', step: 'last' },
  Enter: { kind: 'open' },
};

const onNodeWithShift: Readonly<Record<string, KeyCommand>> = {
  ArrowUp: { kind: 'step', step: 'previous sibling' },
  ArrowDown: { kind: 'step', step: 'next sibling' },
};

/** The meaning of a key on the picture or on one of its nodes; none for keys that belong to the browser. */
export function commandOf(pressed: Pressed, on: 'picture' | 'node' | 'controls'): KeyCommand | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey || altKey) return undefined;
  const own = on === 'picture' ? onPicture : on === 'node' ? (shiftKey ? onNodeWithShift : onNode) : {};
  return own[key] ?? anywhere[key];
}
