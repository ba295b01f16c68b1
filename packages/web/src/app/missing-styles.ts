/** Asks again for styles that did not come: whoever loads a component asks for its styles once. */
export async function missingStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(links.filter((link) => !isThere(link)).map(anew));
}

/** A browser has none of a sheet that did not come, or one whose rules nobody may read. */
function isThere({ sheet }: HTMLLinkElement): boolean {
  try {
    return sheet !== null && sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

function anew(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((done, fail) => {
    const again = link.cloneNode() as HTMLLinkElement;
    again.onload = done;
    again.onerror = () => fail(new Error('Its styles do not come'));
    link.replaceWith(again);
  });
}
