/** Tables in Parquet files. */
export { parquetReader } from './parquet.js';
