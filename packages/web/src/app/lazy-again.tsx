import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { reason } from '../reason.js';

/** What is shown could not be loaded: no fault of what it shows. */
export class NotLoaded extends Error {
  /** Forgets it, so that it is loaded anew when it is shown again: React would remember the failure. */
  readonly forget: () => void;
  constructor(why: string, forget: () => void) {
    super(why);
    this.forget = forget;
  }
}

/** A component that is loaded when it is first shown; stands below a `FaultBarrier`, which shows a failure and forgets it. */
export function lazyAgain<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> {
  let Current: LazyExoticComponent<ComponentType<P>>;
  const begin = (again: boolean) => {
    Current = lazy(async () => {
      try {
        if (again) await (await import('./missing-styles.js')).missingStyles();
        return await load();
      } catch (error) {
        throw new NotLoaded(reason(error), () => begin(true));
      }
    });
  };
  begin(false);
  return function Loaded(props: P) {
    return <Current {...props} />;
  };
}
