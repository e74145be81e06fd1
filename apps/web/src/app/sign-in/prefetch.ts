/**
 * Fetches the application's files while the user types, so that they are there when the sign-in succeeds. The list is
 * read from the application's own page: nothing has to be kept in step.
 */
export async function prefetchApplication(): Promise<void> {
  try {
    const response = await fetch('/', { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const files = page.querySelectorAll('script[src], link[rel=modulepreload], link[rel=stylesheet]');
    for (const file of files) {
      const address = file.getAttribute('src') ?? file.getAttribute('href');
      if (address !== null) addPrefetch(address);
    }
  } catch {
    // A prefetch that fails costs nothing: the application loads its files itself.
  }
}

function addPrefetch(address: string): void {
  const link = document.createElement('link');
  link.rel = 'prefetch';
  link.href = address;
  document.head.append(link);
}
