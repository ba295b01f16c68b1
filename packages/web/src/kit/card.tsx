import { type ReactNode, useId } from 'react';

/** A part of a view with its heading. */
export function Card({
  title,
  aside,
  children,
  className = '',
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** What stands where there is nothing yet: what would be here, and how it comes here. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** Holds the place of what is on its way, so that nothing jumps when it comes. */
export function Skeleton({ height, label = 'Loading' }: { readonly height: number; readonly label?: string }) {
  return (
    <div className="skeleton" style={{ height }} role="status">
      <span className="visually-hidden">{label}</span>
    </div>
  );
}
