/** XML read in pieces, within limits and without document types or entities of its own. */
export { xmlScan } from './xml-scan.js';
export type { XmlElement, XmlHandlers, XmlLimits, XmlPlace, XmlProblem } from './xml-types.js';
