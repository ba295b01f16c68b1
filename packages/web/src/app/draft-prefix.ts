/** What the name of every entry of kept drafts begins with. */
export const prefix = 'surety-drafts';
