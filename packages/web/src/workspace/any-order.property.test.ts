import fc from 'fast-check';
import { expect, it } from 'vitest';
import { opened, rest } from './fake-server.testing.js';
import { shownText } from './state.js';

/**
 * Texts are slots, each a line, two lines, or none; every value that is ever written is another one. So of each slot it
 * can be told who wrote what stands there, and a text that nobody wrote has no slots.
 */
const paths = ['a.yaml', 'b.yaml', 'c.yaml'];
const slots = 4;
type Values = readonly string[] | null;

function textOf(values: Values): string | null {
  return (
    values
      ?.map((value, at) => {
        if (value === '') return '';
        return value.startsWith('two') ? `s${at}: ${value}\ns${at}+: ${value}\n` : `s${at}: ${value}\n`;
      })
      .join('') ?? null
  );
}

function valuesOf(text: string | null): Values {
  if (text === null) return null;
  const values = Array.from({ length: slots }, (_, at) => new RegExp(`^s${at}: (.*)$`, 'm').exec(text)?.[1] ?? '');
  // Nothing else stands there, nothing twice, nothing by half.
  expect(textOf(values)).toBe(text);
  return values;
}

const place = {
  path: fc.constantFrom(...paths),
  slot: fc.nat(slots - 1),
  word: fc.constantFrom<string>('one', 'two', ''),
};
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit'), ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('race'), ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('refused', 'broken'), ...place }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('outside'), ...place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('type'), ...place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('remove', 'outside remove'), ...place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('take disk', 'take mine'), ...place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('save', 'discard', 'hold', 'release'), ...place }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo', 'undo', 'redo'), ...place }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A page over a folder, and what is known of who wrote what. */
async function played() {
  const first = (path: string) => textOf(Array.from({ length: slots }, (_, at) => `first ${path} ${at}`))!;
  const server = await opened({ 'a.yaml': first('a'), 'b.yaml': first('b') });
  const { workspace } = server;
  let serial = 0;
  let release: (() => void) | undefined;
  /** All that somebody wrote into a slot, and what of it was put in place of what, from here. */
  const written = new Set<string>();
  const own = new Set<string>();
  const disk = (path: string) => valuesOf(server.disk.get(path) ?? null);
  const file = (path: string) => workspace.get().files.get(path);
  const shown = (path: string) => {
    const of = file(path);
    return of === undefined ? null : valuesOf(shownText(of));
  };
  const text = (path: string) => valuesOf(file(path)?.text ?? null);
  const slot = (values: Values, at: number) => values?.[at] ?? '';
  const wrote = (path: string, values: Values) => {
    for (let at = 0; at < slots; at++) written.add(`${path} ${at} ${slot(values, at)}`);
  };
  const owns = (path: string, before: Values, after: Values) => {
    wrote(path, after);
    for (let at = 0; at < slots; at++) own.add(`${path} ${at} ${slot(before, at)} > ${slot(after, at)}`);
  };
  for (const path of paths) wrote(path, disk(path));

  const changed = (values: Values, { slot: at, word }: Step, who: string): string[] => {
    const value = word === '' ? '' : `${word} ${who} ${++serial}`;
    return (values ?? Array.from({ length: slots }, () => '')).with(at, value);
  };
  function outside(one: Step): void {
    const after = changed(disk(one.path), one, 'theirs');
    wrote(one.path, after);
    server.write(one.path, textOf(after));
  }
  function change(path: string, after: Values): void {
    const isTyped = file(path)?.draft !== undefined;
    if (file(path)?.clash === undefined) {
      if (isTyped) owns(path, text(path), shown(path));
      owns(path, shown(path), after);
      owns(path, text(path), after);
    }
    workspace.change(`Edit ${path}`, new Map([[path, textOf(after)]]));
  }

  const deeds: Record<string, (one: Step) => void> = {
    edit: (one) => change(one.path, changed(shown(one.path), one, 'mine')),
    race: (one) => {
      const other = { ...one, slot: (one.slot + (one.word === '' ? 0 : 2)) % slots, word: 'one' };
      server.before = () => outside(other);
      deeds.edit!(one);
    },
    refused: (one) => {
      server.fault = { kind: 'refused', why: 'full' };
      deeds.edit!(one);
    },
    broken: (one) => {
      server.fault = { kind: 'broken', why: 'broken' };
      deeds.edit!(one);
    },
    outside,
    type: (one) => {
      if (file(one.path) === undefined) return;
      const after = changed(shown(one.path), one, 'mine');
      wrote(one.path, after);
      workspace.type(one.path, textOf(after)!);
    },
    remove: ({ path }) => file(path) !== undefined && change(path, null),
    'outside remove': ({ path }) => {
      wrote(path, null);
      server.write(path, null);
    },
    'take disk': ({ path }) => file(path)?.clash !== undefined && workspace.discardDraft(path),
    'take mine': ({ path }) => {
      if (file(path)?.clash === undefined) return;
      owns(path, text(path), shown(path));
      workspace.settle(path, textOf(shown(path)));
    },
    save: () => {
      for (const path of paths) if (file(path)?.clash === undefined) owns(path, text(path), shown(path));
      workspace.saveDrafts();
    },
    discard: ({ path }) => workspace.discardDraft(path),
    hold: () => {
      server.held ??= new Promise((done) => {
        release = done;
      });
    },
    release: () => {
      release?.();
      server.held = undefined;
    },
    undo: () => workspace.undo(),
    redo: () => workspace.redo(),
  };

  async function play(one: Step): Promise<void> {
    const before = new Map(paths.map((path) => [path, { disk: disk(path), shown: shown(path), text: text(path) }]));
    const wasHeld = server.held !== undefined;
    deeds[one.kind]!(one);
    for (const path of paths) {
      // What is undone is what was done here, whatever stands around it; what is done again is that once more.
      const [was, is] = [before.get(path)!.text, text(path)];
      for (let at = 0; at < slots; at++) {
        const [from, to] = one.kind === 'undo' ? [slot(is, at), slot(was, at)] : [slot(was, at), slot(is, at)];
        if (from !== to && (one.kind === 'undo' || one.kind === 'redo'))
          expect(own).toContain(`${path} ${at} ${from} > ${to}`);
      }
    }
    if (server.held !== undefined) return;
    await rest(server);
    server.fault = undefined;
    server.before = undefined;
    for (const path of paths) {
      const was = before.get(path)!;
      const of = file(path);
      // Nothing waits for ever, and what the page takes to be on disk is.
      expect(of?.text ?? null).toBe(server.disk.get(path) ?? null);
      expect(of?.disk?.text ?? null).toBe(server.disk.get(path) ?? null);
      if (of?.clash !== undefined) expect(of).toMatchObject({ draft: expect.any(String), clash: { theirs: of.disk } });
      const [now, here] = [disk(path), shown(path)];
      for (let at = 0; at < slots; at++) {
        expect(written).toContain(`${path} ${at} ${slot(now, at)}`);
        expect(written).toContain(`${path} ${at} ${slot(here, at)}`);
        // What was not saved is still here, whatever came from elsewhere.
        const isUnsaved = !wasHeld && was.shown !== null && slot(was.shown, at) !== slot(was.disk, at);
        const isForeign = ['outside', 'outside remove', 'release'].includes(one.kind);
        if (isUnsaved && isForeign) expect(slot(here, at)).toBe(slot(was.shown, at));
        // What is on disk becomes other than it was by them who write there, or by what was put in its place from here.
        const [from, to] = [slot(was.disk, at), slot(now, at)];
        if (from === to || wasHeld || to.includes('theirs')) continue;
        if (one.kind === 'outside' && one.path === path && one.slot === at) continue;
        if (one.kind === 'outside remove' && one.path === path) continue;
        expect(own).toContain(`${path} ${at} ${one.kind === 'undo' ? `${to} > ${from}` : `${from} > ${to}`}`);
      }
    }
    if (one.kind === 'take disk') expect(paths.map(disk)).toEqual(paths.map((path) => before.get(path)!.disk));
  }
  return { play, server };
}

async function fits(steps: readonly Step[]): Promise<void> {
  const { play, server } = await played();
  for (const one of steps) await play(one);
  await play({ kind: 'release', path: 'a.yaml', slot: 0, word: '' });
  while (server.workspace.get().done.length > 0) {
    for (const path of paths) await play({ kind: 'discard', path, slot: 0, word: '' });
    await play({ kind: 'undo', path: 'a.yaml', slot: 0, word: '' });
  }
}

it('loses no text, undoes what was done here alone, and saves nothing that nobody wrote, in any order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 16 }), fits), { numRuns: 60 });
});
