import { Component, type ReactNode } from 'react';
import { reason } from '../reason.js';

interface Props {
  /** Another place of the workspace begins anew. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly place: string;
  readonly why?: string;
}

/** Keeps a fault of one view from emptying the page: the others go on, and what is typed is not lost. */
export class FaultBarrier extends Component<Props, State> {
  override state: State = { place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { why: reason(error) };
  }

  static getDerivedStateFromProps({ place }: Props, before: State): State | null {
    return place === before.place ? null : { place };
  }

  override render(): ReactNode {
    const { why } = this.state;
    if (why === undefined) return this.props.children;
    return (
      <div className="empty" role="alert">
        <h1>This view cannot be shown</h1>
        <p>{why}</p>
        <p>
          This is a fault of Surety and not of the case. The other views go on, and nothing that you changed is lost;
          what is typed and not saved is still there.
        </p>
        <button
          type="button"
          className="button"
          onClick={() => this.setState({ place: this.props.place, why: undefined })}
        >
          Try again
        </button>
      </div>
    );
  }
}
