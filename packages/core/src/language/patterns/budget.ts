/** What was made of patterns in one case; no more than is bearable may be. */
export interface Budget {
  elements: number;
  /** Characters and nodes of text, and work that takes as long as so much text. */
  size: number;
}

export const mostElements = 100_000;
const mostSize = 30_000_000;

/** Patterns that use each other, one below the other. */
export const deepest = 16;

export function newBudget(): Budget {
  return { elements: 0, size: 0 };
}

/** Takes so much text. False where the budget is used up. */
export function spend(budget: Budget, size: number): boolean {
  budget.size += size;
  return !isSpent(budget);
}

export function isSpent({ elements, size }: Budget): boolean {
  return elements > mostElements || size > mostSize;
}
