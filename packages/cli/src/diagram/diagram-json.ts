import type { Layout, MeasuredScene } from '@surety/core/diagram';

/** A scene with its places, for other tools: `surety-diagram/1`. */
export function diagramJson({ scene, layout }: { readonly scene: MeasuredScene; readonly layout: Layout }) {
  const { title, description, nodes, edges, legend } = scene;
  return {
    format: 'surety-diagram/1',
    title,
    description,
    width: layout.width,
    height: layout.height,
    nodes: nodes.map(({ width: _width, height: _height, lines: _lines, bar: _bar, body, ...node }, at) => {
      const box = layout.boxes[at]!;
      return { ...node, box, body: { ...body, x: box.x + body.x, y: box.y + body.y } };
    }),
    edges: edges.map((edge, at) => ({ ...edge, ...layout.routes[at]! })),
    legend,
  };
}
