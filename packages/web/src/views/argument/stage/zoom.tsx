import type { Explorer } from '@surety/viewer';
import { Button } from '../../../kit/index.js';

export function Zoom({ explorer }: { readonly explorer: Explorer }) {
  const zoom = (by: 'in' | 'out' | 'fit' | 'actual') => explorer.obey({ kind: 'zoom', by });
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div className="zoom" role="group" aria-label="Zoom">
      <Button aria-label="Zoom out" onPress={() => zoom('out')}>
        −
      </Button>
      <Button aria-label="Zoom in" onPress={() => zoom('in')}>
        +
      </Button>
      <Button aria-label="Fit the whole diagram" onPress={() => zoom('fit')}>
        Fit
      </Button>
      <Button aria-label="Zoom to 100 %" onPress={() => zoom('actual')}>
        100 %
      </Button>
    </div>
  );
}
