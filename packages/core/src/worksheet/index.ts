/** The worksheet of a failure mode and effects analysis as a table that spreadsheets read, and back into the text. */
export { completedRows } from './completed-rows.js';
export { type ImportResult, importRows } from './import-rows.js';
export { printWorksheet } from './print-worksheet.js';
export { readWorksheet, type WorksheetNames, type WorksheetResult } from './read-worksheet.js';
export { type Column, columns, rowsOf, type WorksheetRow } from './row.js';
