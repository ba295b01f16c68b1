import type { ComponentType } from 'react';
import { lazyAgain } from './lazy-again.js';
import type { ViewName } from './route.js';

export interface ViewEntry {
  readonly name: ViewName;
  readonly title: string;
  /** Second key of the shortcut that begins with `g`. */
  readonly key: string;
  /** What of its address the navigation comes back to. */
  readonly keeps?: readonly string[];
  readonly View: ComponentType;
}

/** The places of the workspace in the order of the navigation. Each is loaded when it is first gone to. */
export const viewList: readonly ViewEntry[] = [
  { name: 'overview', title: 'Overview', key: 'o', View: lazyAgain(() => import('../views/overview/index.js')) },
  { name: 'argument', title: 'Argument', key: 'a', View: lazyAgain(() => import('../views/argument/index.js')) },
  { name: 'text', title: 'Text', key: 't', View: lazyAgain(() => import('../views/text/index.js')) },
  { name: 'what-if', title: 'What if', key: 'w', View: lazyAgain(() => import('../views/what-if/index.js')) },
  {
    name: 'risk',
    title: 'Risk',
    key: 'r',
    keeps: ['part', 'outcome'],
    View: lazyAgain(() => import('../views/risk/index.js')),
  },
  { name: 'evidence', title: 'Evidence', key: 'e', View: lazyAgain(() => import('../views/evidence/index.js')) },
  { name: 'review', title: 'Review', key: 'v', View: lazyAgain(() => import('../views/review/index.js')) },
  { name: 'compare', title: 'Compare', key: 'c', View: lazyAgain(() => import('../views/compare/index.js')) },
  { name: 'report', title: 'Report', key: 'p', View: lazyAgain(() => import('../views/report/index.js')) },
];
