/** Where Temporal's pages show a namespace, when it is known where they are. */
export function temporalPagesOf({
  uiUrl,
  namespace,
}: {
  readonly uiUrl?: string | undefined;
  readonly namespace: string;
}): { readonly temporalPagesUrl?: string } {
  if (uiUrl === undefined) return {};
  return { temporalPagesUrl: `${uiUrl.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}` };
}
