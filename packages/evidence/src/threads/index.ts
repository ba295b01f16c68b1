/** Worker threads that share out work. */
export { mayStartThreads, type ThreadPool, threadPool, threadsOf } from './thread-pool.js';
