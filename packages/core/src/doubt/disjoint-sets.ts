/** Sets of the numbers 0 … size − 1 that grow together (union–find). The smallest number of a set stands for it. */
export function disjointSets(size: number): { find(i: number): number; join(a: number, b: number): void } {
  const parent = Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = i; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  // The smaller number leads, so that names follow the order of the text.
  const join = (a: number, b: number) => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  };
  return { find, join };
}
