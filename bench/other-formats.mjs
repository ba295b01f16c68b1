/** The argument of a case in the formats of other tools, for benchmarks. */

const nodeTypes = {
  goal: 'Goal',
  strategy: 'Strategy',
  solution: 'Solution',
  context: 'Context',
  assumption: 'Assumption',
  justification: 'Justification',
};

/** As gsn2x reads it; challenges are left out. */
export function toGsn2x({ elements }) {
  const lines = [];
  for (const element of elements) {
    const { id, type, text, supportedBy, inContextOf, undeveloped } = element;
    if (!(type in nodeTypes)) continue;
    lines.push(`${id}:`, `  nodeType: ${nodeTypes[type]}`, `  text: ${JSON.stringify(text)}`);
    for (const [key, edges] of Object.entries({ supportedBy, inContextOf })) {
      if (edges.length > 0) lines.push(`  ${key}: [${edges.map(({ to }) => to).join(', ')}]`);
    }
    if (undeveloped) lines.push('  undeveloped: true');
    lines.push('');
  }
  return lines.join('\n');
}

/** As Graphviz reads it: boxes with wrapped text. */
export function toDot({ elements }) {
  const lines = ['digraph argument {', 'node [shape=box];'];
  for (const { id, text, supportedBy, inContextOf } of elements) {
    const wrapped = `${id}\n${text.replaceAll(/(.{1,30})(?:\s|$)/g, '$1\n').trim()}`;
    lines.push(`${JSON.stringify(id)} [label=${JSON.stringify(wrapped)}];`);
    for (const { to } of [...supportedBy, ...inContextOf])
      lines.push(`${JSON.stringify(id)} -> ${JSON.stringify(to)};`);
  }
  lines.push('}');
  return `${lines.join('\n')}\n`;
}
