/** A letter in plain text. */
export interface Letter {
  /** one address */
  readonly to: string;
  /** one line */
  readonly subject: string;
  readonly text: string;
}

/** A way to send letters. An application may bring its own. */
export interface MailTransport {
  /** Resolves when the letter was taken over, and rejects when it was not. */
  send(letter: Letter): Promise<void>;
  /** Lets go of connections. */
  close(): Promise<void>;
}
