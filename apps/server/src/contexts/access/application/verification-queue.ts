/** Lets so many tasks run at once and so many wait; the next is turned away. */
export class VerificationQueue {
  private readonly running: number;
  private readonly waiting: number;
  private active = 0;
  private readonly queue: (() => void)[] = [];

  constructor(running: number, waiting: number) {
    this.running = running;
    this.waiting = waiting;
  }

  /** Runs the task when its turn comes; undefined where the queue is full. */
  async run<T>(task: () => Promise<T>): Promise<T | undefined> {
    if (this.active >= this.running) {
      if (this.queue.length >= this.waiting) return undefined;
      await new Promise<void>((resolve) => {
        this.queue.push(resolve);
      });
    }
    this.active += 1;
    try {
      return await task();
    } finally {
      this.active -= 1;
      this.queue.shift()?.();
    }
  }
}
