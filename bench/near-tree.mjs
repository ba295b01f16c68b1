/** Generated models for benchmarks and tests of the engine. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A tree of gates, nine in ten of them `or`, each with one to three leaves, of which a share also stands below a gate at a
 * tree distance of at most six. The root is the last gate.
 */
export function nearTree(gates, seed, sharing = 0.2) {
  const random = randomNumbers(seed);
  const parent = new Int32Array(gates).fill(-1);
  const children = Array.from({ length: gates }, () => []);
  const open = [0];
  for (let g = 1; g < gates; g++) {
    const at = Math.floor(random() * open.length);
    const up = open[at];
    parent[g] = up;
    children[up].push(g);
    if (children[up].length >= 4) open[at] = open.pop();
    open.push(g);
  }
  const leavesOf = Array.from({ length: gates }, () => []);
  let leaves = 0;
  for (let g = 0; g < gates; g++) {
    const own = 1 + Math.floor(random() * 3);
    for (let i = 0; i < own; i++) {
      leavesOf[g].push(leaves);
      if (random() < sharing) {
        let other = g;
        for (let step = 0; step < 6; step++) {
          const around = parent[other] < 0 ? children[other] : [parent[other], ...children[other]];
          if (around.length > 0 && random() < 0.8) other = around[Math.floor(random() * around.length)];
        }
        if (!leavesOf[other].includes(leaves)) leavesOf[other].push(leaves);
      }
      leaves++;
    }
  }
  // A model's inputs need not be numbered before their users, but it reads better: gate 0 of the tree comes last.
  const number = (g) => leaves + gates - 1 - g;
  const list = [];
  for (let g = gates - 1; g >= 0; g--) {
    const inputs = [...leavesOf[g], ...children[g].map(number)];
    const draw = random();
    if (draw < 0.9 || inputs.length < 2) list.push({ kind: 'or', inputs });
    else if (draw < 0.95 || inputs.length < 3) list.push({ kind: 'and', inputs });
    else list.push({ kind: 'atLeast', k: 2, inputs });
  }
  return { leaves, gates: list };
}
