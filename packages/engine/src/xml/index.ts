/** XML read in pieces, within limits and without document types or entities of its own. */
export {
  type XmlElement,
  type XmlHandlers,
  type XmlLimits,
  type XmlPlace,
  type XmlProblem,
  xmlScan,
} from './xml-scan.js';
