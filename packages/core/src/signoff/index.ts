/** What a signature is under: the content of a case or of an element's subtree, and whether it still is. */
export { isAssessor, isAuthor, type OwnWork, ownWork, samePerson } from './independence.js';
export { type GivenSignOff, type RequiredSignOff, type SignOffs, signOffsOf, wholeCaseHash } from './sign-offs.js';
export { signatureTrouble } from './signature-trouble.js';
export { type Subtree, subtreesOf } from './subtree.js';
export { subtreeHash } from './subtree-hash.js';
