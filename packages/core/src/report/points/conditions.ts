import type { DatedCondition } from '../../steps/index.js';
import { type Line, link } from '../line.js';
import { anchorOf, elementLink, type View } from '../view.js';

/** What happens on that day. */
export function conditionLine(view: View, { kind, what, at }: DatedCondition): Line {
  switch (kind) {
    case 'window begins':
      return ['The deployment window begins.'];
    case 'window ends':
      return ['The deployment window ends: after this day the case claims nothing.'];
    case 'evidence expires':
      return ['Evidence ', link(anchorOf.evidence(what), what), ' expires: what rests on it counts as failed.'];
    case 'waiver ends':
      return [
        `The waiver of ${what}`,
        ...(at === undefined ? [] : [' at ', elementLink(view, at)]),
        ' ends: the finding counts again.',
      ];
  }
}
