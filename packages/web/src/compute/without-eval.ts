import { config } from 'zod';

// The policy of the page lets no text become code. Asked whether it may, zod finds out by an error, for whose place in the
// text all of the script that judges is parsed once more.
config({ jitless: true });
