import type { Picture } from '../../calculator/index.js';
import type { Figure } from '../kit/index.js';
import { calibrationFigure } from './calibration-figure.js';
import { paretoFigure } from './pareto-figure.js';
import { rocFigure } from './roc-figure.js';
import { timeHorizonFigure } from './time-horizon-figure.js';

/** The picture of what a calculator found. */
export function calculationFigure(picture: Picture): Figure {
  switch (picture.kind) {
    case 'pareto':
      return paretoFigure(picture.front, picture.title);
    case 'roc':
      return rocFigure(picture.dPrime, picture.budget);
    case 'horizon':
      return timeHorizonFigure(picture.runs, picture.fit);
    case 'calibration':
      return calibrationFigure(picture.series);
  }
}
