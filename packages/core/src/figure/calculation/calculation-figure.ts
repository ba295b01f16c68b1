import type { Picture } from '../../calculator/index.js';
import type { Figure } from '../kit/index.js';
import { calibrationFigure } from './calibration-figure.js';
import { paretoFigure } from './pareto-figure.js';
import { rocFigure } from './roc-figure.js';
import { timeHorizonFigure } from './time-horizon-figure.js';

/**
 * The picture of what a calculator found.
 *
 * @param width in pixels, 360 or more; without it as wide as the picture is on a page
 */
export function calculationFigure(picture: Picture, width?: number): Figure {
  switch (picture.kind) {
    case 'pareto':
      return paretoFigure(picture.front, picture.title, width);
    case 'roc':
      return rocFigure(picture.dPrime, picture.budget, width);
    case 'horizon':
      return timeHorizonFigure(picture.runs, picture.fit, width);
    case 'calibration':
      return calibrationFigure(picture.series, width);
  }
}
