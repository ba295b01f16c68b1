import { doubtProvenance, inferenceRequired, inferenceUnassessed, oneMind, opinionDates } from './elicitation.js';
import { dependenceUnreasoned, groupSharesEvidence, groupsOverlap, groupTooSmall } from './groups.js';
import { independenceUnreasoned, independentLegsShareOrigin, oneLeg } from './legs.js';
import { memberNotLeaf, memberTwice, unknownMember } from './members.js';

export const dependenceRules = [
  unknownMember,
  memberNotLeaf,
  memberTwice,
  groupTooSmall,
  groupsOverlap,
  groupSharesEvidence,
  dependenceUnreasoned,
  oneLeg,
  independenceUnreasoned,
  independentLegsShareOrigin,
  oneMind,
  doubtProvenance,
  opinionDates,
  inferenceRequired,
  inferenceUnassessed,
] as const;
