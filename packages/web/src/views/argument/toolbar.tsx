import { type RefObject, useMemo } from 'react';
import { goWith } from '../../app/route.js';
import { Button, Check } from '../../kit/index.js';
import { viewChoices } from './ask.js';
import { CopyMenu } from './copy-menu.js';
import type { Facts, Filter } from './facts.js';
import { optionsOf } from './facts.js';
import { FilterMenu } from './filter-menu.js';
import { type Count, Search } from './search.js';
import { SetChoice } from './set-choice.js';
import { useArgument } from './use-argument.js';
import type { Diagram } from './use-diagram.js';

export type Depth = number | 'all' | 'some';

/** More levels than this are offered only as all. */
const mostLevels = 12;

export interface ToolbarProps {
  readonly params: Readonly<Record<string, string>>;
  readonly diagram: Diagram | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly count: Count;
  readonly depth: Depth;
  readonly facts: Facts;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly isOutlined: boolean;
  readonly onOutline: () => void;
  /** There is room for the outline or for the diagram. */
  readonly isNarrow: boolean;
  readonly onHelp: () => void;
}

/** What is shown of the argument, and how. */
export function Toolbar({
  params,
  diagram,
  search,
  count,
  depth,
  facts,
  filter,
  onFilter,
  isOutlined,
  onOutline,
  isNarrow,
  onHelp,
}: ToolbarProps) {
  const { of, explorer, model } = useArgument();
  const choices = useMemo(() => viewChoices(of), [of]);
  const options = useMemo(() => optionsOf(of, facts), [of, facts]);
  const view = choices.find(({ name }) => name === params.in);
  const levels = Math.min(diagram?.argument.deepest ?? 0, mostLevels);
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div className="arg-tools" role="group" aria-label="What is shown of the argument">
      {isNarrow ? (
        <Button onPress={onOutline}>{isOutlined ? 'Show the diagram' : 'Show the outline'}</Button>
      ) : (
        <Button aria-pressed={isOutlined} onPress={onOutline} className={isOutlined ? 'on' : ''}>
          Outline
        </Button>
      )}
      {choices.length > 1 && (
        <select
          className="input"
          aria-label="View"
          value={view?.name ?? ''}
          onChange={({ target }) => goWith({ in: target.value === '' ? undefined : target.value, root: undefined })}
        >
          {choices.map(({ name, title }) => (
            <option key={name ?? ''} value={name ?? ''}>
              {title}
            </option>
          ))}
        </select>
      )}
      <select
        className="input"
        aria-label="Levels shown"
        value={String(depth)}
        onChange={({ target }) => explorer?.showLevels(target.value === 'all' ? undefined : Number(target.value))}
      >
        {Array.from({ length: Math.max(0, levels - 1) }, (_, at) => at + 1).map((level) => (
          <option key={level} value={level}>
            {level === 1 ? '1 level' : `${level} levels`}
          </option>
        ))}
        <option value="all">All levels</option>
        <option value="some" hidden>
          Some levels
        </option>
      </select>
      <Search field={search} count={count} hasKeys={!isNarrow} />
      <FilterMenu options={options} filter={filter} onFilter={onFilter} />
      <SetChoice chosen={params.set} />
      {model.assessment?.quantified === true && (
        <Check isOn={params.doubts !== 'off'} onTurn={(isOn) => goWith({ doubts: isOn ? undefined : 'off' })}>
          <span>Doubts</span>
        </Check>
      )}
      <span className="push" />
      <CopyMenu diagram={diagram} />
      <Button look="quiet" className="for-keys" aria-label="Keys of the argument" onPress={onHelp}>
        ?
      </Button>
    </div>
  );
}
