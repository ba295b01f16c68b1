import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Diagnostic as Mark } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import { type Diagnostic, formatDoubt } from '@surety/core/case';
import type { NamePlace } from '@surety/core/language/assist';
import type { Workspace } from '../../workspace/index.js';
import { type LineEnds, offsetInEditor, offsetInFile } from './line-ends.js';

/** What the editor of one file asks the workspace. */
export interface HelpFor {
  readonly workspace: Workspace;
  readonly path: string;
  readonly ends: () => LineEnds;
}

/** Completion of keys, values and names, made by the same code that reads the text. */
export function completion({ workspace, path, ends }: HelpFor) {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.matchBefore(/[\p{L}\p{N}_.@-]*$/u);
    const opens = context.matchBefore(/[[,:{\n]\s*$/) !== null;
    if (!context.explicit && (before === null || before.from === before.to) && !opens) return null;
    const shown = context.state.doc.toString();
    const found = await workspace.ask('complete', { path, offset: offsetInFile(ends(), shown, context.pos) });
    if (found === null || context.aborted) return null;
    return {
      from: before?.from ?? context.pos,
      validFor: /^[\p{L}\p{N}_.@-]*$/u,
      options: found.items.map(({ text, kind, about }) => ({
        label: text,
        detail: kind === 'value' ? '' : kind,
        ...(kind === 'key' ? { apply: `${text}: `, type: 'property' } : { type: 'variable' }),
        ...(about === undefined ? {} : { info: about }),
      })),
    };
  };
  return autocompletion({ override: [source], icons: false });
}

/** What is under the pointer: a name with its text and its doubt, or what a key means. */
export function hover({ workspace, path, ends }: HelpFor, names: () => readonly NamePlace[]) {
  return hoverTooltip(async (view, position) => {
    const offset = offsetInFile(ends(), view.state.doc.toString(), position);
    const place = nameAt(names(), path, offset);
    const text =
      place === undefined ? (await workspace.ask('keyMeaning', { path, offset }))?.about : aboutName(workspace, place);
    if (text === undefined) return null;
    return {
      pos: position,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'about';
        dom.textContent = text;
        return { dom };
      },
    };
  });
}

export function nameAt(names: readonly NamePlace[], path: string, offset: number): NamePlace | undefined {
  return names.find(({ file, start, end }) => file === path && start <= offset && offset <= end);
}

/** What a name stands for, and what it is worth. */
export function aboutName(workspace: Workspace, { kind, id, definition }: NamePlace): string {
  const { model } = workspace.get();
  const of = model?.case ?? model?.readable;
  const lines = [`${kind} ${id}`];
  if (definition === undefined) lines.push('is nowhere in the text');
  if (kind === 'element') {
    const text = of?.elements.find((element) => element.id === id)?.text;
    if (text !== undefined) lines.push(text);
    const doubt = model?.assessment?.elements.find((element) => element.id === id)?.doubt;
    const leaf = model?.assessment?.leaves.find((one) => one.id === id);
    if (doubt !== undefined) {
      lines.push(
        `Doubt ${formatDoubt(doubt.declared)} declared, ${formatDoubt(doubt.independent)} independent, ${formatDoubt(doubt.bound)} bound`,
      );
    }
    if (leaf?.how !== undefined) lines.push(leaf.how);
  }
  if (kind === 'quantity') {
    const quantity = model?.assessment?.quantities.find(({ name }) => name === id);
    if (quantity?.mean !== undefined) lines.push(`Mean ${Number(quantity.mean.toPrecision(4))} ${quantity.unit ?? ''}`);
  }
  if (kind === 'outcome') {
    const outcome = model?.assessment?.outcomes.find((one) => one.id === id);
    if (outcome !== undefined) lines.push(outcome.text, outcome.statement);
  }
  if (kind === 'evidence') {
    const evidence = model?.assessment?.evidence.find((one) => one.id === id);
    if (evidence !== undefined) lines.push(evidence.states.map(({ text }) => text).join('; '), evidence.counts ?? '');
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** Findings about a file as marks of its editor; a sure mend is offered as an action. */
export function marksFor(
  findings: readonly Diagnostic[],
  { path, ends }: HelpFor,
  file: string,
  doc: Text,
  mend: (finding: Diagnostic) => void,
): Mark[] {
  return findings
    .filter(({ range, waived }) => range.file === path && waived === undefined)
    .map((finding): Mark => {
      const at = (offset: number) => Math.min(doc.length, Math.max(0, offsetInEditor(ends(), file, offset)));
      const { code, severity, message, hint, range, fix } = finding;
      return {
        from: at(range.start.offset),
        to: at(range.end.offset),
        severity,
        message: hint === undefined ? message : `${message}\n${hint}`,
        source: code,
        ...(fix === undefined ? {} : { actions: [{ name: 'Mend', apply: () => mend(finding) }] }),
      };
    });
}
