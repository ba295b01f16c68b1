#!/usr/bin/env node
// The version is answered before anything else is loaded.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const first = process.argv[2];
if (first === '--version' || first === '-V') {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'));
  process.stdout.write(`${version}\n`);
} else require('./start.js').start();
