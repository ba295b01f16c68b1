import type { ReactNode } from 'react';
import type { Asked } from '../workspace/use-workspace.js';
import { Skeleton } from './card.js';

/** Shows an answer once it is there, holds its place until then, and says why there is none. */
export function Answered<T>({
  asked,
  height,
  label,
  children,
}: {
  readonly asked: Asked<T>;
  readonly height: number;
  readonly label: string;
  readonly children: (value: T) => ReactNode;
}) {
  if (asked.state === 'failed') {
    return (
      <p className="soft" role="status">
        {asked.why}
      </p>
    );
  }
  return asked.value === undefined ? <Skeleton height={height} label={label} /> : children(asked.value);
}
