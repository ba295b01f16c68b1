export type { ViewerData } from '@surety/core/diagram';
export { startViewer } from './start-viewer.js';
