export { layerNames } from './layers.js';
export { modulesOf } from './modules-of.js';
export type { SceneOptions } from './options.js';
export { sceneOf } from './scene-of.js';
export type { View } from './view.js';
