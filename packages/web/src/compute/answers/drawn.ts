import { type Figure, paintFigure } from '@surety/core/figure';
import type { Drawn, Painted } from '../analysis-questions.js';

/** Pixels that a telephone has for a picture in a card. */
const telephone = 334;

/** A figure painted for both themes, as wide as it is by itself and as wide as a telephone. */
export function drawn(draw: (width?: number) => Figure): Drawn {
  const figure = draw();
  const { title, description } = figure;
  return { title, description, wide: painted(figure), narrow: painted(draw(telephone)) };
}

function painted(figure: Figure): Painted {
  const paint = (theme: 'light' | 'dark') => paintFigure(figure, { theme });
  return { width: figure.width, height: figure.height, light: paint('light'), dark: paint('dark') };
}
