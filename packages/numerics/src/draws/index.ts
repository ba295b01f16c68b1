export { type Drawer, drawer, type StreamKeys } from './drawer.js';
export { isSmooth } from './is-smooth.js';
