import { relative } from 'node:path';
import type { Diagnostic, Severity, SourceRange, Splice } from '@surety/core/case';
import { openDocument } from '@surety/core/language';
import { exitCode } from '../exit-code.js';
import type { CaseText } from '../load-case.js';
import { clean, cleaned } from '../render/text.js';
import { ownVersion } from '../version.js';
import { checkCodes } from './check-codes.js';
import type { Checked } from './checked.js';
import { fingerprintsOf } from './fingerprints.js';
import type {
  SarifArtifact,
  SarifFix,
  SarifLevel,
  SarifLocation,
  SarifLog,
  SarifRegion,
  SarifResult,
  SarifSuppression,
} from './sarif-log.js';
import { sarifRule } from './sarif-rule.js';

/** Where the schema of SARIF 2.1.0 is published. */
const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, SarifLevel>;

/**
 * The findings as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Files are relative to the root of
 * the repository, and the log does not say where on this machine that is. Verdicts are no results.
 */
export function toSarif({ text, findings, asOf, failOn, code }: Checked): string {
  const rules = checkCodes().map((one) => sarifRule(one, levels[one.severity]));
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fingerprintsOf(findings, text.documents);
  const folder = relative(text.root, text.folder).replaceAll('\\', '/');
  const log: SarifLog = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Surety', version: ownVersion(), semanticVersion: ownVersion(), rules } },
        // Several cases of one repository are told apart by their folders.
        automationDetails: { id: `surety/${folder === '' ? '' : `${folder}/`}` },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: code !== exitCode.unusable,
            exitCode: code,
            exitCodeDescription: exitWords[code],
          },
        ],
        properties: { asOf, failOn },
        results: findings.map((finding, index) => ({
          ruleId: finding.code,
          ...indexOf(places.get(finding.code)),
          ...resultOf(withoutHarm(finding), text),
          partialFingerprints: { 'suretyFinding/v1': fingerprints[index]! },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const exitWords = {
  0: 'No finding at or above the severity that was asked for.',
  1: 'A finding at or above the severity that was asked for.',
  2: 'The text has errors.',
} as const;

/**
 * The finding with every text cleaned but those that a fix puts in: they are exact, line ends and all, and where one
 * holds what would have to be cleaned there is no fix.
 */
function withoutHarm({ fix, ...finding }: Diagnostic): Diagnostic {
  const isClean = fix?.every(({ text }) => text.split(/\r?\n/).every((line) => clean(line) === line)) === true;
  return { ...cleaned(finding), ...(isClean ? { fix } : {}) };
}

function indexOf(index: number | undefined): Pick<SarifResult, 'ruleIndex'> {
  return index === undefined ? {} : { ruleIndex: index };
}

function resultOf(
  { severity, message, hint, range, element, related, fix, waived }: Diagnostic,
  text: CaseText,
): Omit<SarifResult, 'ruleId' | 'partialFingerprints'> {
  const location: SarifLocation = {
    physicalLocation: physical(range),
    ...(element === undefined
      ? {}
      : { logicalLocations: [{ name: element, fullyQualifiedName: element, kind: 'element' }] }),
  };
  return {
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message.replace(/\.$/, '')}. ${hint}` },
    locations: [location],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id: id + 1,
            message: { text: one.message },
            physicalLocation: physical(one.range),
          })),
        }),
    ...(fix === undefined ? {} : { fixes: [fixOf(fix, hint ?? message, text)] }),
    suppressions: waived === undefined ? [] : [suppression(waived)],
  };
}

function suppression({ because, by, until }: NonNullable<Diagnostic['waived']>): SarifSuppression {
  const who = by === undefined ? '' : ` by ${by}`;
  return {
    kind: 'inSource',
    status: 'accepted',
    justification: `${because ?? 'No reason is stated'} (waived${who} until ${until})`,
  };
}

function physical(range: SourceRange): SarifLocation['physicalLocation'] {
  return { artifactLocation: artifact(range.file), region: regionOf(range) };
}

function artifact(file: string): SarifArtifact {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function regionOf({ start, end }: SourceRange): SarifRegion {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(splices: readonly Splice[], description: string, { documents }: CaseText): SarifFix {
  const files = [...new Set(splices.map(({ file }) => file))];
  return {
    description: { text: description },
    artifactChanges: files.map((file) => {
      const { lines } = openDocument(file, documents.find((one) => one.file === file)?.text ?? '');
      return {
        artifactLocation: artifact(file),
        replacements: splices
          .filter((splice) => splice.file === file)
          .map(({ start, end, text }) => ({
            deletedRegion: regionOf(lines.range(start, end)),
            insertedContent: { text },
          })),
      };
    }),
  };
}
