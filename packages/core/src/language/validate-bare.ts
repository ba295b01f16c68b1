import { bareElementText, bareModuleText, idPattern, moduleText } from '../schema/index.js';
import { type BareContext, bareElement, oneSlipFrom } from './bare-element.js';
import { hold } from './hold.js';
import { layerText } from './layer-text.js';
import { report, type Source } from './source.js';
import { type Entry, entryOf, type MapNode, type Plain, type TextNode, toPlain } from './tree.js';
import type { Common, Found, Section } from './valid-file.js';

/** A bare argument: every key but `module` is an element. */
export function validateBare(source: Source, root: MapNode, { alone, points }: Common): Found {
  const context: BareContext = { source, alone, points, told: new Set(), compared: new Map() };
  const elements: Record<string, Plain> = {};
  const entries: Entry[] = [];
  let module: { readonly node: TextNode; readonly data: Plain } | undefined;
  let information: Found['information'] = {};
  for (const entry of root.entries) {
    if (entry.key === 'module') {
      const read = readModule(source, entry.value);
      const data = toPlain(read.node);
      hold(source, alone ? bareModuleText() : moduleText(), data, read.node, ['module']);
      module = { node: read.node, data };
      information = read.information;
    } else {
      const { node, layers } = bareElement(entry, context);
      const data = toPlain(node);
      hold(source, bareElementText, data, node, [entry.key]);
      // Of an element that stands twice the first counts, as of any key.
      if (!Object.hasOwn(elements, entry.key)) elements[entry.key] = bareData(data, layers);
      entries.push(node === entry.value ? entry : { ...entry, value: node });
      checkId(context, entry);
    }
  }
  const sections: Section[] = [{ name: 'argument', node: { ...root, entries }, path: [] }];
  if (module !== undefined) sections.push({ name: 'module', node: module.node, path: ['module'] });
  const data = { argument: elements, ...(module === undefined ? {} : { module: module.data }) };
  return { data: data as Found['data'], sections, information };
}

/** An element as those after the schema expect it: with a text, if an empty one. */
export function bareData(data: Plain, layers: Readonly<Record<string, string>> | undefined): Plain {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const element = data as { readonly [key: string]: Plain };
  if (layers === undefined && element.text !== undefined) return element;
  return { ...element, text: element.text ?? '', ...(layers === undefined ? {} : { layers }) };
}

/** Keys of modules that only say how gsn2x draws them. */
const layout: ReadonlySet<string> = new Set([
  'level',
  'rankIncrement',
  'horizontalIndex',
  'charWrap',
  'wordWrap',
  'stylesheets',
]);

function readModule(source: Source, node: TextNode): { node: TextNode; information: Found['information'] } {
  const information: Record<string, string> = {};
  if (node.kind !== 'map') return { node, information };
  const { shape } = moduleText();
  const keys = Object.keys(shape);
  const entries = node.entries.filter(({ key }) => Object.hasOwn(shape, key));
  for (const { key, keyStart: start, keyEnd: end, value } of node.entries) {
    if (Object.hasOwn(shape, key) || layout.has(key)) continue;
    information[key] = layerText(source, value);
    const near = oneSlipFrom(
      key,
      keys.filter((one) => entryOf(node, one) === undefined),
    );
    if (near === undefined) continue;
    report(source, 'layer-near-key', { start, end }, `\`${key}\` is no key of a module, so it is only shown.`, {
      hint: `Did you mean \`${near}\`?`,
      fix: { start, end, text: near },
    });
  }
  return { node: { ...node, entries }, information };
}

/** Ids may be numbered with dots where no pattern makes such ids; but not end like the name of a leaf. */
const dottedId = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u;
const leafName = /\.(?:inference|holdsUntil|combine|defeated)$/;

function checkId({ source, alone }: BareContext, { key, keyStart: start, keyEnd: end }: Entry): void {
  if (idPattern.test(key)) return;
  const ends = leafName.test(key);
  if (alone && dottedId.test(key) && !ends) return;
  const message = ends
    ? `The id '${key}' ends like the name of a leaf that is made of an element.`
    : `The id '${key}' may hold only letters, digits, \`_\`${alone ? ', `-` and dots inside' : ' and `-`'}.`;
  report(source, 'bad-id', { start, end }, message);
}
