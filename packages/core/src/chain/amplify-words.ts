import { type Chain, grouped } from '../case/index.js';

/** `10 copies each`, `10 times the speed`: how the previous generation is amplified. */
export function amplifyWords({ copies, speed }: NonNullable<Chain['amplify']>): string {
  const words = [
    ...(copies === undefined ? [] : [`${grouped(copies)} copies each`]),
    ...(speed === undefined ? [] : [`${grouped(speed)} times the speed`]),
  ];
  return words.join(', ');
}
