import type { Audience, Reading } from '../document.js';
import { audienceNames, audiences } from '../readings.js';

/** What a page with a script shows first. */
const shownFirst: Audience = 'decision-maker';

/** The choice of who reads, for `switchScript`: hidden where no script can act on it, and left out where there is no choice. */
export function printSwitch(readings: readonly Reading[]): string {
  if (readings.length < 2) return '';
  const choices = audiences.flatMap((audience) => {
    const reading = readings.find((one) => one.audience === audience);
    if (reading === undefined) return [];
    const sections = reading.sections.map(({ anchor, depth }) => `${anchor}:${depth}`).join(' ');
    const checked = audience === shownFirst ? ' checked' : '';
    return [
      `<label><input type="radio" name="reader" value="${audience}" data-sections="${sections}"${checked}> <span>${audienceNames[audience]}</span></label>`,
    ];
  });
  return `<fieldset class="switch" hidden>\n<legend>Read as</legend>\n${choices.join('\n')}\n</fieldset>\n`;
}
