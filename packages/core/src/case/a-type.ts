import type { ElementType } from './model/index.js';

/** `a goal`, `an assumption`. */
export function aType(type: ElementType): string {
  return type === 'assumption' ? 'an assumption' : `a ${type}`;
}
