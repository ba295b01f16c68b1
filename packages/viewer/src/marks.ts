/** What is pointed out in the picture. Nodes are named by their index in the whole scene. */
export interface Marks {
  readonly current: number;
  readonly found: ReadonlySet<number>;
  /** The match that is looked at. */
  readonly match: number | undefined;
  /** Whatever was not found is drawn faintly. */
  readonly faintOthers: boolean;
  readonly targets: Targets | undefined;
}

/** Where something may be put: each node that it may be put to, and the one that would take it now. */
export interface Targets {
  readonly legal: ReadonlySet<number>;
  /** What is moved. */
  readonly moved: number | undefined;
  readonly over: number | undefined;
}

export const noMarks: Marks = {
  current: -1,
  found: new Set(),
  match: undefined,
  faintOthers: false,
  targets: undefined,
};

/** Shows at an element of the picture what the marks say of its node. */
export function markNode(one: SVGElement, node: number, { current, found, match, faintOthers, targets }: Marks): void {
  one.setAttribute('tabindex', node === current ? '0' : '-1');
  one.setAttribute('aria-selected', String(node === current));
  one.classList.toggle('v-found', found.has(node));
  one.classList.toggle('v-match', node === match);
  one.classList.toggle('v-other', faintOthers && !found.has(node));
  one.classList.toggle('v-legal', targets?.legal.has(node) === true);
  one.classList.toggle('v-illegal', targets !== undefined && !targets.legal.has(node));
  one.classList.toggle('v-over', targets?.over === node);
  one.classList.toggle('v-moved', targets?.moved === node);
}
