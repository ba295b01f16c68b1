/** `1 element`, `3 elements`; `no element` for none. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count < 2 ? one : many}`;
}
