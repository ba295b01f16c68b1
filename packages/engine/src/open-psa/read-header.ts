import type { Attribute, Definition } from './model.js';
import { all, placeOf, quoted, required, type Sink, type XmlNode } from './xml-node.js';

/** Characters of a label, name or value. */
const longest = 100_000;

/** Name, role, label and attributes of a definition, and the elements that are left. */
export function header(
  node: XmlNode,
  scope: readonly string[],
  hidden: boolean,
  to: Sink,
): { readonly definition: Definition; readonly body: readonly XmlNode[] } | undefined {
  const name = required(node, 'name', to);
  if (name === undefined) return undefined;
  const { role } = node.attributes;
  if (role !== undefined && role !== 'private' && role !== 'public')
    return to.fail('bad-value', placeOf(node), `${quoted(name)} has the role ${quoted(role)}`, 'private or public');
  if (name.length > longest)
    return to.fail('limit', placeOf(node), 'a name is too long', `at most ${longest} characters`);
  const isPrivate = role === undefined ? hidden : role === 'private';
  const described = description(node.children, to);
  if (described === undefined) return undefined;
  const { body, label, attributes } = described;
  return {
    definition: {
      name,
      scope,
      private: isPrivate && scope.length > 0,
      ...(label === undefined ? {} : { label }),
      ...(attributes === undefined ? {} : { attributes }),
      place: placeOf(node),
    },
    body,
  };
}

/** What a label and attributes say, and the elements that are neither. */
export function description(
  children: readonly XmlNode[],
  to: Sink,
):
  | { readonly label?: string; readonly attributes?: readonly Attribute[]; readonly body: readonly XmlNode[] }
  | undefined {
  const labels = children.filter(({ name }) => name === 'label');
  const lists = children.filter(({ name }) => name === 'attributes');
  const extra = labels[1] ?? lists[1];
  if (extra !== undefined) return to.fail('duplicate', placeOf(extra), `there are two <${extra.name}>`, 'one');
  const [label] = labels;
  const [list] = lists;
  const attributes = list === undefined ? undefined : all(list.children, (one) => readAttribute(one, to));
  if (list !== undefined && attributes === undefined) return undefined;
  const text = label?.text.trim();
  return {
    ...(text === undefined || text === '' ? {} : { label: text }),
    ...(attributes === undefined || attributes.length === 0 ? {} : { attributes }),
    body: children.filter(({ name }) => name !== 'label' && name !== 'attributes'),
  };
}

function readAttribute(node: XmlNode, to: Sink): Attribute | undefined {
  if (node.name !== 'attribute')
    return to.fail('unknown-element', placeOf(node), `<${node.name}> stands among attributes`, '<attribute>');
  const name = required(node, 'name', to);
  if (name === undefined) return undefined;
  const { value = '', type } = node.attributes;
  return { name, value, ...(type === undefined ? {} : { type }) };
}
