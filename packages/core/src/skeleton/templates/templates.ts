import { big } from './big.js';
import { control } from './control.js';
import { customerAgent } from './customer-agent.js';
import { cyberInability } from './cyber-inability.js';
import { debate } from './debate.js';
import { dynamic } from './dynamic.js';
import { holistic } from './holistic.js';
import { misuseSafeguards } from './misuse-safeguards.js';
import { scheming } from './scheming.js';
import type { CaseTemplate } from './template.js';
import { threeSketches } from './three-sketches.js';
import { trainFurther } from './train-further.js';

/** Whole cases to start from, the most general first. */
export const caseTemplates: readonly CaseTemplate[] = [
  holistic,
  customerAgent,
  cyberInability,
  scheming,
  control,
  misuseSafeguards,
  debate,
  big,
  threeSketches,
  dynamic,
  trainFurther,
];
