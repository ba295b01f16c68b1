/** Installs and builds Surety in its own checkout, as far as that is not done yet: what the action does first. */
import { setUp } from '../setup.mjs';

setUp();
