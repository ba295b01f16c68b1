import { type Case, formatChance, grouped, isQuantified, type StepNumber } from '../case/index.js';
import { coverage } from '../rules/index.js';
import { counted, listed, sentence } from '../shown/index.js';

/** What a case says for each of the six steps, one sentence each; empty where it says nothing. */
export function thereOf(of: Case): Readonly<Record<StepNumber, readonly string[]>> {
  const { subsystems, interactions } = coverage(of);
  return {
    1: decision(of),
    2: outcomes(of),
    3: assumptions(of),
    4: system(of),
    // Of a case without subsystems nothing is said here, however its steps are argued.
    5: [...cells(subsystems, 'subsystems'), ...(subsystems.length === 0 ? [] : inferences(of)), ...worksheet(of)],
    // Without subsystems there is nothing that could act together, and the questions are only the paper's.
    6: of.system.length === 0 ? [] : cells(interactions, 'kinds of interaction'),
  };
}

function decision({ decision: of }: Case): string[] {
  if (of === undefined) return [];
  const { kind, question, options, window, exposure } = of;
  const said = (value: number | undefined, words: (number: string) => string) =>
    value === undefined ? [] : [words(grouped(value))];
  return [
    ...(question === undefined ? [] : [`Question: ${question}`]),
    ...(kind === undefined ? [] : [`Kind: ${kind === 'train' ? 'train further' : kind}.`]),
    ...(options.length === 0 ? [] : [`Options: ${sentence(listed(options))}`]),
    ...(window === undefined ? [] : [`Deployment window: ${window.from} to ${window.to}.`]),
    ...said(exposure.tasks, (number) => `Tasks in the window: ${number}.`),
    ...said(exposure.instances, (number) => `Instances at a time: up to ${number}.`),
    ...said(exposure.trainingSteps, (number) => `Steps of training in the window: ${number}.`),
    ...said(exposure.internalUse, (number) => `Internal uses in the window: ${number}.`),
  ];
}

function outcomes(of: Case): string[] {
  const { outcomes: all, budget } = of;
  if (all.length === 0) return [];
  const approved = all.filter(({ threshold }) => threshold?.approved !== undefined).length;
  const sum = all.reduce((total, { threshold }) => total + (threshold?.probability ?? 0), 0);
  const limits =
    budget === undefined || !isQuantified(of)
      ? []
      : [
          `The thresholds add up to ${formatChance(Math.min(1, sum))}; the case allows ${formatChance(budget.probability)} in all.`,
        ];
  return [
    `${counted(all.length, 'unacceptable outcome')}; ${approved} of the thresholds are approved by somebody who is named.`,
    ...limits,
  ];
}

function assumptions(of: Case): string[] {
  const all = of.elements.filter(({ type }) => type === 'assumption');
  if (all.length === 0) return [];
  const owned = all.filter(({ owner }) => owner !== undefined).length;
  const watched = all.filter(
    ({ id, indicator }) => indicator !== undefined || of.indicators.some(({ tests }) => tests === id),
  ).length;
  return [
    `${counted(all.length, 'assumption')}: ${owned} with an owner, ${watched} with an indicator that would show ${all.length === 1 ? 'it' : 'them'} to fail.`,
  ];
}

function system({ system: all }: Case): string[] {
  if (all.length === 0) return [];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const count = (kind: string) => all.filter((one) => one.kind === kind).length;
  return [`${counted(all.length, 'subsystem')}: ${listed(kinds.map((kind) => `${count(kind)} of kind ${kind}`))}.`];
}

function cells(all: readonly { readonly state: { readonly kind: string } }[], what: string): string[] {
  if (all.length === 0) return [];
  const count = (kind: string) => all.filter(({ state }) => state.kind === kind).length;
  return [
    `${counted(all.length, 'question')} (${what} × outcomes): ${count('argued')} argued, ${count('dismissed')} dismissed with a reason, ${count('hole')} open.`,
  ];
}

/** Steps of inference are no finding unless a policy requires them; that they are taken on trust is told all the same. */
function inferences(of: Case): string[] {
  const steps = of.elements.filter(
    ({ type, supportedBy }) => (type === 'goal' || type === 'strategy') && supportedBy.length > 0,
  );
  if (steps.length === 0 || !isQuantified(of)) return [];
  const assessed = steps.filter(({ inference }) => inference !== undefined).length;
  return [
    `${counted(steps.length, 'step')} from support to a claim: ${assessed} assessed by somebody, ${steps.length - assessed} taken to be sound.`,
  ];
}

function worksheet({ fmea }: Case): string[] {
  return fmea.length === 0 ? [] : [`${counted(fmea.length, 'failure mode')} in the worksheet.`];
}
