import { evidenceDates, evidenceProvenance, evidenceStale, evidenceUnused, expiresInWindow } from './age.js';
import { evidenceUnverified, testResultFailed } from './attestation.js';
import { flatteringPolicy, requirementCannotFail } from './counting.js';
import { requirementNotMet } from './not-met.js';
import { groupByNoneUnreasoned, rateIsNotEvent, requirementWithoutMeasure, unknownResult } from './requirement.js';
import { marginWithoutEffect, priorCertain } from './settled.js';
import { auditFraction, evidenceAbsent, evidenceAltered, evidenceMissing } from './source.js';
import {
  eventNotElement,
  evidenceAboutNothing,
  evidenceModelUnpinned,
  evidenceOtherModel,
  evidenceRanAnother,
} from './subject.js';

export const evidenceRules = [
  requirementWithoutMeasure,
  unknownResult,
  rateIsNotEvent,
  groupByNoneUnreasoned,
  flatteringPolicy,
  requirementCannotFail,
  requirementNotMet,
  marginWithoutEffect,
  priorCertain,
  evidenceStale,
  expiresInWindow,
  evidenceDates,
  evidenceProvenance,
  evidenceUnused,
  evidenceOtherModel,
  evidenceModelUnpinned,
  evidenceAboutNothing,
  evidenceRanAnother,
  eventNotElement,
  evidenceMissing,
  evidenceAltered,
  evidenceAbsent,
  evidenceUnverified,
  testResultFailed,
  auditFraction,
] as const;
