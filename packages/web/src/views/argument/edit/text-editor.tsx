import type { Element } from '@surety/core/case';
import type { Box } from '@surety/core/diagram';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { sentence } from '../../../author/index.js';
import type { WatchSeen } from '../stage/minimap.js';
import { useArgument } from '../use-argument.js';

/** Pixels that a text needs to be written in, however small its element is drawn. */
const least = { width: 260, height: 96 };

/** The text of an element, written where it stands. Enter or leaving it writes it down, Escape leaves it as it was. */
export function TextEditor({
  element,
  box,
  watch,
  onClose,
}: {
  readonly element: Element;
  /** Where the element is drawn; without one it is written at the upper edge. */
  readonly box: Box | undefined;
  readonly watch: WatchSeen;
  readonly onClose: () => void;
}) {
  const { perform } = useArgument();
  const [text, setText] = useState(element.text);
  const [refused, setRefused] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);

  useEffect(
    () =>
      watch(({ view, port }) => {
        if (frame.current === null || box === undefined) return;
        const width = Math.min(port.width - 16, Math.max(least.width, box.width * view.scale));
        const x = (box.x + box.width / 2 - view.x) * view.scale - width / 2;
        const y = (box.y - view.y) * view.scale;
        frame.current.style.left = `${Math.min(Math.max(8, x), Math.max(8, port.width - width - 8))}px`;
        frame.current.style.top = `${Math.min(Math.max(8, y), Math.max(8, port.height - least.height - 40))}px`;
        frame.current.style.width = `${width}px`;
      }),
    [watch, box],
  );

  const finish = async () => {
    if (isOver.current) return;
    if (text.trim() === element.text.trim()) return onClose();
    isOver.current = true;
    const answer = await perform({ kind: 'setText', element: element.id, text: text.trim() });
    if (answer.ok) return onClose();
    isOver.current = false;
    setRefused([sentence(answer.reason), answer.hint].join(' '));
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      isOver.current = true;
      onClose();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void finish();
    }
  };
  return (
    <div ref={frame} className="text-editor">
      <textarea
        className="input"
        aria-label={`Text of ${element.id}`}
        aria-describedby="text-editor-hint"
        // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
        autoFocus
        value={text}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
        onBlur={() => void finish()}
      />
      <span id="text-editor-hint">Enter writes it, Shift+Enter begins a line, Escape leaves it</span>
      {refused !== undefined && (
        <p className="refused" role="alert">
          {refused}
        </p>
      )}
    </div>
  );
}
