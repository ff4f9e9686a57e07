/**
 * Copies a text that `shown` displays. Browsers offer the clipboard only to https and localhost, and a library at home
 * is often neither: then the text is selected and copied the old way. False: it is selected, the rest is the reader's.
 */
export async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  if (window.isSecureContext) {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied) return true;
  }
  window.getSelection()?.selectAllChildren(shown);
  return document.execCommand('copy'); // deprecated, and the only way without https
}
