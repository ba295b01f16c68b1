/** Worker threads that share out work. */
export { type ThreadPool, threadPool, threadsOf } from './thread-pool.js';
