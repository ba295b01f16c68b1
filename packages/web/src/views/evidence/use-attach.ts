import type { Intent } from '@surety/core/authoring';
import type { Case } from '@surety/core/case';
import { useState } from 'react';
import { perform } from '../../author/index.js';
import { reason } from '../../reason.js';
import { useWorkspace, type Workspace } from '../../workspace/index.js';
import { type Draft, intentOf, pathOf } from './entry.js';
import { sizeInWords } from './rows.js';

export type Attaching =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly words: string }
  | { readonly state: 'refused'; readonly reason: string; readonly hint?: string };

/** Stores a file beside the case, and states it as evidence; nothing is stored where it could not be stated. */
export function useAttach(of: Case, file: File, done: (id: string) => void) {
  const workspace = useWorkspace();
  const [attaching, setAttaching] = useState<Attaching>({ state: 'idle' });
  const refuse = (reason: string, hint?: string) =>
    setAttaching({ state: 'refused', reason, ...(hint === undefined ? {} : { hint }) });
  const attach = async (draft: Draft) => {
    const intent = intentOf(draft);
    const path = pathOf(of, draft.source);
    let isStored = false;
    try {
      const refusal = await whyNot(workspace, intent);
      if (refusal !== undefined) return refuse(refusal.reason, refusal.hint);
      setAttaching({ state: 'busy', words: `Storing ${sizeInWords(file.size)} at ${path}` });
      const stored = await workspace.client.addFile(path, file);
      if (stored.kind === 'refused') return refuse(stored.why);
      isStored = true;
      setAttaching({ state: 'busy', words: 'Writing the entry' });
      const answer = await perform(workspace, intent);
      if (!answer.ok) return refuse(`${path} is stored, but the entry was not written: ${answer.reason}`, answer.hint);
      workspace.notify(
        stored.reader === undefined ? 'bad' : 'good',
        stored.reader === undefined
          ? `Stored ${stored.path} (${sizeInWords(stored.bytes)}). No reader recognises it: name one as “reader” in the text.`
          : `Stored ${stored.path} (${sizeInWords(stored.bytes)}), recognised by the reader ${stored.reader}.`,
      );
      done(draft.id);
    } catch (error) {
      const why = reason(error);
      refuse(isStored ? `${path} is stored, but the entry was not written: ${why}` : why);
    }
  };
  return { attaching, attach };
}

/** Why the text could not say it; asked before anything is stored. */
async function whyNot(
  workspace: Workspace,
  intent: Intent,
): Promise<{ readonly reason: string; readonly hint?: string } | undefined> {
  const { text } = workspace.get();
  const files = workspace.current()?.files;
  if (text === undefined || files === undefined) return { reason: 'The case is not read yet.' };
  const answer = await workspace.ask('author', { files, intent, today: text.today });
  return answer.ok ? undefined : answer;
}
