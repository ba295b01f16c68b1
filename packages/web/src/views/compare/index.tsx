import './compare.css';
import type { History } from '@surety/server/api';
import { useEffect, useState } from 'react';
import { goWith, useRoute } from '../../app/route.js';
import type { ComparedWhole } from '../../compute/analysis-questions.js';
import { Card, Empty, Skeleton } from '../../kit/index.js';
import { reason } from '../../reason.js';
import { useStatedModel, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { Changes } from './changes.js';
import { MovedPicture } from './moved-picture.js';
import { SidePicker } from './side-picker.js';
import { TextDifferences } from './text-differences.js';
import { now, type Side, useSide } from './use-side.js';
import { Verdicts } from './verdicts.js';

type Answer =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly whole: ComparedWhole }
  | { readonly state: 'failed'; readonly why: string };

/** Two states of the case: what changed between them, and what that did to the verdicts. */
export default function Compare() {
  const { params } = useRoute();
  const history = useHistory();
  // Without a choice: the last commit against what is here.
  const [from, to] = [params.from ?? 'HEAD', params.to ?? now];
  const before = useSide(from);
  const after = useSide(to);
  const answer = useComparison(before, after);
  return (
    <div className="stack compare">
      <h1>Compare</h1>
      <div className="row sides">
        <SidePicker name="Earlier" value={from} history={history} onPick={(name) => goWith({ from: name })} />
        <SidePicker name="Later" value={to} history={history} onPick={(name) => goWith({ to: name })} />
      </div>
      {answer.state === 'waiting' && <Skeleton height={420} label="Comparing" />}
      {answer.state === 'failed' && (
        <Empty title="These two cannot be compared">
          <p>{answer.why}</p>
          {history?.why !== undefined && <p>{history.why}</p>}
          <p>
            A state is a revision of git (a commit, branch or tag, such as <code>main</code> or <code>HEAD~3</code>),
            the name of another folder beside this case (<code>./name</code>), or the case as it is here.
          </p>
        </Empty>
      )}
      {answer.state === 'ready' && <Whole whole={answer.whole} />}
    </div>
  );
}

function Whole({ whole }: { readonly whole: ComparedWhole }) {
  const { same, counts, blocks, picture, files, assessment } = whole;
  return (
    <>
      <p role="status">{same ? 'The two say the same.' : counts}</p>
      {assessment !== null && <Verdicts diff={assessment} />}
      {!same && <Changes blocks={blocks} />}
      {picture !== null && (
        <Card title="In the argument">
          <MovedPicture drawn={picture} />
        </Card>
      )}
      {files.length > 0 && <TextDifferences files={files} />}
    </>
  );
}

function useHistory(): History | undefined {
  const { client } = useWorkspace();
  const commits = useWorkspaceState((state) => state.commits);
  const [history, setHistory] = useState<History>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history is another one once the repository moved
  useEffect(() => {
    let over = false;
    client.history(100).then(
      (found) => over || setHistory(found),
      (error: unknown) => over || setHistory({ commits: [], more: false, why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [client, commits]);
  return history;
}

function useComparison(before: Side, after: Side): Answer {
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [answer, setAnswer] = useState<Answer>({ state: 'waiting' });
  const failed = [before, after].find((side) => side.state === 'failed');
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when what is here is another text
  useEffect(() => {
    if (failed !== undefined || before.state === 'waiting' || after.state === 'waiting') return;
    let over = false;
    setAnswer((old) => (old.state === 'failed' ? { state: 'waiting' } : old));
    const texts = workspace.current();
    const first = before.state === 'ready' ? before.revision : texts;
    const second = after.state === 'ready' ? after.revision : null;
    if (first === undefined) return;
    workspace.ask('comparison', { before: first, after: second }).then(
      (found) => {
        if (over) return;
        setAnswer(found.kind === 'whole' ? { state: 'ready', whole: found } : { state: 'failed', why: found.why });
      },
      (error: unknown) => over || setAnswer({ state: 'failed', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [workspace, before, after, failed, serial]);
  return failed === undefined ? answer : { state: 'failed', why: failed.why };
}
