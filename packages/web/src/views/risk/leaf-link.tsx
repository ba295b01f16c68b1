import type { Assessment, LeafId } from '@surety/core/doubt';
import { ViewLink } from '../../kit/index.js';
import { placeOfLeaf } from '../../trace/index.js';

/** A leaf's name; it leads to its place in the argument. */
export function LeafLink({ leaf, assessment }: { readonly leaf: LeafId; readonly assessment: Assessment }) {
  const { view, params } = placeOfLeaf(assessment, leaf);
  return (
    <ViewLink view={view} params={params}>
      {leaf}
    </ViewLink>
  );
}
