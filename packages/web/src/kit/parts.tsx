import './parts.css';
import type { ViewName } from '../app/route.js';
import { LinkRow } from './link-row.js';
import { ViewLink } from './view-link.js';

/** A part of a view, with an address of its own. */
export interface ViewPart<Name extends string> {
  readonly name: Name;
  readonly title: string;
}

/** The part of that name; `undefined` where there is none. */
export function partNamed<Name extends string>(
  parts: readonly ViewPart<Name>[],
  name: string | undefined,
): Name | undefined {
  return parts.find((part) => part.name === name)?.name;
}

/** Links to the parts of a view, in their order; `params` stay what they are. */
export function Parts<Name extends string>({
  view,
  label,
  parts,
  current,
  params,
}: {
  readonly view: ViewName;
  readonly label: string;
  readonly parts: readonly ViewPart<Name>[];
  readonly current: Name;
  readonly params?: Readonly<Record<string, string>>;
}) {
  return (
    <LinkRow className="parts" label={label}>
      {parts.map(({ name, title }) => (
        <ViewLink key={name} view={view} params={{ ...params, part: name }} current={name === current}>
          {title}
        </ViewLink>
      ))}
    </LinkRow>
  );
}
