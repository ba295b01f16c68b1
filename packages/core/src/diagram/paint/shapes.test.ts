import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measure } from '../text/measure.js';
import { grid, shapeScenes } from './gallery.testing.js';
import { paint } from './paint.js';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'fixtures/shapes');

describe('the picture of each shape', () => {
  it.each(shapeScenes)('$name is drawn as it is kept', ({ name, scene, columns }) => {
    const measured = measure(scene);
    const svg = paint(measured, grid(measured, columns), { font: 'none' });
    const file = join(folder, `${name}.svg`);
    if (process.env.SURETY_UPDATE === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, svg);
    }
    expect(svg).toBe(readFileSync(file, 'utf8'));
  });
});
