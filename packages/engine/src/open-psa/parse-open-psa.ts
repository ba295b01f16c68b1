import type { XmlElement, XmlHandlers, XmlPlace } from '../xml/index.js';
import { type Collector, collector } from './collect-definitions.js';
import type { OpenPsaModel } from './model.js';
import { type ModelPlace, type ModelProblem, type ModelResult, problemAt } from './problem.js';
import { description } from './read-header.js';
import { placeOf, quoted, required, type XmlNode } from './xml-node.js';

export interface OpenPsaLimits {
  /** Gates, events, parameters and whatever else is defined. */
  readonly definitions: number;
  /** Elements in all definitions. */
  readonly nodes: number;
}

export const openPsaLimits: OpenPsaLimits = { definitions: 1_000_000, nodes: 10_000_000 };

/** Characters of one label. */
const longestLabel = 100_000;

/** Another file that a text names, to be read into the same model; a problem where that cannot be. */
export type Include = (file: string, place: ModelPlace) => ModelProblem | undefined;

/** Takes the elements of one text, or of several that make up one model; `model` is to be asked for when all have ended. */
export interface OpenPsaParser {
  /** What takes the next text; places in it bear the name of the file. */
  handlers(file?: string): XmlHandlers;
  model(): ModelResult<OpenPsaModel>;
}

/** A fault tree, a component, model data or the root: its contents are read one by one. */
interface Open {
  readonly element: XmlElement;
  readonly scope: readonly string[];
  readonly private: boolean;
  readonly kind: 'root' | 'fault-tree' | 'component' | 'model-data';
  /** Label and attributes. */
  readonly described: XmlNode[];
}

const containers: Readonly<Record<string, Exclude<Open['kind'], 'root'>>> = {
  'define-fault-tree': 'fault-tree',
  'define-component': 'component',
  'model-data': 'model-data',
};

/**
 * Parser of the Open-PSA Model Exchange Format 2.0d (Epstein & Rauzy, 2008): fault trees, components, gates, basic and
 * house events, parameters, common-cause groups, event trees, initiating events, rules and model data. Refused, since
 * they may change a probability: substitutions, alignments, functions of external libraries. Files that are included are
 * handed to `include`, and refused without it.
 */
export function openPsaParser(limits: OpenPsaLimits = openPsaLimits, include: Include = refused): OpenPsaParser {
  const collected: Collector = collector(limits.definitions);
  const { sink } = collected;
  let nodes = 0;
  return {
    handlers: (file) => {
      const open: Open[] = [];
      /** Elements of the definition that is being read, outermost first. */
      const inside: XmlNode[] = [];
      const at = ({ line, column }: XmlPlace) => (file === undefined ? { line, column } : { file, line, column });

      const begin = (element: XmlElement): ModelProblem | undefined => {
        const outer = open.at(-1);
        if (outer === undefined) {
          if (element.name !== 'opsa-mef')
            return problemAt('unknown-element', at(element), `the text begins with <${element.name}>`, '<opsa-mef>');
          open.push({ element, scope: [], private: false, kind: 'root', described: [] });
          return undefined;
        }
        const kind = inside.length > 0 ? undefined : kindOf(element.name);
        if (kind !== undefined) return enter(element, kind, outer);
        nodes += 1;
        if (nodes > limits.nodes)
          return problemAt('limit', at(element), 'the definitions are too large', `at most ${limits.nodes} elements`);
        const node: XmlNode = {
          name: element.name,
          attributes: element.attributes,
          children: [],
          text: '',
          ...at(element),
        };
        inside.at(-1)?.children.push(node);
        inside.push(node);
        return undefined;
      };

      const enter = (
        element: XmlElement,
        kind: Exclude<Open['kind'], 'root'>,
        outer: Open,
      ): ModelProblem | undefined => {
        const place = at(element);
        const fits =
          kind === 'component' ? outer.kind === 'fault-tree' || outer.kind === 'component' : outer.kind === 'root';
        if (!fits)
          return problemAt(
            'unknown-element',
            place,
            `<${element.name}> stands inside <${outer.element.name}>`,
            'it to stand elsewhere',
          );
        if (kind === 'model-data') {
          open.push({ element, scope: [], private: false, kind, described: [] });
          return undefined;
        }
        const node: XmlNode = { name: element.name, attributes: element.attributes, children: [], text: '', ...place };
        const name = required(node, 'name', sink);
        const { role } = element.attributes;
        if (name !== undefined && role !== undefined && role !== 'private' && role !== 'public')
          sink.fail('bad-value', place, `${quoted(name)} has the role ${quoted(role)}`, 'private or public');
        if (name === undefined || sink.problem !== undefined) return sink.problem;
        open.push({
          element,
          scope: [...outer.scope, name],
          private: kind === 'component' && (role === undefined ? outer.private : role === 'private'),
          kind,
          described: [],
        });
        return collected.container({ kind, name, scope: outer.scope, private: role === 'private', place });
      };

      const finish = (): ModelProblem | undefined => {
        const node = inside.pop();
        if (node === undefined) {
          const { kind, scope, described, element } = open.pop()!;
          const found = description(described, sink);
          if (found === undefined) return sink.problem;
          const { label, attributes } = found;
          const said = {
            ...(label === undefined ? {} : { label }),
            ...(attributes === undefined ? {} : { attributes }),
          };
          if (kind === 'root') collected.whole({ name: element.attributes.name, ...said });
          else if (kind !== 'model-data') collected.described(scope, said);
          return undefined;
        }
        if (inside.length > 0) return undefined;
        const outer = open.at(-1)!;
        if (node.name === 'include' || node.name === 'xi:include') {
          const named = required(node, node.name === 'include' ? 'file' : 'href', sink);
          return named === undefined ? sink.problem : include(named, placeOf(node));
        }
        if (node.name === 'label' || node.name === 'attributes') {
          outer.described.push(node);
          return undefined;
        }
        return collected.define(node, outer.scope, outer.private, outer.kind);
      };

      return {
        open: begin,
        close: finish,
        text: (text, place) => {
          if (!/\S/.test(text)) return undefined;
          const node = inside.at(-1);
          if (node?.name !== 'label')
            return problemAt('unknown-element', at(place), 'a text stands between the elements', 'elements only');
          if (node.text.length + text.length > longestLabel)
            return problemAt('limit', placeOf(node), 'a label is too long', `at most ${longestLabel} characters`);
          node.text += text;
          return undefined;
        },
      };
    },
    model: () => collected.finish(),
  };
}

function kindOf(name: string): Exclude<Open['kind'], 'root'> | undefined {
  return Object.hasOwn(containers, name) ? containers[name] : undefined;
}

function refused(file: string, place: ModelPlace): ModelProblem {
  return problemAt(
    'not-supported',
    place,
    `the file ${quoted(file)} is included, and others are not read here`,
    'a model in one file',
  );
}
