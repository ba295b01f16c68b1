import type { Intent } from '@surety/core/authoring';
import type { Case, CaseLookup, Element, ElementId } from '@surety/core/case';
import type { Explorer } from '@surety/viewer';
import { createContext, use } from 'react';
import type { AuthorAnswer, Model } from '../../compute/questions.js';
import type { ActionId } from './edit/actions.js';

/** What the parts of the view share. */
export interface ArgumentState {
  readonly model: Model;
  readonly of: Case;
  readonly look: CaseLookup;
  /** Why nothing can be changed now; undefined: it can. */
  readonly locked: string | undefined;
  /** The module that is selected, where the modules are drawn. */
  readonly module: { readonly name: string; readonly text: string } | undefined;
  /** The element that is selected, where one is. */
  readonly selected: Element | undefined;
  readonly explorer: Explorer | undefined;
  readonly select: (id: ElementId) => void;
  /** Changes the text, selects what the change is about, and tells why where it cannot be made. */
  readonly perform: (intent: Intent) => Promise<AuthorAnswer>;
  readonly act: (action: ActionId, id?: ElementId) => void;
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
}

export const ArgumentContext = createContext<ArgumentState | null>(null);

export function useArgument(): ArgumentState {
  const state = use(ArgumentContext);
  if (state === null) throw new Error('There is no argument above');
  return state;
}
