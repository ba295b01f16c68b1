import { notAGoal, unknownElement } from './elements.js';
import { claimPointPlace, notPublic, unknownClaimPoint, unknownLink } from './links.js';
import { unknownEvidence, unknownIndicator, unknownOutcome, unknownSubsystem } from './names.js';
import { unknownPattern } from './patterns.js';

export const referenceRules = [
  unknownElement,
  notAGoal,
  unknownLink,
  claimPointPlace,
  unknownClaimPoint,
  notPublic,
  unknownSubsystem,
  unknownOutcome,
  unknownEvidence,
  unknownIndicator,
  unknownPattern,
] as const;
