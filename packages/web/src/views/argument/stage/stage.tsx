import { type Explorer, type ExplorerOptions, explore, firstDepth, foldedBelow } from '@surety/viewer';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useShownTheme } from '../../../app/use-shown-theme.js';
import type { Diagram, UsedDiagram } from '../use-diagram.js';
import { useLongPress } from '../use-long-press.js';
import { adoptLook } from './look.js';

/** The window onto the diagram. What is in sight is drawn by the viewer, beside React, so that moving it renders nothing. */
export function Stage({
  diagram,
  draw,
  drawHere,
  told,
  grab,
  onExplorer,
  hidden,
  onOpen,
  onMenu,
  children,
}: {
  readonly diagram: Diagram;
  readonly draw: UsedDiagram['draw'];
  readonly drawHere: UsedDiagram['drawHere'];
  readonly told: ExplorerOptions['told'];
  readonly grab: NonNullable<ExplorerOptions['grab']>;
  readonly onExplorer: (explorer: Explorer | undefined) => void;
  readonly hidden: boolean;
  /** A double click on an element. */
  readonly onOpen: () => void;
  /** A right click, or a long press, on an element. */
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly children?: ReactNode;
}) {
  const port = useRef<HTMLDivElement>(null);
  const explorer = useRef<Explorer>(undefined);
  const shown = useRef<Diagram>(undefined);
  const theme = useShownTheme();
  const tellStand = useEffectEvent((node: number, isRedrawn: boolean) => told.stand(node, isRedrawn));
  const tellSay = useEffectEvent((text: string) => told.say(text));
  const tellCount = useEffectEvent((count: Parameters<typeof told.count>[0]) => told.count(count));
  const tellDepth = useEffectEvent((depth: number | 'all' | 'some') => told.depth(depth));
  const tellLooked = useEffectEvent<NonNullable<typeof told.looked>>((view, size) => told.looked?.(view, size));
  const tellDrawn = useEffectEvent<NonNullable<typeof told.drawn>>((drawing) => told.drawn?.(drawing));
  const onGrab = useEffectEvent<typeof grab>((node, event) => grab(node, event));
  const ready = useEffectEvent((made: Explorer | undefined) => onExplorer(made));

  useEffect(
    () => () => {
      explorer.current?.close();
      explorer.current = undefined;
      ready(undefined);
    },
    [],
  );

  useEffect(() => {
    adoptLook();
    const { argument, ask } = diagram;
    const before = shown.current;
    if (before === diagram) return;
    shown.current = diagram;
    const atFirst = () => {
      const depth = firstDepth(argument);
      return { depth, folded: depth === undefined ? new Set<number>() : foldedBelow(argument, depth) };
    };
    if (explorer.current !== undefined) {
      const isAnew = JSON.stringify(before?.ask.view) !== JSON.stringify(ask.view) || before?.ask.root !== ask.root;
      explorer.current.replace(argument, isAnew ? atFirst() : undefined);
      return;
    }
    const { depth, folded } = atFirst();
    const first = drawHere({ argument, folded });
    explorer.current = explore({
      port: port.current!,
      prefix: 'd-',
      first,
      folded,
      depth,
      draw,
      grab: (node, event) => onGrab(node, event),
      told: {
        stand: (node, isRedrawn) => tellStand(node, isRedrawn),
        say: (text) => tellSay(text),
        count: (count) => tellCount(count),
        depth: (levels) => tellDepth(levels),
        looked: (view, size) => tellLooked(view, size),
        drawn: (drawing) => tellDrawn(drawing),
      },
    });
    ready(explorer.current);
    tellDrawn(first);
  }, [diagram, draw, drawHere]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are those of the theme
  useEffect(() => explorer.current?.repaint(), [theme]);

  const menuAt = (on: Element, at: { readonly x: number; readonly y: number }): boolean => {
    const node = explorer.current?.nodeAt(on);
    if (node === undefined) return false;
    explorer.current!.goTo(node);
    onMenu(at);
    return true;
  };
  const longPress = useLongPress(menuAt);

  return (
    <div className={`stage surety-viewer surety ${theme}`} hidden={hidden}>
      {/* biome-ignore-start lint/a11y/useSemanticElements: a group of shapes is no group of fields */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture, so that it takes the focus */}
      <div
        ref={port}
        className="v-port"
        role="group"
        tabIndex={0}
        aria-label="Diagram: the arrow keys move it"
        onDoubleClick={({ target }) => {
          const on = target as Element;
          if (on.closest('[data-node]') !== null && on.closest('.v-toggle') === null) onOpen();
        }}
        onContextMenu={(event) => {
          if (menuAt(event.target as Element, { x: event.clientX, y: event.clientY })) event.preventDefault();
        }}
        {...longPress}
      />
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      {children}
    </div>
  );
}
