import { useEffect, useState } from 'react';
import { useShownTheme } from '../app/use-shown-theme.js';
import type { Drawn } from '../compute/analysis-questions.js';

/**
 * A picture that core drew. It is shown as an image, in which a browser runs no script and fetches nothing, whatever
 * stands in it; what it says is its alternative text.
 */
export function Picture({ drawn }: { readonly drawn: Drawn }) {
  const theme = useShownTheme();
  const svg = drawn[theme];
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  const { title, description, width, height } = drawn;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by the keyboard
    <figure className="scroll-x" tabIndex={0} aria-label={title}>
      <img src={url} alt={`${title}. ${description}`} width={width} height={height} />
    </figure>
  );
}
