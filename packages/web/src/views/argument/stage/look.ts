import { diagramStyle, fontFamily, fontFiles } from '@surety/core/diagram';
import { adoptStyle } from '@surety/viewer';

let isReady = false;

/** Gives the page the look of diagrams, once: as constructed sheets and fonts from memory, which no content policy keeps out. */
export function adoptLook(): void {
  if (isReady) return;
  isReady = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(diagramStyle({ theme: 'light', font: 'none' }) + diagramStyle({ theme: 'dark', font: 'none' }));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  for (const [file, weight] of [
    [fontFiles.regular, '400'],
    [fontFiles.semibold, '600'],
  ] as const) {
    document.fonts.add(
      new FontFace(
        fontFamily,
        Uint8Array.from(atob(file), (one) => one.charCodeAt(0)),
        { weight },
      ),
    );
  }
  adoptStyle();
}
