import type { Drawing, Explorer } from '@surety/viewer';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Words } from '../../kit/index.js';
import { shapeSigns } from './shape-signs.js';
import { useLongPress } from './use-long-press.js';

/** Pixels of a row, and rows beyond each end of what is in sight. */
const rowHeight = 46;
const spare = 8;

/**
 * The argument as a tree in reading order: the same nodes as the diagram draws, folded alike, and with the same one
 * selected. Only rows in sight are in the page; each says its level and its place among its siblings.
 */
export function Outline({
  drawing,
  explorer,
  current,
  onMenu,
}: {
  readonly drawing: Drawing;
  readonly explorer: Explorer;
  readonly current: number;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}) {
  const port = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const { argument, shown, walk, index } = drawing;
  const rows = walk.order;
  const item = index.get(current);
  const at = item === undefined ? 0 : walk.position.get(item)!;

  useEffect(() => {
    const element = port.current!;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);

  // The selected row comes into sight, and takes the focus if a row had it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing moves the row
  useEffect(() => {
    const element = port.current!;
    const top = at * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + rowHeight - element.clientHeight;
    }
    if (element.contains(document.activeElement)) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true }));
    }
  }, [at, drawing]);

  const first = Math.max(0, Math.floor(seen.top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((seen.top + seen.height) / rowHeight) + spare);
  const visible = useMemo(() => {
    const wanted = Array.from({ length: Math.max(0, last - first) }, (_, step) => first + step);
    // The selected one is always there: it holds the place of the keyboard.
    return wanted.includes(at) ? wanted : at < first ? [at, ...wanted] : [...wanted, at];
  }, [first, last, at]);

  const press = (event: KeyboardEvent, node: number) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    explorer.toggle(node);
  };
  const menuAt = (on: Element, at: { readonly x: number; readonly y: number }) => {
    const node = on.closest('[data-row]')?.getAttribute('data-row');
    if (node == null) return;
    explorer.goTo(Number(node));
    onMenu(at);
  };
  const longPress = useLongPress(menuAt);
  return (
    <div className="outline" ref={port} {...longPress}>
      <div role="tree" aria-label="Outline of the argument" style={{ height: rows.length * rowHeight }}>
        {visible.map((row) => {
          const place = rows[row]!;
          const node = shown.nodes[place]!;
          const { shape, name, text, doubt, tags } = shown.scene.nodes[place]!;
          const among = walk.siblings(place);
          const level = walk.level(place);
          const hidden = shown.hidden.get(node);
          const canFold = argument.guests[node]!.length > 0;
          const state = tags.find(({ tone }) => tone === 'bad' || tone === 'open');
          return (
            <div
              key={node}
              role="treeitem"
              className="outline-row"
              tabIndex={row === at ? 0 : -1}
              aria-selected={row === at}
              aria-level={level}
              aria-setsize={among.length}
              aria-posinset={among.indexOf(place) + 1}
              aria-expanded={canFold ? hidden === undefined : undefined}
              data-row={node}
              style={{ top: row * rowHeight, height: rowHeight, paddingInlineStart: 8 + Math.min(level - 1, 12) * 14 }}
              onClick={() => explorer.goTo(node)}
              onFocus={() => node !== current && explorer.goTo(node)}
              onKeyDown={(event) => press(event, node)}
              onContextMenu={(event) => {
                event.preventDefault();
                menuAt(event.currentTarget, { x: event.clientX, y: event.clientY });
              }}
            >
              <button
                type="button"
                tabIndex={-1}
                aria-hidden="true"
                className="outline-fold"
                disabled={!canFold}
                onClick={(event) => {
                  event.stopPropagation();
                  explorer.toggle(node);
                }}
              >
                {canFold ? (hidden === undefined ? '▾' : '▸') : ''}
              </button>
              <span className={`shape-sign ${shape}`} aria-hidden="true">
                {shapeSigns[shape]}
              </span>
              <span className="outline-text">
                <span className="visually-hidden">{shape} </span>
                <strong>{name}</strong> <Words>{text}</Words>
              </span>
              <span className="outline-facts soft">
                {state !== undefined && <span className={`outline-state ${state.tone}`}>{state.text}</span>}
                {doubt !== undefined && (
                  <span className="number">
                    <span className="visually-hidden">doubt </span>
                    {doubt.text}
                  </span>
                )}
                {hidden !== undefined && (
                  <span className="number">
                    +{hidden}
                    <span className="visually-hidden"> hidden below</span>
                  </span>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
