import { reason } from '../reason.js';
import type { Keeping, KeepingParts } from '../workspace/index.js';
import { prefix } from './draft-prefix.js';

/** What comes before anything can be typed. */
const touches = ['pointerdown', 'keydown', 'input'] as const;

/** Keeps drafts from the moment somebody touches the page, or at once where there are some: before that it need not be loaded. */
export function lateKeeping(parts: KeepingParts): Pick<Keeping, 'start'> {
  let place: string | undefined;
  let loading = false;
  let isTold = false;

  async function load(): Promise<void> {
    if (loading || place === undefined) return;
    loading = true;
    try {
      const { keepingHere } = await import('./keeping-here.js');
      keepingHere(parts).start(place);
      for (const touch of touches) removeEventListener(touch, begin, true);
    } catch (error) {
      // Tried again at the next touch: the server may be back then.
      loading = false;
      if (!isTold) parts.notify('bad', `Unsaved text is lost with this page: ${reason(error)}`);
      isTold = true;
    }
  }
  const begin = () => void load();

  return {
    start: (of) => {
      if (place !== undefined) return;
      place = of;
      for (const touch of touches) addEventListener(touch, begin, true);
      if (hasKept()) begin();
    },
  };
}

/** Where the storage cannot be looked into, what keeps drafts finds that too, and says it. */
function hasKept(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix));
  } catch {
    return true;
  }
}
