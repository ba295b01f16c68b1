/**
 * Shows a reader the sections of that reader's choice, in that order. A link to what is hidden changes to a reader who
 * is shown it, and opens what is folded; so does printing. Plain JavaScript: its digest stands in the policy of the page.
 */
export const switchScript = `
(() => {
  const main = document.querySelector('main');
  const list = main.querySelector('nav ol');
  const choices = [...document.querySelectorAll('.switch input')];
  const sections = [...main.querySelectorAll(':scope > section')];
  const items = new Map([...list.children].map((item) => [item.firstElementChild.hash.slice(1), item]));
  const planOf = (choice) => new Map(choice.dataset.sections.split(' ').map((entry) => entry.split(':')));
  const show = (choice) => {
    choice.checked = true;
    const plan = planOf(choice);
    for (const section of sections) section.hidden = !plan.has(section.id);
    for (const item of items.values()) item.hidden = true;
    for (const [id, depth] of plan) {
      const section = document.getElementById(id);
      section.dataset.depth = depth;
      if (section !== sections[0]) main.append(section);
      const item = items.get(id);
      if (item) {
        item.hidden = false;
        list.append(item);
      }
    }
  };
  const isShown = (choice, target) => {
    const depth = planOf(choice).get(target.closest('main > section')?.id);
    return depth === 'full' || (depth === 'short' && !target.closest('.deep'));
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('main > section')) return;
    const now = choices.find((choice) => choice.checked);
    if (!isShown(now, target)) show(choices.find((choice) => isShown(choice, target)) ?? now);
    const viewed = target.closest('.surety-viewed');
    if (viewed) {
      viewed.scrollIntoView();
      viewed.dispatchEvent(new CustomEvent('show-node', { detail: target.getAttribute('href') }));
      return;
    }
    for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
    target.querySelector(':scope > details')?.setAttribute('open', '');
    target.scrollIntoView();
  };
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
  for (const choice of choices) choice.addEventListener('change', () => show(choice));
  addEventListener('hashchange', reveal);
  document.querySelector('.switch').hidden = false;
  show(choices.find((choice) => choice.checked));
  if (location.hash !== '') reveal();
})();
`;
