import type { Gesture, Intent } from '@surety/core/authoring';
import type { Case, Diagnostic, ElementId, IsoDate, SourceRange } from '@surety/core/case';
import type { MeasuredNode, Scene, SceneOptions } from '@surety/core/diagram';
import type { Assessment } from '@surety/core/doubt';
import type { Completions, NamePlace } from '@surety/core/language/assist';
import type { NameKind } from '@surety/core/language/edit';
import type { Coverage } from '@surety/core/rules';
import type { SignOffs } from '@surety/core/signoff';
import type { Condition, LoggedChallenge, Steps } from '@surety/core/steps';
import type { CaseChange, WhatIfResult } from '@surety/core/what-if';
import type { EvidenceState } from '@surety/server/api';
import type { AnalysisQuestions } from './analysis-questions.js';
import type { EvidenceQuestions } from './evidence-questions.js';
import type { PackedLayout } from './packed-layout.js';
import type { Text } from './text.js';

export type { Text } from './text.js';

export interface LoadInput {
  readonly files: readonly Text[];
  readonly evidence: Pick<EvidenceState, 'measures' | 'signatures' | 'previous'>;
  readonly asOf: IsoDate;
  readonly seed: number;
  /** Folder of the case from its root; empty where they are one. */
  readonly folder: string;
}

/** Where an element stands in the text. */
export interface Span {
  readonly id: ElementId;
  readonly range: SourceRange;
}

/** A text that was read and judged; what every view starts from. */
export interface Model {
  /** Another one for every load; answers name the one that they are about. */
  readonly serial: number;
  /** Null where the text has errors; `readable` is then what could be read of it, to be shown and never computed with. */
  readonly case: Case | null;
  readonly readable: Case | null;
  readonly findings: readonly Diagnostic[];
  /** Findings in whose presence nothing is assessed. */
  readonly fatal: readonly Diagnostic[];
  readonly assessment: Assessment | null;
  readonly spans: readonly Span[];
  readonly milliseconds: number;
}

/** What of the argument is drawn, and what is pointed out in it. */
export interface DiagramAsk extends Pick<SceneOptions, 'view' | 'root' | 'cutSet' | 'pathSet' | 'doubts'> {
  /** Doubts and verdicts are those with these changes. */
  readonly tried?: readonly CaseChange[];
}

export interface DiagramAnswer {
  /** Of the model that it is drawn from. */
  readonly serial: number;
  readonly scene: Scene;
}

/** A diagram as it is folded; nodes are those of the scene of that serial. */
export interface FoldedAsk {
  readonly ask: DiagramAsk;
  readonly serial: number;
  readonly folded: readonly number[];
}

/** A change to the texts as they stand in the page, typed ones too. */
export interface AuthorAsk {
  readonly files: readonly Text[];
  readonly intent: Intent;
  readonly today: IsoDate;
  readonly who?: string;
}

export type AuthorAnswer =
  | {
      readonly ok: true;
      readonly what: string;
      readonly also: readonly string[];
      readonly texts: readonly (readonly [path: string, text: string])[];
      readonly select?: ElementId;
    }
  | { readonly ok: false; readonly reason: string; readonly hint?: string };

/** A building block that can be put in below an element. */
export interface BlockChoice {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly idea: string;
  /** Each parameter with what it stands for. */
  readonly parameters: readonly { readonly name: string; readonly text: string; readonly example: string }[];
}

/** What may be asked about the model that is loaded: arguments and answer of each question, plain data. */
export interface Questions extends AnalysisQuestions, EvidenceQuestions {
  readonly steps: { readonly args: null; readonly answer: Steps };
  readonly coverage: { readonly args: null; readonly answer: Coverage };
  readonly signOffs: { readonly args: null; readonly answer: SignOffs };
  readonly challenges: { readonly args: null; readonly answer: readonly LoggedChallenge[] };
  /** What the case would be worth with all of these changes; `milliseconds` is what the engine took. */
  readonly whatIf: {
    readonly args: { readonly changes: readonly CaseChange[] };
    readonly answer: { readonly result: WhatIfResult; readonly milliseconds: number };
  };
  /** Prepares what `whatIf` is answered from, which takes about as long as judging the case. */
  readonly whatIfReady: { readonly args: null; readonly answer: null };
  /** What may stand at an offset of a file. */
  readonly complete: {
    readonly args: { readonly path: string; readonly offset: number };
    readonly answer: Completions | null;
  };
  readonly names: { readonly args: null; readonly answer: readonly NamePlace[] };
  readonly keyMeaning: {
    readonly args: { readonly path: string; readonly offset: number };
    readonly answer: { readonly key: string; readonly about: string } | null;
  };
  /** Another name, everywhere: the new texts. */
  readonly rename: {
    readonly args: { readonly from: string; readonly to: string; readonly kind: NameKind };
    readonly answer:
      | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
      | { readonly ok: false; readonly why: string };
  };
  readonly conditions: { readonly args: null; readonly answer: readonly Condition[] };
  /** Also of a text with errors: then of what could be read of it. */
  readonly diagram: { readonly args: DiagramAsk; readonly answer: DiagramAnswer };
  /** What is shown, measured and laid out. Null: another model was loaded since. */
  readonly layout: {
    readonly args: FoldedAsk;
    readonly answer: { readonly nodes: readonly MeasuredNode[]; readonly layout: PackedLayout } | null;
  };
  /** The diagram as one SVG document; null as above. */
  readonly picture: {
    readonly args: FoldedAsk & { readonly theme: 'light' | 'dark' };
    readonly answer: string | null;
  };
  readonly author: { readonly args: AuthorAsk; readonly answer: AuthorAnswer };
  /** Where a gesture may end: `ok`, or why not. */
  readonly legalTargets: {
    readonly args: Gesture;
    readonly answer: readonly (readonly [ElementId, 'ok' | string])[];
  };
  readonly blocks: { readonly args: null; readonly answer: readonly BlockChoice[] };
}

export type QuestionName = keyof Questions;

/** What the worker is told, and what it says. */
export type Request =
  | { readonly id: number; readonly kind: 'load'; readonly input: LoadInput }
  | { readonly id: number; readonly kind: 'ask'; readonly name: QuestionName; readonly args: unknown };

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
  /** Of a load: the case as its text says it, before it is judged; null where it cannot be read. */
  | { readonly id: number; readonly ok: 'read'; readonly of: Case | null }
  /** It is not done yet; how far it is, in words. */
  | { readonly id: number; readonly ok: 'not yet'; readonly words: string };
