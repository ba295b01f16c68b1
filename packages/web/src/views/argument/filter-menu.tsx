import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button, Check } from '../../kit/index.js';
import { type Filter, isEmpty, noFilter, type Option } from './facts.js';

const kinds: readonly (readonly [keyof Filter, string])[] = [
  ['states', 'State'],
  ['categories', 'Category'],
  ['types', 'Type'],
  ['owners', 'Owner'],
];

/** Picks elements by what is known of them; the others stand back. */
export function FilterMenu({
  options,
  filter,
  onFilter,
}: {
  readonly options: Readonly<Record<keyof Filter, readonly Option[]>>;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const count = Object.values(filter).reduce((sum, set: ReadonlySet<string>) => sum + set.size, 0);
  return (
    <DialogTrigger>
      <Button aria-label={count === 0 ? 'Filter' : `Filter, ${count} on`}>
        Filter{count > 0 && <span className="arg-pill">{count}</span>}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="popover-dialog arg-filter" aria-label="Filter the argument">
          {kinds.map(([kind, title]) => (
            <fieldset key={kind}>
              <legend>{title}</legend>
              {options[kind].length === 0 && <p className="soft">Nothing of the kind</p>}
              {options[kind].map(({ value, count: number }) => (
                <Check
                  key={value}
                  isOn={filter[kind].has(value)}
                  onTurn={() => onFilter({ ...filter, [kind]: toggled(filter[kind], value) })}
                >
                  <span>{value}</span>
                  <span className="soft number">{number}</span>
                </Check>
              ))}
            </fieldset>
          ))}
          <Button isDisabled={isEmpty(filter)} onPress={() => onFilter(noFilter)}>
            Show all
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
