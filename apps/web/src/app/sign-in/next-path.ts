/** Where the role decides which page it is. */
const home = '/';

/** Where to go after signing in: the path that was asked for, if it is one of ours, else the first page of the role. */
export function nextPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('tiep');
  if (wanted === null || !wanted.startsWith('/')) return home;
  try {
    const url = new URL(wanted, origin);
    if (url.origin !== origin || url.pathname === '/dang-nhap') return home;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return home;
  }
}
