import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run of `npm test`, so that a failure is a change; `npm run test:long` draws
 * new ones. fast-check prints the seed of whatever fails.
 */
if (process.env.SURETY_LONG !== '1') fc.configureGlobal({ seed: 20_261_123 });
