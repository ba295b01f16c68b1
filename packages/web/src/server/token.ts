import { remembered } from '../storage/index.js';

const key = 'surety-token';

/** The token from the address that the server printed, which is then taken off it; else the one that this origin used last. */
export function takeToken(): string | undefined {
  const found = /^#token=([\w-]+)$/.exec(location.hash)?.[1];
  if (found !== undefined) {
    remembered.set(key, found);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return found ?? remembered.get(key) ?? undefined;
}
