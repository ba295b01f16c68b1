import { lookup } from '@surety/core/case';
import type { Box } from '@surety/core/diagram';
import { diffAssessments, diffCases, isSame, marksOf } from '@surety/core/diff';
import { changeBlocks, countsInWords } from '@surety/core/diff/told';
import type { Compared, ComparedWhole, OtherState } from '../analysis-questions.js';
import { type Loaded, load, wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';

export const compared: Answer<'compared'> = (loaded, other) => {
  const before = readable(loaded, other);
  return typeof before === 'string' ? { kind: 'unreadable', why: before } : differences(before, loaded);
};

/** The same for any two states, with every change in words and both states in one picture. */
export const comparison: Answer<'comparison'> = async (loaded, { before, after }) => {
  const first = readable(loaded, before);
  if (typeof first === 'string') return { kind: 'unreadable', why: `The earlier state: ${first}` };
  const second = after === null ? loaded : readable(loaded, after);
  if (typeof second === 'string') return { kind: 'unreadable', why: `The later state: ${second}` };
  const [a, b] = [wholeCase(first).case, wholeCase(second).case];
  const found = differences(first, second);
  const whole: ComparedWhole = {
    ...found,
    kind: 'whole',
    same: isSame(found.diff),
    counts: countsInWords(found.diff),
    blocks: changeBlocks(found.diff, a, b),
    picture: null,
    files: filesOf(first, second),
  };
  if (whole.same) return whole;
  const { layOut, measure, paint, sceneOf } = await import('@surety/core/diagram');
  const marks = marksOf(a, b, found.diff);
  const options = { diff: marks, ...(second.assessment === null ? {} : { assessment: second.assessment }) };
  const scene = measure(sceneOf(marks.union, options));
  const layout = layOut(scene);
  const painted = (theme: 'light' | 'dark') => paint(scene, layout, { ...options, theme });
  const light = painted('light');
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(light) ?? [];
  const focus = around(layout.boxes.filter((_, at) => marks.elements.has(scene.nodes[at]!.element ?? '')));
  const title = 'Both states in one argument';
  const description = `${whole.counts}. What was added, removed, moved or changed is marked by a letter and a colour.`;
  return {
    ...whole,
    picture: {
      title,
      description,
      wide: { width: Number(width), height: Number(height), light, dark: painted('dark') },
      ...(focus === undefined ? {} : { focus }),
    },
  };
};

/** The smallest box around all of these; none around nothing. */
function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function differences(before: Loaded, after: Loaded): Compared & { readonly kind: 'compared' } {
  const diff = diffCases(lookup(before.case!).case, after.case!);
  const both = before.assessment !== null && after.assessment !== null;
  return {
    kind: 'compared',
    diff,
    assessment: both ? diffAssessments(before.assessment!, after.assessment!, diff) : null,
  };
}

/** Another state, judged on the same day and with the same seed; or why it cannot be. */
function readable(loaded: Loaded, { files, evidence }: OtherState): Loaded | string {
  const other = load({ ...loaded.input, files, evidence }, 0);
  if (other.case !== null) return other;
  const first = other.findings.find(({ severity }) => severity === 'error');
  const place = first === undefined ? '' : `: ${first.range.file}:${first.range.start.line} ${first.message}`;
  return `Its text has errors${place}`;
}

/** Files whose text is another one, with both texts; null where there is no such file. */
function filesOf(first: Loaded, second: Loaded): ComparedWhole['files'] {
  const texts = (of: Loaded) => new Map(of.input.files.map(({ path, text }) => [path, text]));
  const [before, after] = [texts(first), texts(second)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((file) => file.before !== file.after);
}
