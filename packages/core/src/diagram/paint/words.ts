import type { Category } from '../../case/index.js';
import type { SceneEdge, Shape } from '../types.js';

export const categoryNames: readonly Category[] = ['inability', 'control', 'trustworthiness', 'deference'];

export const shapeWords: Readonly<Record<Shape, string>> = {
  goal: 'Goal',
  strategy: 'Strategy',
  solution: 'Solution',
  context: 'Context',
  assumption: 'Assumption',
  justification: 'Justification',
  'counter-goal': 'Counter-goal',
  'counter-solution': 'Counter-solution',
  challenge: 'Challenge',
  module: 'Module',
  contract: 'Contract module',
  choice: 'Choice',
};

/** What a link says of the node where it starts. */
export const relationWords: Readonly<Record<SceneEdge['kind'], string>> = {
  supportedBy: 'supported by',
  inContextOf: 'in context of',
  challenges: 'challenges',
  'challenges link': 'challenges the link',
  answeredBy: 'answered by',
  confidence: 'confidence argued by',
  uses: 'rests on',
};
