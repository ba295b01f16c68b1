import { isObject, type JsonValue, list, object, type Shape, scalar, take } from '../../json/index.js';
import type { TrialTexts } from '../../samples/index.js';

/** What is kept of a sample besides its row, while samples are picked for a report. */
export const textFields: Readonly<Record<string, Shape>> = {
  input: take,
  output: object({
    model: scalar,
    completion: take,
    choices: list(object({ message: object({ content: take }), stop_reason: scalar })),
  }),
};

/** What was put to the model, and its last answer. */
export function textsOf(sample: JsonValue | undefined): TrialTexts {
  if (!isObject(sample)) return {};
  const { input, output } = sample;
  const [choice] = isObject(output) && Array.isArray(output.choices) ? output.choices : [];
  const message = isObject(choice) && isObject(choice.message) ? choice.message.content : undefined;
  const asked = typeof input === 'string' ? input : Array.isArray(input) ? messages(input) : undefined;
  const answered = (isObject(output) ? textOf(output.completion) : undefined) || textOf(message);
  return { ...(asked === undefined ? {} : { input: asked }), ...(answered === undefined ? {} : { output: answered }) };
}

function messages(all: readonly JsonValue[]): string {
  return all
    .flatMap((one) => {
      const text = isObject(one) ? textOf(one.content) : undefined;
      return text === undefined ? [] : [isObject(one) && typeof one.role === 'string' ? `${one.role}: ${text}` : text];
    })
    .join('\n');
}

/** A content is a text, or a list of parts of which some are texts. */
function textOf(content: JsonValue | undefined): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  const parts = (content as readonly JsonValue[]).flatMap((part) =>
    isObject(part) && typeof part.text === 'string' ? [part.text] : [],
  );
  return parts.length === 0 ? undefined : parts.join('\n');
}
