import { type RefObject, useState } from 'react';
import { Button } from '../../kit/index.js';
import { useArgument } from './use-argument.js';

/** How many matches there are, and which is looked at, counted from 1. */
export type Count = { readonly at: number; readonly of: number } | undefined;

export function Search({
  field,
  count,
  hasKeys,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly count: Count;
  /** Whoever searches has the key that leads here. */
  readonly hasKeys: boolean;
}) {
  const { explorer } = useArgument();
  const [query, setQuery] = useState('');
  const search = (next: string) => {
    setQuery(next);
    explorer?.search(next);
  };
  const any = count !== undefined && count.of > 0;
  return (
    <search className="arg-search">
      <input
        ref={field}
        type="search"
        className="input"
        aria-label="Search the argument"
        placeholder={hasKeys ? 'Search  ( / )' : 'Search'}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') explorer?.goOn(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') {
            search('');
            explorer?.focus();
          } else return;
          event.preventDefault();
        }}
      />
      <span className="arg-count number soft">{countWords(count)}</span>
      <Button look="quiet" isDisabled={!any} aria-label="Previous match" onPress={() => explorer?.goOn(-1)}>
        ‹
      </Button>
      <Button look="quiet" isDisabled={!any} aria-label="Next match" onPress={() => explorer?.goOn(1)}>
        ›
      </Button>
    </search>
  );
}

export function countWords(count: Count): string {
  if (count === undefined) return '';
  if (count.at > 0) return `${count.at} of ${count.of}`;
  return count.of === 0 ? 'No match' : count.of === 1 ? '1 match' : `${count.of} matches`;
}
