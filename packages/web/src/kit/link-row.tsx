import { type ReactNode, useEffect, useRef } from 'react';

/** Links to places of one kind, side by side. Where they do not fit the row can be moved sideways, and the current one is shown. */
export function LinkRow({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const row = useRef<HTMLElement>(null);
  const last = useRef<Element>(null);
  useEffect(() => {
    const current = row.current!.querySelector('[aria-current]');
    if (current === last.current) return;
    last.current = current;
    showCurrent(row.current!);
  });
  useEffect(() => {
    // Also once the row is as wide as it will be, and when the telephone is turned.
    const element = row.current!;
    const observer = new ResizeObserver(() => showCurrent(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <nav ref={row} className={className} aria-label={label}>
      {children}
    </nav>
  );
}

function showCurrent(row: HTMLElement): void {
  const current = row.querySelector('[aria-current]');
  if (current === null) return;
  const [all, one] = [row.getBoundingClientRect(), current.getBoundingClientRect()];
  row.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
}
