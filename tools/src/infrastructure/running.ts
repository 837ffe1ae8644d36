/** A part that is up: where it answers, and how to end it. */
export interface Running {
  address: string;
  stop(): Promise<void>;
}

/** Tells the person who waits what is going on. */
export interface Narrator {
  /** A step that may take long. */
  progress(text: string): void;
  /** Something worth keeping on the screen. */
  note(text: string): void;
}

export const silent: Narrator = { progress: () => undefined, note: () => undefined };
