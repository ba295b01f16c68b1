/** What the caller asks of `surety diagram`. */
export interface DiagramFlags {
  readonly output?: string;
  readonly view?: 'complete' | 'architecture' | 'all';
  readonly module?: string;
  readonly pattern?: string;
  readonly root?: string;
  readonly outcome?: string;
  readonly riskCase?: string;
  readonly depth?: number;
  readonly collapse?: readonly string[];
  readonly mask?: readonly string[];
  readonly layer?: readonly string[];
  readonly doubt?: boolean;
  readonly cutSet?: number;
  readonly pathSet?: boolean;
  readonly theme: 'light' | 'dark' | 'auto';
  /** False for `--no-font`. */
  readonly font: boolean;
  readonly json?: boolean;
  readonly asOf: string;
  readonly seed: number;
}

/** What can only be drawn of a case that is assessed. */
export function needsAssessment({ doubt, cutSet, pathSet }: DiagramFlags): boolean {
  return doubt === true || cutSet !== undefined || pathSet === true;
}
