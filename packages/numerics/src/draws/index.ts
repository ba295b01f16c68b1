export { type Drawer, drawer, type StreamKeys } from './drawer.js';
