/** On each sheet of a printed plan: what it is, where it stands, which sheet. A style sheet of its own, for paper only. */
export function RunningTitle({ slug, version }: { slug: string; version: number }) {
  return (
    <link
      rel="stylesheet"
      href={`/plans/${slug}/running-title.css?v=${version}`}
      media="print"
      precedence="running-title"
    />
  );
}
