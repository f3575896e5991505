/** A task of the simulation: it runs at a time, unless what it belongs to is gone by then. */
interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** Lets everything that waits for a promise run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Simulated time: nothing happens but by `step`, which runs the next task at its time and lets promises settle. */
export class SimulatedWorld {
  now = 0;
  #tasks: Task[] = [];
  #order = 0;

  /** @returns a function that cancels it */
  at(milliseconds: number, run: () => void): () => void {
    const task: Task = { at: this.now + Math.max(0, milliseconds), order: this.#order++, run, cancelled: false };
    this.#tasks.push(task);
    return () => {
      task.cancelled = true;
    };
  }

  /** @returns whether there was anything left to do before `until` */
  async step(until = Infinity): Promise<boolean> {
    await settle();
    this.#tasks = this.#tasks.filter(({ cancelled }) => !cancelled);
    const next = this.#tasks.reduce<Task | null>(
      (first, task) =>
        first === null || task.at < first.at || (task.at === first.at && task.order < first.order) ? task : first,
      null,
    );
    if (next === null || next.at > until) return false;
    next.cancelled = true;
    this.now = next.at;
    next.run();
    await settle();
    return true;
  }
}
