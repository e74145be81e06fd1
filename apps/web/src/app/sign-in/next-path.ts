const home = '/tong-quan';

/** Where to go after signing in: the path that was asked for, if it is one of ours, else the overview. */
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
