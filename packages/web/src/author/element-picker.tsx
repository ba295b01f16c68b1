import './author.css';
import type { Element, ElementId } from '@surety/core/case';
import { findAll, searchable } from '@surety/viewer';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';

/** More are not listed: a word more finds fewer. */
const mostListed = 40;

/** Picks one of the elements by its id or by words of its text. */
export function ElementPicker({
  name,
  hint,
  elements,
  picked,
  onPick,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly elements: readonly Element[];
  readonly picked: ElementId | undefined;
  readonly onPick: (id: ElementId | undefined) => void;
}) {
  const [query, setQuery] = useState(picked ?? '');
  const texts = useMemo(
    () => searchable(elements.map(({ id, text, module }) => ({ name: id, text, away: module, tags: [] }))),
    [elements],
  );
  const listed = useMemo(() => {
    const all = query.trim() === '' || query === picked ? elements.map((_, at) => at) : findAll(texts, query);
    return all.slice(0, mostListed).map((at) => elements[at]!);
  }, [elements, texts, query, picked]);
  return (
    <ComboBox
      className="field"
      items={listed}
      inputValue={query}
      selectedKey={picked ?? null}
      menuTrigger="focus"
      allowsEmptyCollection
      onInputChange={(value) => {
        setQuery(value);
        // What was picked no longer is once its name is written over.
        if (picked !== undefined && value !== picked) onPick(elements.find(({ id }) => id === value)?.id);
      }}
      onSelectionChange={(key) => {
        if (key === null) return;
        onPick(String(key));
        setQuery(String(key));
      }}
    >
      <Label className="field-name">{name}</Label>
      <div className="pick-box">
        <Input className="input" />
        <Button className="button" aria-label="Show the elements">
          ▾
        </Button>
      </div>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <Popover className="pick-list">
        <ListBox<Element> renderEmptyState={() => <p className="pick-row">Nothing matches.</p>}>
          {({ id, text }) => (
            <ListBoxItem id={id} textValue={id} className="pick-row">
              <strong>{id}</strong> {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
