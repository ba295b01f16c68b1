/** A folder of logs as one source, read once and again only where it changed. */
export { type FolderFile, type FolderFiles, type FolderLimits, listFolder } from './list-folder.js';
export { type ListedLog, type LogList, listLogs } from './list-logs.js';
export { type LogsBelow, logsBelow } from './logs-below.js';
export type { LogJob, LogRead } from './read-log.js';
export { type FolderLog, type LogFolder, type LogFolderOptions, readLogFolder } from './read-log-folder.js';
export { countsOf, type ReadCounts, readLogs } from './read-logs.js';
