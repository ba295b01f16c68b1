export { type SystemBox, type SystemLine, type SystemPicture, systemPicture } from './picture.js';
export { systemFigure } from './system-figure.js';
