import { useSyncExternalStore } from 'react';

/** Places of the workspace. Each is an address of its own, so that a link leads to what was looked at. */
export const views = [
  'overview',
  'argument',
  'text',
  'what-if',
  'risk',
  'evidence',
  'review',
  'compare',
  'report',
] as const;
export type ViewName = (typeof views)[number];

export interface Route {
  readonly view: ViewName;
  /** What is picked there: `at` is an element. Further keys are the view's own. */
  readonly params: Readonly<Record<string, string>>;
}

const moved = new EventTarget();

function read(): string {
  return location.pathname + location.search;
}

export function parseRoute(address: string): Route {
  const url = new URL(address, 'http://localhost');
  const name = url.pathname.slice(1);
  const view = views.find((one) => one === name) ?? 'overview';
  return { view, params: Object.fromEntries(url.searchParams) };
}

export function addressOf(view: ViewName, params: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return `/${view === 'overview' ? '' : view}${query === '' ? '' : `?${query}`}`;
}

/** Goes to a place; in the place where it stands already it replaces the address, so that the way back stays short. */
export function go(view: ViewName, params: Readonly<Record<string, string | undefined>> = {}): void {
  const address = addressOf(view, params);
  if (address === read()) return;
  const same = parseRoute(read()).view === view;
  history[same ? 'replaceState' : 'pushState'](null, '', address);
  moved.dispatchEvent(new Event('moved'));
}

/** Changes some of the parameters of the place where one is. */
export function goWith(params: Readonly<Record<string, string | undefined>>): void {
  const { view, params: before } = parseRoute(read());
  go(view, { ...before, ...params });
}

function watch(told: () => void): () => void {
  addEventListener('popstate', told);
  moved.addEventListener('moved', told);
  return () => {
    removeEventListener('popstate', told);
    moved.removeEventListener('moved', told);
  };
}

let last: { readonly address: string; readonly route: Route } | undefined;

export function useRoute(): Route {
  return useSyncExternalStore(watch, () => {
    const address = read();
    if (last?.address !== address) last = { address, route: parseRoute(address) };
    return last.route;
  });
}
