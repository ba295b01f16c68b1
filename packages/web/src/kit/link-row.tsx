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
    if (current === last.current || current === null) return;
    last.current = current;
    const [all, one] = [row.current!.getBoundingClientRect(), current.getBoundingClientRect()];
    row.current!.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
  });
  return (
    <nav ref={row} className={className} aria-label={label}>
      {children}
    </nav>
  );
}
