import { Component, type ReactNode } from 'react';
import { reason } from '../reason.js';
import { NotLoaded } from './lazy-again.js';

interface Props {
  /** Another place of the workspace begins anew. */
  readonly place: string;
  readonly children: ReactNode;
  /** Told of a fault instead of it being shown: of what lies over the page. */
  readonly onFault?: (why: string) => void;
}

interface State {
  readonly place: string;
  readonly why?: string;
  /** It is not here: the server is away, or has another version of it. */
  readonly isAway?: boolean;
}

/** Keeps a fault of one view from emptying the page: the others go on, and what is typed is not lost. */
export class FaultBarrier extends Component<Props, State> {
  override state: State = { place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { why: reason(error), isAway: error instanceof NotLoaded };
  }

  static getDerivedStateFromProps({ place }: Props, before: State): State | null {
    return place === before.place ? null : { place };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof NotLoaded) error.forget();
    this.props.onFault?.(reason(error));
  }

  override render(): ReactNode {
    const { why, isAway } = this.state;
    if (why === undefined) return this.props.children;
    if (this.props.onFault !== undefined) return null;
    return (
      <div className="empty" role="alert">
        <h1>This view cannot be {isAway ? 'loaded' : 'shown'}</h1>
        <p>{why}</p>
        <p>
          {isAway
            ? 'The server does not give it now. Once it does, try again; where it was updated, load the page anew.'
            : 'This is a fault of Surety and not of the case. The other views go on.'}{' '}
          Nothing that you changed is lost; what is typed and not saved is still there.
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
