import { Component, type ReactNode } from 'react';
import { keepHeadingFocus } from '../router.ts';
import { ProblemPage } from './problem.tsx';

interface State {
  readonly failed: boolean;
  readonly unreachable: boolean;
}

/** Catches what a page throws while it renders, above all a part of the program that could not be fetched. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false, unreachable: false };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidCatch(): void {
    void this.#answers();
  }

  /** Whether the server answers at all; where it does not, that is what is said. */
  async #answers(): Promise<boolean> {
    const unreachable = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
      () => false,
      () => true,
    );
    this.setState({ unreachable });
    return !unreachable;
  }

  /** A module that failed to load stays failed within this document; a page that is not there cannot offer to try again. */
  async #retry(): Promise<void> {
    if (!(await this.#answers())) return;
    keepHeadingFocus();
    location.reload();
  }

  override render(): ReactNode {
    const { failed, unreachable } = this.state;
    if (!failed) return this.props.children;
    return <ProblemPage failure={unreachable ? 'unreachable' : 'page'} retry={() => void this.#retry()} />;
  }
}
