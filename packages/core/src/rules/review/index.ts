import {
  answerUndeveloped,
  challengeOpen,
  challengeProvenance,
  challengeStatus,
  challengeToChallenge,
  defeated,
} from './challenges.js';
import {
  assessorIsAuthor,
  signedTwice,
  signOffDate,
  signOffListed,
  signOffMissing,
  signOffNoDigest,
  signOffStale,
  signOffUnknownElement,
} from './sign-offs.js';
import { signOffUnsigned } from './signature.js';
import { notQuantified, policyListed, revoked, sketch } from './status.js';
import { unknownRule, unknownWaived, waiverExpired, waiverIncomplete, waiverUnused } from './waivers.js';

export const reviewRules = [
  challengeOpen,
  challengeStatus,
  answerUndeveloped,
  challengeProvenance,
  challengeToChallenge,
  defeated,
  sketch,
  revoked,
  notQuantified,
  policyListed,
  signOffMissing,
  signOffListed,
  signOffStale,
  signOffUnsigned,
  signOffUnknownElement,
  signOffNoDigest,
  signOffDate,
  signedTwice,
  assessorIsAuthor,
] as const;

/** They look at what all other rules found. */
export const waiverRules = [unknownRule, unknownWaived, waiverIncomplete, waiverExpired, waiverUnused] as const;
