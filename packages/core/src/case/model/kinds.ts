export type CaseStatus = 'sketch' | 'draft' | 'in review' | 'accepted' | 'revoked';

export type ElementType = 'goal' | 'strategy' | 'solution' | 'context' | 'assumption' | 'justification' | 'challenge';

/** What a challenge is in the dialectic extension of GSN; a plain one is neither claim nor evidence yet. */
export type ChallengeForm = 'challenge' | 'counter-goal' | 'counter-solution';

export type Category = 'inability' | 'control' | 'trustworthiness' | 'deference';

export type SubsystemKind = 'model' | 'tool' | 'monitor' | 'humans' | 'users' | 'infrastructure';

export type Trust = 'untrustworthy' | 'trusted';

export type Criterion = 'mean' | 'p50' | 'p95';

export type InteractionKind =
  | 'collusion'
  | 'correlated failure'
  | 'cascade'
  | 'monitor subversion'
  | 'human manipulation'
  | 'collective strategy';

export type HorizonAxis = 'capability' | 'instances' | 'tasks' | 'window';
