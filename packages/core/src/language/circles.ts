/** An edge of a graph of texts, with whatever says where it stands. */
interface EdgeTo<Node> {
  readonly to: Node;
}

/** Tells of the edge that closes a circle, once for each circle that a walk in depth finds; from the first node around to it again. */
export function forEachCircle<Node, Edge extends EdgeTo<Node>>(
  edges: ReadonlyMap<Node, readonly Edge[]>,
  found: (circle: readonly Node[], closing: Edge) => void,
): void {
  const state = new Map<Node, 'open' | 'done'>();
  for (const start of edges.keys()) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const stack = [{ node: start, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = edges.get(top.node)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        state.set(top.node, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') {
        const from = stack.findIndex(({ node }) => node === edge.to);
        found([...stack.slice(from).map(({ node }) => node), edge.to], edge);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ node: edge.to, next: 0 });
      }
    }
  }
}
