import type { MouseEvent, ReactNode } from 'react';
import { addressOf, go, type ViewName } from '../app/route.js';

/** A link to a place of the workspace; a click stays in this page, and every other way of opening a link works. */
export function ViewLink({
  view,
  params,
  children,
  className,
  current,
  title,
}: {
  readonly view: ViewName;
  readonly params?: Readonly<Record<string, string | undefined>>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  readonly title?: string;
}) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(view, params);
  };
  return (
    <a
      href={addressOf(view, params)}
      onClick={follow}
      className={className}
      title={title}
      aria-current={current === true ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
