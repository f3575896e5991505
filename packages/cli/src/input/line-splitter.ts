/** Called for every line: its text without the end, and the end ("" for the last line of a file that has none). */
export type OnLine = (text: string, end: string) => void;

/**
 * Cuts text that comes in pieces into lines. Lines end in a line feed, a carriage return, or both, also mixed; a Windows
 * line end that is cut in two by a piece is one line end all the same.
 */
export class LineSplitter {
  #rest = '';

  /** Characters held back, as their line has not ended yet. */
  get held(): number {
    return this.#rest.length;
  }

  push(piece: string, onLine: OnLine): void {
    const text = this.#rest + piece;
    const hasReturns = text.includes('\r');
    // a carriage return at the very end may be half of a Windows line end
    const limit = text.endsWith('\r') ? text.length - 1 : text.length;
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1 && end < limit; end = text.indexOf('\n', start)) {
      if (hasReturns) emitWithReturns(text.slice(start, end), onLine);
      else onLine(text.slice(start, end), '\n');
      start = end + 1;
    }
    if (hasReturns) {
      for (let end = text.indexOf('\r', start); end !== -1 && end < limit; end = text.indexOf('\r', start)) {
        onLine(text.slice(start, end), '\r');
        start = end + 1;
      }
    }
    this.#rest = text.slice(start);
  }

  /** The last line, where the file does not end in a line end. */
  finish(onLine: OnLine): void {
    const text = this.#rest;
    this.#rest = '';
    if (text.endsWith('\r')) onLine(text.slice(0, -1), '\r');
    else if (text !== '') onLine(text, '');
  }
}

/** Text up to a line feed, which may hold line ends of carriage returns alone. */
function emitWithReturns(text: string, onLine: OnLine): void {
  let start = 0;
  for (let end = text.indexOf('\r'); end !== -1; end = text.indexOf('\r', start)) {
    if (end === text.length - 1) {
      onLine(text.slice(start, end), '\r\n');
      return;
    }
    onLine(text.slice(start, end), '\r');
    start = end + 1;
  }
  onLine(text.slice(start), '\n');
}
