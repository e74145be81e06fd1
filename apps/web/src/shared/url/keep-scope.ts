/** What goes along from page to page: the period and the day. What one page alone understands stays behind. */
export function keepScope({ ky, ngay }: { ky?: string | undefined; ngay?: string | undefined }): { ky?: string | undefined; ngay?: string | undefined } {
  return { ky, ngay };
}
