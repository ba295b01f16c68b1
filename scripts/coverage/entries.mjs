/**
 * The intervals whose coverage is measured, one entry each (see index.d.mts for what its fields mean). A new interval is
 * one more entry; entries of one subject stand in one file.
 */
import { clusters } from './clusters.mjs';
import { differences } from './differences.mjs';
import { lifetimes } from './lifetimes.mjs';
import { others } from './others.mjs';
import { rates } from './rates.mjs';
import { values } from './values.mjs';

export const entries = [...rates, ...clusters, ...differences, ...others, ...values, ...lifetimes];
