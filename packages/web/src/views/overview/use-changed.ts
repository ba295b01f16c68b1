import { useEffect, useState } from 'react';
import type { Compared } from '../../compute/analysis-questions.js';
import { reason } from '../../reason.js';
import { ServerError } from '../../server/client.js';
import { shownInput, useModel, useWorkspace, useWorkspaceState, type WorkspaceState } from '../../workspace/index.js';
import { type Baseline, baselineOf } from './baseline.js';

export type Changed =
  | { readonly state: 'waiting' }
  | { readonly state: 'none'; readonly why: string }
  | { readonly state: 'same'; readonly since: string }
  | { readonly state: 'ready'; readonly since: string; readonly compared: Compared };

/** What became of the case since it was last accepted. The revision is fetched anew when the repository moves. */
export function useChanged(): Changed {
  const workspace = useWorkspace();
  const model = useModel();
  const commits = useWorkspaceState((state) => state.commits);
  const [baseline, setBaseline] = useState<Baseline | 'none' | undefined>();
  const [changed, setChanged] = useState<Changed>({ state: 'waiting' });
  const there = model?.case != null;
  const signed = JSON.stringify(model?.case?.review.signoffs ?? []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first model, a commit, or another sign-off makes another baseline
  useEffect(() => {
    const of = workspace.get().model?.case;
    if (of == null) return;
    let over = false;
    const { client } = workspace;
    baselineOf(of, {
      history: (limit, before) => client.history(limit, before),
      revision: async (rev) => {
        try {
          const reply = await client.revision({ rev });
          return reply.kind === 'case' ? reply : undefined;
        } catch (error) {
          if (error instanceof ServerError && error.status !== 0) return undefined;
          throw error;
        }
      },
    }).then(
      (found) => over || setBaseline(found ?? 'none'),
      (error: unknown) => over || setChanged({ state: 'none', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [workspace, commits, signed, there]);

  const serial = model?.case == null ? undefined : model.serial;
  useEffect(() => {
    if (baseline === 'none') {
      setChanged({
        state: 'none',
        why: 'There is no earlier revision of this case. In a git repository, what changed since the last accepted one stands here.',
      });
    }
    if (baseline === undefined || baseline === 'none' || serial === undefined) return;
    let over = false;
    const { files, evidence } = baseline.revision;
    if (isShown(baseline.revision, workspace.get())) {
      setChanged({ state: 'same', since: baseline.words });
      return;
    }
    workspace.ask('compared', { files, evidence }).then(
      (compared) => over || setChanged({ state: 'ready', since: baseline.words, compared }),
      (error: unknown) => over || setChanged({ state: 'none', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [workspace, baseline, serial]);
  const hasErrors = model !== undefined && model.case === null;
  return hasErrors ? { state: 'none', why: 'Not computed while the text has errors.' } : changed;
}

/** Whether the texts and what was measured for them are the same to the letter: then there is nothing to compare. */
function isShown({ files, evidence }: Baseline['revision'], state: WorkspaceState): boolean {
  const now = shownInput(state);
  if (now === undefined || now.files.length !== files.length) return false;
  const texts = new Map(now.files.map(({ path, text }) => [path, text]));
  return (
    files.every(({ path, text }) => texts.get(path) === text) &&
    JSON.stringify(evidence.measures) === JSON.stringify(now.evidence.measures) &&
    JSON.stringify(evidence.signatures) === JSON.stringify(now.evidence.signatures)
  );
}
