import type { OpinionText } from '@surety/core/schema';
import { useState } from 'react';
import { useWorkspaceState } from '../workspace/index.js';

/** What somebody writes into the fields of a doubt. */
export interface Opinion {
  readonly elicited: string;
  readonly by: string;
  readonly date: string;
  readonly because: string;
}

/** The fields of a doubt before anything is written: by whoever works here, on the day of the assessment. */
export function useFirstOpinion(elicited = '') {
  const who = useWorkspaceState(({ text }) => text?.who) ?? '';
  const asOf = useWorkspaceState(({ text }) => text?.asOf) ?? '';
  return useState<Opinion>({ elicited, by: who, date: asOf, because: '' });
}

/** A doubt as the text has it; undefined where the number is none from 0 to 1. What is left empty is left out. */
export function opinionText({ elicited, by, date, because }: Opinion): OpinionText | undefined {
  const number = Number(elicited);
  if (elicited.trim() === '' || !(number >= 0 && number <= 1)) return undefined;
  return {
    elicited: number,
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    ...(date === '' ? {} : { date }),
    ...(because.trim() === '' ? {} : { because: because.trim() }),
  };
}
