/**
 * A drawing in React Flow, laid out by ELK in a worker as its manual advises: what `bench/workspace-react-flow.mjs` measures.
 * Boxes have the sizes and texts that the workspace gives them.
 */
import '@xyflow/react/dist/style.css';
import { Handle, Position, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import ELK from 'elkjs/lib/elk-api.js';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import { memo } from 'react';
import { createRoot } from 'react-dom/client';

const Box = memo(function Box({ data }) {
  return (
    <div className="box">
      <Handle type="target" position={Position.Top} />
      <strong>{data.name}</strong>
      <div>{data.text}</div>
      {data.tags.map((tag) => (
        <small key={tag}>{tag}</small>
      ))}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});
const nodeTypes = { box: Box };
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.layered.spacing.nodeNodeBetweenLayers': '48',
  'elk.spacing.nodeNode': '24',
};
const frame = () => new Promise((done) => requestAnimationFrame(done));
const root = createRoot(document.getElementById('root'));

/** Lays out, renders, and waits for the frame with the first box; how long that took, and of it the layout. */
window.render = async ({ nodes, edges, places, onlyVisible, limit, layering }) => {
  const from = performance.now();
  const laid = places ?? (await layOut(nodes, edges, limit, layering));
  if ('why' in laid) return laid;
  const layout = performance.now() - from;
  const [{ x, y, width }] = nodes.map((node, at) => ({ ...node, ...laid[at] }));
  let flow;
  const Instance = () => {
    flow = useReactFlow();
    return null;
  };
  const viewport = { x: innerWidth / 2 - 0.75 * (x + width / 2), y: 20 - 0.75 * y, zoom: 0.75 };
  root.render(
    <ReactFlowProvider>
      <ReactFlow
        nodeTypes={nodeTypes}
        defaultNodes={nodes.map(({ id, data, width, height }, at) => ({
          id,
          type: 'box',
          data,
          width,
          height,
          position: laid[at],
        }))}
        defaultEdges={edges.map(({ source, target }, at) => ({ id: String(at), source, target, type: 'smoothstep' }))}
        defaultViewport={viewport}
        minZoom={1e-4}
        maxZoom={3}
        onlyRenderVisibleElements={onlyVisible}
        nodesDraggable={false}
        proOptions={{ hideAttribution: false }}
      >
        <Instance />
      </ReactFlow>
    </ReactFlowProvider>,
  );
  while (
    document.querySelector('.react-flow__node strong') === null ||
    document.querySelector('.react-flow__edge path') === null
  )
    await frame();
  await frame();
  await new Promise((done) => setTimeout(done));
  window.flow = flow;
  window.places = laid;
  return { milliseconds: performance.now() - from, layout };
};

/** Places of the nodes, or why there are none. */
async function layOut(nodes, edges, limit, layering) {
  const elk = new ELK({ workerFactory: () => new Worker(elkWorker) });
  const graph = {
    id: 'root',
    layoutOptions: { ...options, 'elk.layered.layering.strategy': layering },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ source, target }, at) => ({ id: String(at), sources: [source], targets: [target] })),
  };
  const late = new Promise((done) => setTimeout(done, limit, { why: `no layout within ${limit / 1000} s` }));
  const laid = elk.layout(graph).then(
    ({ children }) => children.map(({ x, y }) => ({ x, y })),
    (error) => ({ why: String(error).split('\n')[0] }),
  );
  const found = await Promise.race([laid, late]);
  elk.terminateWorker();
  return found;
}

/** Moves or zooms with every frame for some seconds, by React Flow's own `setViewport`; the times from frame to frame. */
window.frameTimes = async ({ move, scale, seconds }) => {
  const { flow, places } = window;
  const port = { x: innerWidth / 2, y: innerHeight / 2 };
  const middle = scale === undefined ? undefined : places.reduce((low, one) => (one.y > low.y ? one : low));
  if (middle === undefined) flow.fitView({ padding: 0.01 });
  else flow.setViewport({ x: port.x - middle.x * scale, y: port.y - middle.y * scale, zoom: scale });
  await new Promise((done) => setTimeout(done, 1500));
  const pane = document.querySelector('.react-flow__viewport');
  const before = pane.style.transform;
  const frames = [];
  let isMoved = false;
  let view = flow.getViewport();
  let last = await frame();
  const began = last;
  for (let step = 0; last - began < 1000 * seconds; step++) {
    const way = Math.floor(step / 30) % 2 === 0 ? 1 : -1;
    if (move === 'pan') view = { ...view, x: view.x - 80 * way };
    else {
      const factor = Math.exp(0.036 * way);
      view = {
        x: port.x - (port.x - view.x) * factor,
        y: port.y - (port.y - view.y) * factor,
        zoom: view.zoom * factor,
      };
    }
    flow.setViewport(view);
    const now = await frame();
    frames.push(now - last);
    last = now;
    isMoved ||= pane.style.transform !== before;
  }
  return { frames, moved: isMoved };
};
