import type { TextDocument } from '../document.js';
import { mentionsIn } from '../edit/mentions.js';
import { rangeOfName } from '../edit/range-of-name.js';
import { sameThing } from '../edit/rename-thing.js';
import type { NameKind } from '../edit/shape.js';

/** A name of a thing of the case where it stands in a text. */
export interface NamePlace {
  readonly file: string;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  readonly name: string;
  /** As the case calls it: an element of a module with that. */
  readonly id: string;
  readonly defines: boolean;
  /** Where the thing itself stands: an index in the list; absent where it is nowhere. */
  readonly definition?: number;
}

/** Every name in the texts, file by file, each with the place where its thing stands. */
export function namePlaces(documents: readonly TextDocument[]): readonly NamePlace[] {
  const { all } = mentionsIn(documents);
  const placed = all.flatMap((named) => {
    const range = rangeOfName(named);
    return range === undefined ? [] : [{ named, range }];
  });
  const defining = new Map<string, number[]>();
  placed.forEach(({ named }, at) => {
    if (named.defines) defining.set(named.name, [...(defining.get(named.name) ?? []), at]);
  });
  const defined = all.filter(({ defines }) => defines);
  const byName = new Map<string, (typeof all)[number][]>();
  for (const one of defined) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return placed.map(({ named, range }, at): NamePlace => {
    // What has the same name is all that is looked at when it is asked which thing is meant.
    const same = byName.get(named.name) ?? [];
    const definition = named.defines
      ? at
      : (defining.get(named.name) ?? []).find((other) => sameThing(named, placed[other]!.named, same));
    return {
      file: named.document.file,
      ...range,
      kind: named.kind,
      name: named.name,
      id: named.kind === 'element' && named.module !== '' ? `${named.name}@${named.module}` : named.name,
      defines: named.defines,
      ...(definition === undefined ? {} : { definition }),
    };
  });
}
