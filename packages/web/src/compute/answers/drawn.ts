import { type Figure, paintFigure } from '@surety/core/figure';
import type { Drawn } from '../analysis-questions.js';

/** A figure painted for both themes. */
export function drawn(figure: Figure): Drawn {
  const { title, description, width, height } = figure;
  const paint = (theme: 'light' | 'dark') => paintFigure(figure, { theme });
  return { title, description, width, height, light: paint('light'), dark: paint('dark') };
}
