import * as z from 'zod';
import { once } from '../case/index.js';
import { quantityText } from './doubt.js';
import { argumentText, elementText } from './element.js';
import { dependenceText, evidenceText, indicatorText, reviewText, waiverText } from './evidence.js';
import { lateValues } from './late-values.js';
import { open } from './open.js';
import { byId, flag, id, oneOrMore, reference, text, words } from './parts.js';
import {
  caseInfoText,
  chainText,
  decisionText,
  dismissalText,
  fmeaRowText,
  interactionText,
  outcomeText,
  policyText,
  subsystemText,
} from './system.js';

/**
 * The schema of the text: the single declaration of what may stand where. The reader's types, the published JSON
 * Schema, the completion of editors and the reference in the manual are all made from it.
 */

export const riskCaseText = once(() =>
  z
    .strictObject({
      claim: reference('The top claim: that the outcome will occur.'),
      argument: argumentText('The argument of the other side.').optional(),
    })
    .describe("The other side's argument that the outcome will occur."),
);

/** Nobody reads this data before its values are filled in, so it has no type. */
const openArgumentText = (description: string): z.ZodType<Readonly<Record<string, unknown>>> =>
  byId(open(elementText), description);

export const patternText = once(() =>
  z
    .strictObject({
      parameters: byId(z.string(), 'Each parameter with what it stands for.').optional(),
      argument: openArgumentText('The argument, with `{parameter}` where a value goes; the first element is its top.'),
    })
    .describe('A piece of argument with parameters.'),
);

const extensionText = () =>
  z
    .strictObject({
      module: text('Name of the module.'),
      develops: byId(
        oneOrMore(reference('Id of an element of this module.'), 'Ids in this module.'),
        'Which element of that module is developed by which of this one.',
      ).optional(),
    })
    .describe('What this module develops of another: `{ module: power, develops: { G1: [G2] } }`.');

export const moduleText = once(() =>
  z
    .strictObject({
      name: id('Name of the module, for references as `G7@name`.'),
      brief: text('What the module argues.').optional(),
      uses: oneOrMore(text('Path of a file.'), 'Files of the modules that this one cites.').optional(),
      extends: oneOrMore(
        z.union([z.string(), extensionText()]),
        'Modules whose undeveloped goals this one develops.',
      ).optional(),
      contract: flag('The module is a contract between modules.').optional(),
    })
    .describe('Makes this file a module.'),
);

/** The module of a gsn2x file: nothing has to refer to it by its name there, so that may be any words. */
export const bareModuleText = once(() => moduleText().extend({ name: words('Name of the module.') }));

/** The sections of a text, in the order in which `surety format` writes them. */
export const sections = lateValues({
  surety: () => z.literal(1).describe('Version of this format.'),
  module: moduleText,
  case: caseInfoText,
  policy: policyText,
  decision: decisionText,
  outcomes: () => byId(outcomeText(), 'Step 2: what must not happen.'),
  system: () => byId(subsystemText(), 'Steps 1 and 4: subsystems, their access, and who watches whom.'),
  assumptions: () => byId(elementText, 'Step 3: assumptions, each with an owner, a doubt and an indicator.'),
  argument: () => argumentText('Steps 5 and 6: the elements of the argument, by id.'),
  riskCases: () => byId(riskCaseText(), "The other side's argument, for each outcome."),
  patterns: () => byId(patternText(), 'Pieces of argument with parameters, to be instantiated.'),
  quantities: () => byId(quantityText, 'Distributions and expressions, sampled once per trial.'),
  evidence: () => byId(evidenceText(), 'Pieces of evidence, by name.'),
  interactions: () => z.array(interactionText()).describe('Step 6: every kind of interaction, argued or dismissed.'),
  dismissed: () =>
    z.array(dismissalText()).describe('Step 5: subsystem and outcome pairs that need no argument, and why.'),
  fmea: () => z.array(fmeaRowText()).describe('Rows of a failure mode and effects analysis.'),
  dependence: () => z.array(dependenceText()).describe('Common causes that span the case.'),
  chain: chainText,
  indicators: () => byId(indicatorText(), 'What would make an assumption or a claim untrue while the system runs.'),
  waivers: () => z.array(waiverText()).describe('Findings that are accepted for a while.'),
  review: reviewText,
});

export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];

/** A whole text. Every section may be absent, as a case may be a folder of files. */
export const caseText = once(() =>
  z
    .strictObject(
      Object.fromEntries(sectionNames.map((name) => [name, sections[name].optional()])) as {
        [Name in SectionName]: z.ZodOptional<(typeof sections)[Name]>;
      },
    )
    .meta({ title: 'Surety case', description: 'The text of a safety case, or one file of it.' }),
);

export type CaseText = z.infer<ReturnType<typeof caseText>>;

/** The published JSON Schema (draft 2020-12) of a file. The same bytes every time. */
export function toJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(caseText(), { target: 'draft-2020-12', io: 'input' }) as Record<string, unknown>;
}
