/** Parts of the view in the order of its navigation; each has an address of its own. */
export const parts = [
  { name: 'cut-sets', title: 'Cut sets' },
  { name: 'path-set', title: 'Path set' },
  { name: 'importance', title: 'Importance' },
  { name: 'tornado', title: 'Tornado' },
  { name: 'exceedance', title: 'Exceedance' },
  { name: 'horizon', title: 'Horizon' },
  { name: 'advice', title: 'Advice' },
  { name: 'coverage', title: 'Coverage' },
  { name: 'macrosystem', title: 'Macrosystem' },
  { name: 'protocols', title: 'Protocols' },
  { name: 'chain', title: 'Chain' },
] as const;

export type PartName = (typeof parts)[number]['name'];

/** Those that are about one outcome at a time. */
export const perOutcome: ReadonlySet<PartName> = new Set([
  'cut-sets',
  'path-set',
  'importance',
  'tornado',
  'exceedance',
  'advice',
  'macrosystem',
]);
