/** What git knows of a case: its repository, its revisions, and the case as a commit holds it. */
export { type CaseAt, caseAt } from './case-at.js';
export { type Environment, type Repository, repositoryOf } from './repository.js';
export { commitOf, isRevisionLike, mergeBaseOf } from './revisions.js';
export { type GitRun, runGit } from './run-git.js';
export { type Had, had, type Trouble, trouble, troubleOf } from './trouble.js';
