import { type Camera, cameraOver, commandOf, listenToGestures } from '@surety/viewer';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useShownTheme } from '../../app/use-shown-theme.js';
import type { Drawn } from '../../compute/analysis-questions.js';
import { Button } from '../../kit/index.js';

/**
 * A large picture behind a window, moved and zoomed as the argument is, that starts at its focus. It is shown as an image,
 * in which a browser runs no script and fetches nothing, whatever stands in it.
 */
export function MovedPicture({ drawn }: { readonly drawn: Drawn }) {
  const { title, description, wide, focus } = drawn;
  const theme = useShownTheme();
  const port = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const camera = useRef<Camera>(undefined);
  const [url, setUrl] = useState<string>();
  const svg = wide[theme];
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  useEffect(() => {
    listenToGestures(port.current!, {
      pan: (dx, dy) => camera.current?.pan(dx, dy),
      roll: (dx, dy) => camera.current?.roll(dx, dy) ?? false,
      zoom: (factor, place) => camera.current?.zoomBy(factor, place),
    });
  }, []);
  useEffect(() => {
    const [at, { width, height }] = [port.current!, wide];
    const made = cameraOver(
      () => ({ width, height }),
      ({ x, y, scale }) => {
        image.current!.style.transform = `scale(${scale}) translate(${-x}px, ${-y}px)`;
      },
    );
    camera.current = made;
    let isShown = false;
    const sizes = new ResizeObserver(() => {
      made.resize({ width: at.clientWidth, height: at.clientHeight }, focus);
      if (!isShown && focus !== undefined) made.show(focus);
      isShown = true;
    });
    sizes.observe(at);
    return () => {
      sizes.disconnect();
      made.close();
    };
  }, [wide, focus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event, 'picture');
    if (command?.kind === 'pan') camera.current?.pan(command.dx, command.dy);
    else if (command?.kind === 'zoom') camera.current?.zoom(command.by);
    else return;
    event.preventDefault();
  };
  const zoom = (by: 'in' | 'out' | 'fit') => () => camera.current?.zoom(by);
  return (
    <div className="moved-picture">
      {/* biome-ignore-start lint/a11y/useSemanticElements: a picture is no group of fields */}
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the arrow keys move the picture, so that it takes the focus */}
      <div
        ref={port}
        className="moved-port"
        role="group"
        tabIndex={0}
        aria-label={`${title}: the arrow keys move it`}
        onKeyDown={onKeyDown}
      >
        <img
          ref={image}
          src={url}
          alt={`${title}. ${description}`}
          width={wide.width}
          height={wide.height}
          draggable={false}
        />
      </div>
      <div className="row moved-zoom" role="group" aria-label="Zoom">
        {focus !== undefined && <Button onPress={() => camera.current?.show(focus)}>What changed</Button>}
        <Button onPress={zoom('fit')}>Whole</Button>
        <Button aria-label="Zoom out" onPress={zoom('out')}>
          −
        </Button>
        <Button aria-label="Zoom in" onPress={zoom('in')}>
          +
        </Button>
      </div>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
    </div>
  );
}
