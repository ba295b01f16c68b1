import { PlainButton } from '../../kit/index.js';
import { useWorkspace } from '../../workspace/index.js';

/** Says that this text is of an earlier visit, and lets it be saved or thrown away. */
export function FromBefore({ path }: { readonly path: string }) {
  const workspace = useWorkspace();
  return (
    <p className="bar" role="status">
      <span>
        <strong>Not saved, from your last visit.</strong> This text was typed here and is not in the folder.
      </span>
      <PlainButton onClick={() => workspace.saveDrafts()}>Save</PlainButton>
      <PlainButton onClick={() => workspace.discardDraft(path)}>Throw it away</PlainButton>
    </p>
  );
}
