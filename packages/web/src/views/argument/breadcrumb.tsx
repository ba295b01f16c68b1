import type { ElementId } from '@surety/core/case';
import { goWith } from '../../app/route.js';
import { Button } from '../../kit/index.js';
import { pathTo } from './ask.js';
import { useArgument } from './use-argument.js';

/** Where the part of the argument that is looked at stands in the whole, and the way back. */
export function Breadcrumb({ root }: { readonly root: ElementId }) {
  const { look } = useArgument();
  const path = pathTo((id) => look.parents(id)[0]?.element.id, root);
  const focus = (id: string | undefined) => goWith({ root: id, at: root });
  return (
    <nav className="arg-crumbs" aria-label="Part of the argument">
      <ol>
        <li>
          <Button look="quiet" onPress={() => focus(undefined)}>
            Whole argument
          </Button>
        </li>
        {path.map((id) => (
          <li key={id}>
            <Button look="quiet" onPress={() => focus(id)}>
              {id}
            </Button>
          </li>
        ))}
        <li aria-current="true">
          <strong>{root}</strong>
        </li>
      </ol>
    </nav>
  );
}
