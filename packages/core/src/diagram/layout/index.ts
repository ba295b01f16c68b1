export { attachmentOf, type Forest, growForest } from './forest.js';
export { layOut } from './lay-out.js';
