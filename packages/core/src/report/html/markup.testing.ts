import { switchScript } from './switch-script.js';
import { viewerScript } from './viewer.generated.js';

/** Checks HTML as a browser would have to read it, far more strictly: what is wrong with it, or nothing. */
const allowed = new Set(
  (
    'html head meta title style body a header p span h1 h2 h3 main section nav ul ol li dl div dt dd article strong code pre ' +
    'details summary table caption thead tbody tr th td figure figcaption svg circle path rect line text footer ' +
    'fieldset legend label input g title desc'
  ).split(' '),
);
const empty = new Set(['meta', 'circle', 'path', 'rect', 'line', 'input', 'ellipse']);
const attributes = /^(?: [a-z0-9-]+(?:="[^"<>]*")?)*$/i;
const character = /&(?!(?:amp|lt|gt|quot|#39);)/;

export function faultsIn(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = withoutScripts(html)
    .replace('<!DOCTYPE html>', '')
    .replace(/<style>[^<]*<\/style>/, '');
  for (const [, close, name = '', rest = '', text = ''] of body.matchAll(/<(\/?)([^\s/>]*)([^>]*)>([^<]*)/g)) {
    if (!allowed.has(name)) faults.push(`element ${name}`);
    if (!attributes.test(rest.replace(/\/$/, ''))) faults.push(`attributes of ${name}: ${rest}`);
    if (/ (?:on[a-z]+|style|src|srcset|action)=/i.test(rest)) faults.push(`forbidden attribute of ${name}: ${rest}`);
    if (character.test(rest) || character.test(text)) faults.push(`bare & in ${name}: ${rest} ${text}`);
    if (text.includes('>')) faults.push(`bare > after ${name}`);
    if (close === '/') {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> closes <${last}>`);
    } else if (!empty.has(name)) open.push(name);
  }
  if (open.length > 0) faults.push(`never closed: ${open.join(' ')}`);
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => plain(id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length > 0) faults.push(`ids that stand twice: ${twice.join(', ')}`);
  const known = new Set(ids.map((id) => `#${id}`));
  for (const [, href = ''] of body.matchAll(/ href="([^"]*)"/g)) {
    const target = decodeURIComponent(plain(href));
    if (!known.has(target)) faults.push(`a link to nothing: ${target}`);
  }
  return faults;
}

function plain(text: string): string {
  const named = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => named[entity as keyof typeof named]);
}

/** The page without its own scripts, and without the data of the viewer, in which nothing may look like markup. */
export function withoutScripts(html: string): string {
  return [viewerScript, switchScript]
    .reduce((rest, script) => rest.split(`<script>${script}</script>`).join(''), html)
    .replace(/<script type="application\/json" id="[\w-]+">[^<]*<\/script>/, '');
}
