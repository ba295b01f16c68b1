import * as z from 'zod';
import { once } from '../case/index.js';
import { confidentialText } from './confidential.js';
import { measureText } from './measure.js';
import { byId, day, flag, oneOrMore, probability, reference, text, words } from './parts.js';

/** Evidence, and what watches it. */

const keyFiles = () => oneOrMore(z.string(), 'Files of the public keys (PEM) that may have signed the attestation.');

const attestationText = () =>
  z
    .union([
      z.string(),
      z.strictObject({
        file: words('File of the DSSE envelope or the Sigstore bundle.'),
        keys: keyFiles().optional(),
        trustedRoot: text('For a Sigstore bundle: file of the trusted root (JSON) that it is held against.').optional(),
        identity: z
          .strictObject({
            issuer: words('Who vouched for the signer, for example `https://token.actions.githubusercontent.com`.'),
            subject: words('The signer as the certificate names them: an address or a URL, letter by letter.'),
          })
          .optional()
          .describe('For a Sigstore bundle: who must have signed it.'),
      }),
    ])
    .describe('A signed statement about the source: a file, or the file with who may have signed it.');

export const evidenceText = once(() =>
  z
    .strictObject({
      source: oneOrMore(
        words('Path of a source.'),
        'Where it is: a path relative to this file, or a list of paths. A folder stands for all logs below it, with `pool: true`.',
      ).optional(),
      pool: flag('Several sources are one sample (say so, as pooling hides differences).').optional(),
      reader: text('How the source is read, for example inspect, csv, open-psa.').optional(),
      by: text('Who collected it.').optional(),
      about: z
        .strictObject({
          subsystem: reference('The subsystem that it is about.').optional(),
          model: text('The model that was tested: its digest, its version, or `NAME VERSION`.').optional(),
        })
        .optional()
        .describe('What the evidence is about.'),
      collected: day('When it was collected.').optional(),
      expires: day('Day from which it no longer counts.').optional(),
      measure: measureText().optional(),
      transfer: reference('The claim that evidence about another model version carries over.').optional(),
      attestation: attestationText().optional(),
      keys: keyFiles().optional(),
      trials: oneOrMore(
        z.string(),
        'Digests of trials that the case points its readers to, as `surety evidence sample` gives them.',
      ).optional(),
      confidential: confidentialText.optional(),
      top: text('For a fault tree: the gate to take.').optional(),
      map: byId(
        reference('Id of an element.'),
        'For a fault tree: which element each basic event is. Then the tree and the element are not independent, and the doubt that the element states, one number, may not be above the probability of the event.',
      ).optional(),
    })
    .describe('A piece of evidence: source, reader and measure.'),
);

export const indicatorText = once(() =>
  z
    .strictObject({
      tests: reference('The element that it tests while the system runs.').optional(),
      source: z
        .union([z.string(), z.strictObject({ prometheus: text('A query in PromQL.') })])
        .optional()
        .describe('Where its values come from, for example `{ prometheus: "…" }`.'),
      breach: text('When it is breached, for example "> 0".').optional(),
      every: text('How often it is read, for example 1h.').optional(),
    })
    .describe('What would show, while the system runs, that an assumption or a claim is untrue.'),
);

export const dependenceText = once(() =>
  z
    .strictObject({
      name: words('Name of the common cause.'),
      members: z.array(reference('A leaf: id of an element, or `G2.inference`.')).describe('The leaves that share it.'),
      beta: probability('Probability of the common cause, from 0 to 1.'),
      because: text('Why the members share it, and this much.').optional(),
    })
    .describe('A common cause that spans the case.'),
);

export const waiverText = once(() =>
  z
    .strictObject({
      rule: text('Code of the finding that is accepted for a while.'),
      at: text('Where: id of an element, outcome, …; everywhere if absent.').optional(),
      because: text('Why it is acceptable for now.').optional(),
      by: text('Who accepts it.').optional(),
      until: day('Last day on which the waiver holds.').optional(),
    })
    .describe('A finding that is accepted for a while.'),
);

export const signOffText = once(() =>
  z
    .strictObject({
      role: words('In which role it was signed.'),
      who: words('Who signed.'),
      date: day('When it was signed.').optional(),
      of: words('Hash of what was signed, `sha256:…`: of the case, or of the element and all that it rests on.'),
      element: reference(
        'The element that was signed, with all that it rests on; the whole case if absent.',
      ).optional(),
      statement: text('What the signer states, or the file that holds it.').optional(),
      signature: text('File of the signed statement (DSSE); `surety sign --key` writes it.').optional(),
    })
    .describe('A signature under one state of the case, or of an element; `surety sign` writes it.'),
);

export const reviewText = once(() =>
  z
    .strictObject({
      required: oneOrMore(z.string(), 'Roles that have to sign.').optional(),
      signoffs: z.array(signOffText()).optional().describe('Who signed what.'),
      keys: byId(
        oneOrMore(z.string(), 'Files of the public keys (PEM) of this person.'),
        'Who signs with which keys: a sign-off of somebody named here counts only with such a signature.',
      ).optional(),
      allowedSigners: text(
        'File of SSH keys (`allowed_signers`): sign-offs that have no signed statement count only in a commit signed by one of them.',
      ).optional(),
    })
    .describe('Who has to sign and who did; not part of the content hash.'),
);
