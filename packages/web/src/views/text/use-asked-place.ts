import { useEffect, useRef } from 'react';
import { goWith } from '../../app/route.js';
import { shownText, useWorkspace } from '../../workspace/index.js';
import { type Asked, placeInTexts } from './place-in-texts.js';

/**
 * Goes to a place that an address names in words: a line of a file, a section, an entry of a section. The words are taken off
 * the address then, so that the cursor may go where it likes.
 */
export function useAskedPlace(params: Asked, jumpTo: (file: string, offset: number) => void): void {
  const workspace = useWorkspace();
  const done = useRef<string>(undefined);
  const { file, line, section, id } = params;
  useEffect(() => {
    // The words are off the address: the same ones may be asked again.
    if (line === undefined && section === undefined) done.current = undefined;
    const key = JSON.stringify([file, line, section, id]);
    if ((line === undefined && section === undefined) || done.current === key) return;
    done.current = key;
    const texts = [...workspace.get().files.values()].map((one) => [one.path, shownText(one) ?? ''] as const);
    const place = placeInTexts(texts, { file, line, section, id });
    goWith({ line: undefined, section: undefined, id: undefined });
    if (place === undefined) workspace.notify('plain', `The text has no ${section ?? 'such line'} yet`);
    else jumpTo(place.file, place.offset);
  }, [workspace, jumpTo, file, line, section, id]);
}
