import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Card } from '../../kit/index.js';
import { useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { LeverRow } from './lever-row.js';
import { type Lever, matching } from './levers.js';
import { movedKeys } from './scenario-values.js';
import { withChange } from './scenarios.js';

const mostShown = 40;
const groups = ['Doubts', 'Quantities', 'Thresholds', 'Exposure', 'Dependence'] as const;

/** What can be moved, by kind. A move renders the row that is moved alone: which rows there are does not depend on values. */
export function LeverGroups({
  levers,
  firstSearch,
}: {
  readonly levers: readonly Lever[];
  readonly firstSearch: string;
}) {
  const workspace = useWorkspace();
  const [search, setSearch] = useState(firstSearch);
  const moved = useWorkspaceState(({ scenario }) => movedKeys(scenario));
  const sought = useDeferredValue(search);
  const found = useMemo(() => matching(levers, sought), [levers, sought]);
  const shown = useMemo(() => {
    const keys = new Set<string>(JSON.parse(moved));
    return groups.map((group) => {
      const all = found.filter((lever) => lever.group === group);
      return { group, count: all.length, rows: all.filter(({ key }, at) => at < mostShown || keys.has(key)) };
    });
  }, [found, moved]);
  const move = useCallback(
    ({ key, change }: Lever, value: number | undefined) => {
      const { scenario: before } = workspace.get();
      const next = withChange(before?.changes ?? [], key, value === undefined ? undefined : change(value));
      workspace.tryOut(next.length === 0 ? undefined : { name: before?.name ?? 'What if', changes: next });
    },
    [workspace],
  );
  return (
    <>
      <input
        className="input"
        type="search"
        aria-label="Search what can be moved"
        placeholder="Search doubts, quantities, thresholds"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {shown.map(({ group, count, rows }) =>
        count === 0 ? null : (
          <Card key={group} title={group}>
            <ul className="levers">
              {rows.map((lever) => (
                <LeverRow key={lever.key} lever={lever} onMove={move} />
              ))}
            </ul>
            {count > rows.length && (
              <p className="soft">and {count - rows.length} more that weigh less: search for them</p>
            )}
          </Card>
        ),
      )}
    </>
  );
}
