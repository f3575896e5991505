/** Hands a text to the person as a file, by the browser's own download. @returns whether it could be started */
export function saveFile(name: string, text: string): boolean {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // the browser reads it after this step
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
