import { layOut, type MeasuredNode, measure, type SceneNode } from '@surety/core/diagram';
import { type Argument, argumentOf, type Drawing, drawingOf, type Folding, shownOf } from '@surety/viewer';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { unpackLayout } from '../../compute/packed-layout.js';
import type { DiagramAsk } from '../../compute/questions.js';
import { reason } from '../../reason.js';
import { useStatedModel, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { useSettled } from './use-settled.js';

/** A diagram of the argument, ready to be explored. */
export interface Diagram {
  readonly argument: Argument;
  readonly serial: number;
  readonly ask: DiagramAsk;
}

/** Up to so many nodes are laid out at once, within a frame or two; more are laid out by the worker, which may be busy. */
const soon = 500;

export interface UsedDiagram {
  readonly diagram: Diagram | undefined;
  readonly failure: string | undefined;
  /** Measures and lays out what is shown of an argument that came from here. */
  readonly draw: (of: Folding) => Drawing | Promise<Drawing>;
  /** The same at once, however much it is. */
  readonly drawHere: (of: Folding) => Drawing;
}

/** What is asked for, of the model that is shown; the last one stays until the next is there. */
export function useDiagram(ask: DiagramAsk): UsedDiagram {
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [diagram, setDiagram] = useState<Diagram>();
  const [failure, setFailure] = useState<string>();
  const tried = useSettled(useWorkspaceState(({ scenario }) => scenario?.changes));
  const key = JSON.stringify(tried === undefined ? ask : { ...ask, tried });
  const asked = useMemo<DiagramAsk>(() => JSON.parse(key), [key]);
  const [sizes] = useState(() => new WeakMap<SceneNode, MeasuredNode>());
  const [origins] = useState(() => new WeakMap<Argument, Diagram>());
  useEffect(() => {
    if (serial === undefined) return;
    let over = false;
    workspace.ask('diagram', asked).then(
      ({ scene, serial: from }) => {
        if (over) return;
        const argument = argumentOf(scene);
        const made: Diagram = { argument, serial: from, ask: asked };
        origins.set(argument, made);
        setFailure(undefined);
        setDiagram(made);
      },
      (error: unknown) => over || setFailure(reason(error)),
    );
    return () => {
      over = true;
    };
  }, [workspace, asked, serial, origins]);
  const drawHere = useCallback(
    ({ argument, folded }: Folding) => {
      const shown = shownOf(argument, folded);
      const { nodes } = shown.scene;
      const missing = nodes.filter((node) => !sizes.has(node));
      for (const [at, node] of measure({ ...shown.scene, nodes: missing }).nodes.entries())
        sizes.set(missing[at]!, node);
      const scene = { ...shown.scene, nodes: nodes.map((node) => sizes.get(node)!) };
      return drawingOf(argument, { ...shown, scene }, layOut(scene));
    },
    [sizes],
  );
  const draw = useCallback(
    (of: Folding) => {
      const { argument, folded } = of;
      const shown = shownOf(argument, folded);
      const origin = origins.get(argument);
      if (shown.nodes.length <= soon || origin === undefined) return drawHere(of);
      // Where the worker has another model by now, or cannot do it, it is done here, for once.
      return workspace.ask('layout', { ask: origin.ask, serial: origin.serial, folded: [...folded] }).then(
        (answer) => {
          if (answer === null) return drawHere(of);
          const scene = { ...shown.scene, nodes: answer.nodes };
          return drawingOf(argument, { ...shown, scene }, unpackLayout(answer.layout));
        },
        () => drawHere(of),
      );
    },
    [workspace, origins, drawHere],
  );
  return { diagram, failure, draw, drawHere };
}
