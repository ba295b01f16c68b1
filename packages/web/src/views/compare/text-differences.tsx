import { lazy, Suspense, useState } from 'react';
import type { ComparedWhole } from '../../compute/analysis-questions.js';
import { Card, Skeleton } from '../../kit/index.js';

const Merge = lazy(() => import('./merge.js'));

/** The texts of the files that differ, side by side; one at a time, as they may be long. */
export function TextDifferences({ files }: { readonly files: ComparedWhole['files'] }) {
  const [picked, setPicked] = useState<string>();
  const file = files.find(({ path }) => path === picked) ?? files[0]!;
  const word = ({ before, after }: (typeof files)[number]) =>
    before === null ? ' (new)' : after === null ? ' (removed)' : '';
  return (
    <Card
      title="In the text"
      aside={
        <select
          className="input"
          aria-label="File"
          value={file.path}
          onChange={({ target }) => setPicked(target.value)}
        >
          {files.map((one) => (
            <option key={one.path} value={one.path}>
              {one.path}
              {word(one)}
            </option>
          ))}
        </select>
      }
    >
      <Suspense fallback={<Skeleton height={300} label="Loading the texts" />}>
        <Merge key={file.path} before={file.before ?? ''} after={file.after ?? ''} />
      </Suspense>
    </Card>
  );
}
