import { type Case, type ElementId, lookup } from '@surety/core/case';
import type { Drawing, Explorer } from '@surety/viewer';
import { useEffect, useMemo, useRef, useState } from 'react';
import { goWith, useRoute } from '../../app/route.js';
import type { Model } from '../../compute/questions.js';
import { Skeleton, useMedia } from '../../kit/index.js';
import { useWorkspaceState, whyNotWritten } from '../../workspace/index.js';
import { askOf } from './ask.js';
import { Breadcrumb } from './breadcrumb.js';
import { ContextMenu } from './edit/context-menu.js';
import type { DragHint } from './edit/drag.js';
import { EditDialog } from './edit/edit-dialog.js';
import { TextEditor } from './edit/text-editor.js';
import { useEditing } from './edit/use-editing.js';
import { useGrab } from './edit/use-grab.js';
import { type Filter, factsOf, noFilter, picked } from './facts.js';
import { Help } from './help.js';
import { Inspector } from './inspector/index.js';
import { Outline } from './outline.js';
import type { Count } from './search.js';
import { Minimap } from './stage/minimap.js';
import { Stage } from './stage/stage.js';
import { Zoom } from './stage/zoom.js';
import { type Depth, Toolbar } from './toolbar.js';
import { ArgumentContext, type ArgumentState } from './use-argument.js';
import { useDiagram } from './use-diagram.js';
import { useKeys, useSearchKey } from './use-keys.js';
import { usePlaced } from './use-placed.js';
import { useSeen } from './use-seen.js';

/** The argument as a diagram and as an outline, with what is known of the selected element beside it. */
export function Argument({ model, of }: { readonly model: Model; readonly of: Case }) {
  const { params } = useRoute();
  const why = useWorkspaceState(whyNotWritten);
  const isNarrow = useMedia('(max-width: 760px)');
  const look = useMemo(() => lookup(of), [of]);
  const facts = useMemo(() => factsOf(model), [model]);
  const ask = useMemo(() => askOf(params, of, model.assessment), [params, of, model.assessment]);
  const { diagram, failure, draw, drawHere } = useDiagram(ask);
  const [explorer, setExplorer] = useState<Explorer>();
  const [drawing, setDrawing] = useState<Drawing>();
  const [current, setCurrent] = useState(0);
  const [count, setCount] = useState<Count>();
  const [depth, setDepth] = useState<Depth>('all');
  const [heard, setHeard] = useState('');
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [isOutlined, setOutlined] = useState<boolean>();
  const [isHelping, setHelping] = useState(false);
  const [hint, setHint] = useState<DragHint>();
  const search = useRef<HTMLInputElement>(null);
  const seen = useSeen();
  const showsOutline = isOutlined ?? isNarrow;
  const hidesDiagram = isNarrow && showsOutline;

  const nodes = drawing?.argument.scene.nodes;
  const node = nodes?.[current];
  const module = node?.shape === 'module' || node?.shape === 'contract' ? node : undefined;
  const selected = module === undefined ? look.element(params.at ?? node?.element ?? '') : undefined;
  const locked =
    model.case === null
      ? 'The text has errors: mend them there first, then elements can be changed here.'
      : why && `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

  const select = (id: ElementId) => goWith({ at: id });
  const editing = useEditing({ look, selected, locked, explorer, select });
  const { perform } = editing;

  usePlaced(params.at, explorer, drawing, look);
  useEffect(() => explorer?.filter(picked(of, facts, filter)), [explorer, of, facts, filter]);

  const told = {
    stand: (node: number, isRedrawn: boolean) => {
      setCurrent(node);
      const id = diagramNodes()[node]?.element;
      if (!isRedrawn && id !== undefined) goWith({ at: id });
    },
    say: setHeard,
    count: setCount,
    depth: setDepth,
    looked: seen.tell,
    drawn: setDrawing,
  };
  function diagramNodes() {
    return (explorer?.drawing() ?? drawing)?.argument.scene.nodes ?? [];
  }

  const grab = useGrab({ look, locked, explorer, perform, onHint: setHint });

  const open = () => {
    const node = diagramNodes()[explorer?.current() ?? 0];
    if (node?.away !== undefined) goWith({ in: `module:${node.away}`, root: undefined, at: node.element });
    else if (node?.shape === 'module' || node?.shape === 'contract')
      goWith({ in: `module:${node.name}`, root: undefined });
    else editing.act('text');
  };
  useSearchKey(search);
  const onKeyDown = useKeys({ explorer, search, selected, act: editing.act, openMenu: editing.openMenuAtFocus, open });

  const state: ArgumentState = {
    model,
    of,
    look,
    locked,
    module,
    selected,
    explorer,
    select,
    perform,
    act: editing.act,
    openMenu: editing.openMenu,
  };
  return (
    <ArgumentContext value={state}>
      <h1 className="visually-hidden">Argument</h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the trees inside it */}
      <div
        className={`argument ${showsOutline ? 'outlined' : ''} ${hidesDiagram ? 'no-diagram' : ''}`}
        onKeyDown={onKeyDown}
      >
        <Toolbar
          params={params}
          diagram={diagram}
          search={search}
          count={count}
          depth={depth}
          facts={facts}
          filter={filter}
          onFilter={setFilter}
          isOutlined={showsOutline}
          onOutline={() => setOutlined(!showsOutline)}
          isNarrow={isNarrow}
          onHelp={() => setHelping(true)}
        />
        {params.root !== undefined && look.element(params.root) !== undefined && <Breadcrumb root={params.root} />}
        <div className="arg-body">
          {showsOutline && drawing !== undefined && explorer !== undefined && (
            <Outline drawing={drawing} explorer={explorer} current={current} onMenu={editing.openMenu} />
          )}
          {failure !== undefined && (
            <p className="bar bad" role="alert">
              The diagram could not be drawn: {failure}
            </p>
          )}
          {diagram === undefined && failure === undefined && (
            <div className="stage">
              <Skeleton height={480} label="Drawing the argument" />
            </div>
          )}
          {diagram !== undefined && diagram.argument.scene.nodes.length > 0 && (
            <Stage
              diagram={diagram}
              draw={draw}
              drawHere={drawHere}
              told={told}
              grab={grab}
              onExplorer={setExplorer}
              hidden={hidesDiagram}
              onOpen={open}
              onMenu={editing.openMenu}
            >
              {explorer !== undefined && <Zoom explorer={explorer} />}
              {explorer !== undefined && drawing !== undefined && !isNarrow && (
                <Minimap drawing={drawing} explorer={explorer} current={current} watch={seen.watch} />
              )}
              {editing.under?.action === 'text' && (
                <TextEditor
                  key={editing.under.element.id}
                  element={editing.under.element}
                  box={explorer?.boxOf(explorer.current())}
                  watch={seen.watch}
                  onClose={editing.close}
                />
              )}
            </Stage>
          )}
          <Inspector root={params.root} onMenu={editing.openMenuAt} />
        </div>
        {hint !== undefined && (
          <div className={`drag-hint ${hint.isLegal ? 'legal' : ''}`} style={{ left: hint.x + 14, top: hint.y + 14 }}>
            {hint.text}
          </div>
        )}
        <div className="visually-hidden" role="status">
          {heard}
        </div>
      </div>
      {editing.menu !== undefined && <ContextMenu at={editing.menu} root={params.root} onClose={editing.closeMenu} />}
      {editing.under !== undefined && <EditDialog {...editing.under} onClose={editing.close} />}
      {isHelping && <Help onClose={() => setHelping(false)} />}
    </ArgumentContext>
  );
}
