/** Hands a file to the browser. */
export function saveFile({ name, content, type }: { readonly name: string; readonly content: BlobPart; readonly type: string }): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
