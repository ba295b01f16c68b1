import { useEffect, useState } from 'react';
import { useShownTheme } from '../app/use-shown-theme.js';
import type { Drawn } from '../compute/analysis-questions.js';
import { useMedia } from './use-media.js';

/**
 * A picture that core drew, laid out for a telephone where the page is one. It is shown as an image, in which a browser
 * runs no script and fetches nothing, whatever stands in it; what it says is its alternative text.
 */
export function Picture({ drawn: { title, description, wide, narrow = wide } }: { readonly drawn: Drawn }) {
  const theme = useShownTheme();
  const painted = useMedia('(max-width: 640px)') ? narrow : wide;
  const svg = painted[theme];
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard
    <figure className="scroll-x picture" tabIndex={0} aria-label={title}>
      <img src={url} alt={`${title}. ${description}`} width={painted.width} height={painted.height} />
    </figure>
  );
}
