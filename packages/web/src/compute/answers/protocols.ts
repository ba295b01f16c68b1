import { calculatorNamed, isRefusal } from '@surety/core/calculator';
import { calculationFigure } from '@surety/core/figure';
import type { Answer } from './answer.js';
import { drawn } from './drawn.js';
import { protocolsIn } from './protocols-in.js';

export const protocols: Answer<'protocols'> = ({ assessment }) => {
  const points = protocolsIn(assessment?.quantities ?? []);
  if (points.length === 0) return null;
  const found = calculatorNamed('pareto')!.compute({ points });
  if (isRefusal(found) || found.picture?.kind !== 'pareto') return null;
  const { picture } = found;
  const { front, dominated } = picture.front;
  return {
    front: front.map(({ name }) => name),
    points: points.map((point) => ({
      ...point,
      beatenBy: (dominated.find(({ point: { name } }) => name === point.protocol)?.by ?? []).map(({ name }) => name),
      name: point.protocol,
    })),
    picture: drawn((width) => calculationFigure(picture, width)),
  };
};
