/** Whether records can be posted to an address, relative to the page or not: said before somebody answers. */
export function isAddress(endpoint: string): boolean {
  try {
    return /^https?:$/.test(new URL(endpoint, 'https://page.invalid/').protocol);
  } catch {
    return false;
  }
}
