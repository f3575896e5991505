import { Component, type ReactNode } from 'react';
import { ProblemPage } from './problem.tsx';

/** Catches what a page throws while it renders, above all a part of the program that could not be fetched. */
export class PageBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    // a module that failed to load stays failed within this document, so trying again means loading the page anew
    if (this.state.failed) return <ProblemPage failure="page" retry={() => location.reload()} />;
    return this.props.children;
  }
}
