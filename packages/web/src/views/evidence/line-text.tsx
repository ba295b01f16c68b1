import type { Line } from '@surety/core/report';

/** A line of the report as text of the page; of its looks code alone is kept. */
export function LineText({ line }: { readonly line: Line }) {
  return line.map((span, at) => {
    const key = `${at}`;
    if (typeof span === 'string') return <span key={key}>{span}</span>;
    return span.kind === 'code' ? <code key={key}>{span.text}</code> : <span key={key}>{span.text}</span>;
  });
}
