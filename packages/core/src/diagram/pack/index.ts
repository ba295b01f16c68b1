export { type PackedScene, packScene, unpackScene } from './pack-scene.js';
export { type ViewerData, viewerJson } from './viewer-data.js';
